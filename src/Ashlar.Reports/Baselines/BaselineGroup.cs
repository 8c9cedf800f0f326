using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>The findings of one control in a baseline.</summary>
internal sealed class BaselineGroup
{
    private readonly Dictionary<string, BaselineEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Verdict> _now = new(StringComparer.Ordinal);

    private BaselineGroup(string control) => Control = control;

    public string Control { get; }

    public int Fails => _entries.Values.Count(e => e.Verdict == Verdict.Fail);

    public static BaselineGroup Empty(string control) => new(control);

    /// <param name="first">First finding of the group; null = there is no further group.</param>
    /// <param name="next">First finding of the group after it.</param>
    public static BaselineGroup? Read(FindingsReader reader, BaselineEntry? first, out BaselineEntry? next)
    {
        next = null;
        if (first is null)
            return null;
        var group = new BaselineGroup(first.Control);
        for (var entry = first; entry is not null; entry = reader.Next())
        {
            if (entry.Control != first.Control)
            {
                next = entry;
                break;
            }

            if (!group._entries.TryAdd(entry.Fingerprint, entry))
                throw new BaselineException($"has the finding {SafeText.OneLine(entry.Fingerprint)} of '{SafeText.OneLine(entry.Control)}' twice. Take the file as 'ashlar scan' wrote it.");
        }

        return group;
    }

    /// <summary>What the finding was. A failure that was suppressed then and is not now is new: nobody answers for it any more.</summary>
    public Comparison Meet(Finding finding, string fingerprint)
    {
        if (!_entries.TryGetValue(fingerprint, out var before))
            return Comparison.Unseen;
        _now[fingerprint] = finding.Verdict;
        var state = finding.Verdict != before.Verdict
            ? finding.Verdict == Verdict.Fail ? BaselineState.New : BaselineState.Updated
            : before.Suppressed && finding.Suppressed is null ? BaselineState.New
            : finding.Severity == before.Severity ? BaselineState.Unchanged : BaselineState.Updated;
        return new Comparison(state, before.Verdict, before.Severity);
    }

    /// <summary>What failed then and is known not to fail now: a failure that cannot be seen any more is not gone.</summary>
    public IReadOnlyList<GoneFinding> Gone()
    {
        var gone = new List<GoneFinding>();
        foreach (var entry in _entries.Values.Where(e => e.Verdict == Verdict.Fail))
        {
            Verdict? now = _now.TryGetValue(entry.Fingerprint, out var verdict) ? verdict : null;
            if (now is null or Verdict.Pass or Verdict.NotApplicable)
                gone.Add(new GoneFinding(entry.Control, entry.Title, entry.ResourceId, entry.SubKey, entry.Severity, entry.Fingerprint, now));
        }

        return gone;
    }
}
