using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>Marks the failures that somebody answers for, and keeps account of what each entry covered. Verdicts stay as they are; what is unknown is never suppressed.</summary>
public sealed class SuppressionLedger
{
    private readonly string _file;
    private readonly IReadOnlyList<SuppressionEntry> _entries;
    private readonly DateOnly _today;
    private readonly int[] _covered;
    private readonly Dictionary<string, List<int>> _byControl = new(StringComparer.Ordinal);
    private int _suppressed;
    private DateOnly? _next;

    /// <param name="file">As the user named it.</param>
    /// <param name="today">An entry holds on its last day and not after; UTC.</param>
    public SuppressionLedger(string file, IReadOnlyList<SuppressionEntry> entries, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(entries);
        (_file, _entries, _today) = (file, entries, today);
        _covered = new int[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var control in entries[i].Controls)
            {
                if (!_byControl.TryGetValue(control, out var list))
                {
                    _byControl[control] = list = [];
                }

                list.Add(i);
            }
        }
    }

    public ControlResult Mark(ControlResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return _byControl.TryGetValue(result.Control.Id, out var candidates)
            ? result with { Findings = [.. result.Findings.Select(f => f.Verdict == Verdict.Fail ? Mark(f, candidates) : f)] }
            : result;
    }

    public SuppressionSummary Summary() => new(
        _suppressed,
        _next,
        [.. Enumerable.Range(0, _entries.Count).Where(Expired).Select(i => new ExpiredSuppression(_entries[i].Suppression, _covered[i], _file, _entries[i].Line))]);

    /// <summary>Entries that are over and entries that cover nothing, in the order of the file.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics()
    {
        var all = new List<Diagnostic>();
        for (var i = 0; i < _entries.Count; i++)
        {
            var (_, _, _, suppression, line) = _entries[i];
            if (Expired(i))
            {
                var effect = _covered[i] switch
                {
                    0 => "It covers nothing; remove it.",
                    1 => "1 failure counts again: mend it, or renew the suppression with its owner.",
                    var n => $"{n} failures count again: mend them, or renew the suppression with its owner.",
                };
                all.Add(new Diagnostic(RunCodes.SuppressionExpired, DiagnosticLevel.Warning, $"The suppression of {suppression.Owner} expired on {suppression.Until:yyyy-MM-dd}. {effect}", _file, line));
            }
            else if (_covered[i] == 0)
            {
                all.Add(new Diagnostic(RunCodes.SuppressionUnused, DiagnosticLevel.Note, "This suppression covers no failure of this run. Remove it if that is so everywhere.", _file, line));
            }
        }

        return all;
    }

    private Finding Mark(Finding finding, List<int> candidates)
    {
        Suppression? by = null;
        foreach (var i in candidates)
        {
            if (!_entries[i].Covers(finding))
            {
                continue;
            }

            _covered[i]++;
            by ??= Expired(i) ? null : _entries[i].Suppression;
        }

        if (by is null)
        {
            return finding;
        }

        _suppressed++;
        _next = _next is { } next && next < by.Until ? next : by.Until;
        return finding with { Suppressed = by };
    }

    private bool Expired(int entry) => _entries[entry].Suppression.Until < _today;
}
