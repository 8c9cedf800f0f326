using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>What is wrong with a control itself, counted by kind: one diagnostic a kind, with the first ids by order.</summary>
internal sealed class RuleErrors(LoadedControl control)
{
    private const int Examples = 3;

    private readonly SortedDictionary<string, List<string>> _byCode = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> _other = [];

    public void Add(string code, string id)
    {
        if (!_byCode.TryGetValue(code, out var ids))
        {
            _byCode[code] = ids = [];
        }

        ids.Add(id);
    }

    public void Add(Diagnostic diagnostic) => _other.Add(diagnostic);

    public IReadOnlyList<Diagnostic> All() => [.. _other, .. _byCode.Select(entry => new Diagnostic(entry.Key, DiagnosticLevel.Error, Text(entry.Key, entry.Value), control.QueryFile))];

    private static string Text(string code, List<string> ids)
    {
        var shown = ids.Order(StringComparer.Ordinal).Take(Examples).ToList();
        var list = string.Join(", ", shown) + (ids.Count > shown.Count ? $" and {ids.Count - shown.Count} more" : "");
        return code switch
        {
            RunCodes.OutsideScope => $"The query gives rows for what is not in 'scope': {list}. Give both the same condition.",
            RunCodes.TwoVerdicts => $"The query gives two rows for one subject, so it is unknown: {list}. Aggregate to one row, or project a SubKey that tells them apart.",
            _ => $"The query gives a Verdict that is none of pass, fail, unknown, notApplicable, so it is unknown: {list}.",
        };
    }
}
