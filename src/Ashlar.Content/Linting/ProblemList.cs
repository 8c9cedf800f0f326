using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Collects every problem of a run; nothing stops at the first.</summary>
public sealed class ProblemList
{
    private readonly List<Diagnostic> _all = [];

    public IReadOnlyList<Diagnostic> All => _all;

    public void Error(string code, string file, int line, int column, string message) =>
        _all.Add(new Diagnostic(code, DiagnosticLevel.Error, message, file, line, column));

    public void Warning(string code, string file, int line, int column, string message) =>
        _all.Add(new Diagnostic(code, DiagnosticLevel.Warning, message, file, line, column));

    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _all.AddRange(diagnostics);

    /// <summary>By file, line, column, code: the order in which a person mends them.</summary>
    public IReadOnlyList<Diagnostic> InOrder() =>
        [.. _all.Distinct()
            .OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column)
            .ThenBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.Message, StringComparer.Ordinal)];
}
