using Ashlar.Model;

namespace Ashlar.Sources;

/// <summary>Collects what a source has to say: each thing once, and a bounded number of one kind.</summary>
internal sealed class SourceLog
{
    private const int OneKind = 50;
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<Diagnostic> _seen = [];

    public IReadOnlyList<Diagnostic> Diagnostics
    {
        get
        {
            var more = _counts.Where(c => c.Value > OneKind).OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => new Diagnostic(c.Key, DiagnosticLevel.Note, $"{c.Value - OneKind} more messages of this kind are not shown."));
            return [.. _diagnostics, .. more];
        }
    }

    public void Note(string code, string message, string? file = null, long line = 0, long column = 0) => Add(code, DiagnosticLevel.Note, message, file, line, column);

    public void Warn(string code, string message, string? file = null, long line = 0, long column = 0) => Add(code, DiagnosticLevel.Warning, message, file, line, column);

    private void Add(string code, DiagnosticLevel level, string message, string? file, long line, long column) =>
        Add(new Diagnostic(code, level, message, file, (int)Math.Min(line, int.MaxValue), (int)Math.Min(column, int.MaxValue)));

    public void Add(Diagnostic diagnostic)
    {
        var code = diagnostic.Code;
        if (!_seen.Add(diagnostic))
        {
            return;
        }

        var count = _counts.GetValueOrDefault(code) + 1;
        _counts[code] = count;
        if (count <= OneKind)
        {
            _diagnostics.Add(diagnostic);
        }
        else
        {
            // Counted only; forgetting it bounds the memory of hostile input.
            _seen.Remove(diagnostic);
        }
    }
}
