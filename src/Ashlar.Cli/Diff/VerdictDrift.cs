using Ashlar.Content;
using Ashlar.Graph.Drift;
using Ashlar.Model;
using Ashlar.Rules;
using Ashlar.Store;

namespace Ashlar.Cli.Diff;

/// <summary>What the same controls say of two snapshots, control by control; two controls' findings at most are held.</summary>
internal static class VerdictDrift
{
    public static IEnumerable<DriftChange> Of(Snapshot before, Snapshot after, SnapshotDrift drift, ContentLibrary library, Settings settings, List<string> notes, CancellationToken cancellationToken)
    {
        foreach (var (then, now) in ControlRun.Run(before, library.Controls, settings, library.Severities, cancellationToken).Zip(ControlRun.Run(after, library.Controls, settings, library.Severities, cancellationToken)))
        {
            if (Failed(then) || Failed(now))
            {
                notes.Add($"The control {now.Control.Id} gave no answer for {(Failed(now) ? "the later" : "the earlier")} snapshot and is not compared.");
                continue;
            }

            foreach (var change in Of(then, now, drift))
                yield return change;
        }
    }

    private static bool Failed(ControlResult result) => result.Errors.Any(e => e.Level == DiagnosticLevel.Error);

    private static IEnumerable<DriftChange> Of(ControlResult before, ControlResult after, SnapshotDrift drift)
    {
        var then = before.Findings.ToDictionary(f => f.Fingerprint, StringComparer.Ordinal);
        foreach (var finding in after.Findings)
        {
            var change = then.Remove(finding.Fingerprint, out var old)
                ? Both(old, finding) is { } turn ? Change(after.Control, drift, turn, old, finding) : null
                : Change(after.Control, drift, Appeared(drift, finding), null, finding);
            if (change is not null)
                yield return change;
        }

        foreach (var finding in before.Findings.Where(f => then.ContainsKey(f.Fingerprint)))
            yield return Change(after.Control, drift, Vanished(drift, finding), finding, null);
    }

    private static DriftTurn? Both(Finding before, Finding after) => (before.Verdict, after.Verdict) switch
    {
        (Verdict.Fail, Verdict.Fail) => after.Severity > before.Severity ? DriftTurn.Worse : after.Severity < before.Severity ? DriftTurn.Better : null,
        var (was, isNow) when was == isNow => null,
        (Verdict.Manual, _) or (_, Verdict.Manual) => DriftTurn.Changed,
        (_, Verdict.Unknown) => DriftTurn.NoLongerSeen,
        (Verdict.Unknown, _) => DriftTurn.NowSeen,
        (_, Verdict.Fail) => DriftTurn.Worse,
        (Verdict.Fail, _) => DriftTurn.Better,
        _ => DriftTurn.Changed,
    };

    private static DriftTurn Appeared(SnapshotDrift drift, Finding finding) =>
        drift.TurnOf(finding.ResourceId, vanished: false) is var turn && turn == DriftTurn.New && finding.Verdict == Verdict.Fail ? DriftTurn.Worse : turn;

    private static DriftTurn Vanished(SnapshotDrift drift, Finding finding) =>
        drift.TurnOf(finding.ResourceId, vanished: true) is var turn && turn == DriftTurn.Gone && finding.Verdict == Verdict.Fail ? DriftTurn.Better : turn;

    private static DriftChange Change(Control control, SnapshotDrift drift, DriftTurn turn, Finding? before, Finding? after)
    {
        var shown = (after ?? before)!;
        return new DriftChange(DriftArea.Verdicts, turn, "verdict", shown.ResourceId, drift.NameOf(shown.ResourceId) + (shown.SubKey is null ? "" : $" ({shown.SubKey})"), ResourceIds.Type(shown.ResourceId) ?? "",
            control.Id + (shown.SubKey is null ? "" : "#" + shown.SubKey), $"{Says(before, after, turn)}: {control.Title}")
        {
            Before = Json(before),
            After = Json(after),
            Severity = after is { Verdict: Verdict.Fail } ? after.Severity : before is { Verdict: Verdict.Fail } ? before.Severity : null,
            WorkloadIds = drift.WorkloadsOf(shown.ResourceId),
            By = drift.AuthorsOf(shown.ResourceId),
            Missing = turn switch
            {
                DriftTurn.NoLongerSeen when after is not null => after.Reasons,
                DriftTurn.NowSeen when before is not null => before.Reasons,
                _ => drift.WhyUnseen(shown.ResourceId, turn),
            },
        };
    }

    private static string Says(Finding? before, Finding? after, DriftTurn turn) => (before?.Verdict, after?.Verdict) switch
    {
        (Verdict.Fail, Verdict.Fail) => $"fails, now {after!.Severity.Name()} (was {before!.Severity.Name()})",
        ({ } was, Verdict.Fail) => $"fails now (was {was.Name()})",
        (null, Verdict.Fail) => "fails",
        (Verdict.Fail, { } isNow) => $"failed, {isNow.Name()} now",
        (Verdict.Fail, null) => turn == DriftTurn.NoLongerSeen ? "failed, and is not seen any more" : "failed, and is gone",
        ({ } was, { } isNow) => $"{isNow.Name()} now (was {was.Name()})",
        (null, { } isNow) => isNow.Name(),
        (var was, null) => $"was {was?.Name()}",
    };

    private static string? Json(Finding? finding) => finding is null ? null : finding.Verdict == Verdict.Fail
        ? $"{{\"verdict\":\"fail\",\"severity\":\"{finding.Severity.Name()}\"}}"
        : $"{{\"verdict\":\"{finding.Verdict.Name()}\"}}";
}
