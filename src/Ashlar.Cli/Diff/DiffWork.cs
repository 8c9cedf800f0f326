using Ashlar.Cli.Terminal;
using Ashlar.Content;
using Ashlar.Graph.Drift;
using Ashlar.Graph.Flows;
using Ashlar.Graph.Paths;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Cli.Diff;

/// <summary>Derives both snapshots by the same edges and settings, and compares them area by area.</summary>
internal static class DiffWork
{
    public static DiffReport Compare(Snapshot before, Snapshot after, IReadOnlyList<DriftArea> areas, ContentLibrary library, Settings settings, Progress progress, CancellationToken cancellationToken)
    {
        progress.Say("Working out what follows from each");
        var flows = areas.Any(a => a is DriftArea.Flows or DriftArea.Paths or DriftArea.Verdicts);
        var deriving = Task.Run(() => Derive(before, library, settings, flows, cancellationToken), cancellationToken);
        Derive(after, library, settings, flows, cancellationToken);
        deriving.GetAwaiter().GetResult();

        var drift = new SnapshotDrift(before, after, cancellationToken);
        var notes = Notes(before.Info, after.Info, drift);
        var omitted = areas.Select(a => (Area: a, Why: a == DriftArea.Verdicts ? null : drift.Omits(a))).Where(a => a.Why is not null).Select(a => new DriftOmission(a.Area, a.Why!)).ToList();
        var compared = areas.Where(a => !omitted.Exists(o => o.Area == a)).ToList();
        var changes = new List<DriftChange>();
        foreach (var area in compared)
        {
            progress.Say("Comparing " + area.Name());
            changes.AddRange(area == DriftArea.Verdicts ? VerdictDrift.Of(before, after, drift, library, settings, notes, cancellationToken) : drift.Of(area));
        }

        return new DiffReport(before.Info, after.Info, false, compared, omitted, notes, [.. changes
            .OrderBy(c => c.Area).ThenBy(c => c.Kind, StringComparer.Ordinal).ThenBy(c => c.SubjectId, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Detail, StringComparer.Ordinal)]);
    }

    private static void Derive(Snapshot snapshot, ContentLibrary library, Settings settings, bool flows, CancellationToken cancellationToken)
    {
        DerivedData.Complete(snapshot, library.Edges, cancellationToken);
        // A scan may have derived them when something else was decided.
        if (!flows)
            return;
        var classes = Classes(snapshot, cancellationToken);
        DataFlows.Derive(snapshot, settings, cancellationToken);
        if (!classes.SequenceEqual(Classes(snapshot, cancellationToken)))
            AttackPaths.Derive(snapshot, library.Edges, cancellationToken);
    }

    private static List<(string? Flow, string? Class)> Classes(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var (flow, given) = (Column("FlowId"), Column("DataClass"));
        return [.. snapshot.ReadDerived(FlowTables.DataFlows, cancellationToken).Select(r => (r[flow] as string, r[given] as string)).Order()];
    }

    private static int Column(string name) => FlowTables.DataFlows.Columns.Select(c => c.Name).ToList().IndexOf(name);

    private static List<string> Notes(SnapshotInfo before, SnapshotInfo after, SnapshotDrift drift)
    {
        var notes = new List<string>();
        var (then, now) = drift.Tenants();
        if (then.Count > 0 && now.Count > 0 && !then.Intersect(now, StringComparer.Ordinal).Any())
            notes.Add($"The two snapshots are of different tenants ({string.Join(", ", then.Take(3))} and {string.Join(", ", now.Take(3))}): all of one is gone and all of the other is new.");
        if (before.AsOf > after.AsOf)
            notes.Add("The first snapshot is newer than the second: what is told as new was there before, and as gone came later. Change their order.");
        else if (before.AsOf == after.AsOf)
            notes.Add("Both snapshots have the same time of collection, so nobody can be named who changed something in between.");
        if (before.ProducerVersion != after.ProducerVersion)
            notes.Add($"They were written by different versions of Ashlar ({before.ProducerVersion} and {after.ProducerVersion}): both were derived and judged by this one, and what it reads of their inputs may differ.");
        return notes;
    }
}
