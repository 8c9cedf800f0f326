namespace Ashlar.Kql.Syntax;

/// <summary>Collects the problems of one query, each place once.</summary>
internal sealed class DiagnosticBag(string text)
{
    private const int Most = 50;

    private readonly List<(TextSpan Span, string Code, string Message, string? Hint)> _items = [];
    private readonly HashSet<(TextSpan, string)> _seen = [];

    public int Count => _items.Count;

    public void Add(TextSpan span, string code, string message, string? hint = null)
    {
        if (_items.Count < Most && _seen.Add((span, code)))
            _items.Add((span, code, message, hint));
    }

    public IReadOnlyList<KqlDiagnostic> ToList() =>
        [.. _items.OrderBy(i => i.Span.Start).Select(i =>
        {
            var (line, column) = Position(i.Span.Start);
            return new KqlDiagnostic(i.Code, i.Message, line, column, i.Span.Length, i.Hint);
        })];

    private (int Line, int Column) Position(int at)
    {
        var before = text.AsSpan(0, Math.Min(at, text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
