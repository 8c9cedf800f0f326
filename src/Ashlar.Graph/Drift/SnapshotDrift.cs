using Ashlar.Graph.Drift.Comparing;
using Ashlar.Graph.Drift.Reading;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Drift;

/// <summary>What differs between two snapshots, in what they hold and in what follows from it. Their tables have to be derived before.</summary>
/// <remarks>
/// Rows are matched by their stable keys. Rules, and what is not compared: docs/diff.md.
/// </remarks>
public sealed class SnapshotDrift
{
    private readonly Sides _sides;

    public SnapshotDrift(Snapshot before, Snapshot after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (then, now) = (new Side(before, cancellationToken), new Side(after, cancellationToken));
        _sides = new Sides(then, now, new Authors(now.Query, before.Info.AsOf, after.Info.AsOf));
    }

    /// <summary>Differences in one area, in no particular order. Verdicts come from elsewhere: <see cref="TurnOf"/> helps to tell them.</summary>
    public IEnumerable<DriftChange> Of(DriftArea area) => area switch
    {
        DriftArea.Workloads => WorkloadDrift.Of(_sides).Concat(ResourceDrift.Of(_sides)),
        DriftArea.Access => AccessDrift.Of(_sides),
        DriftArea.Exposure => ExposureDrift.Of(_sides),
        DriftArea.Flows => FlowDrift.Of(_sides),
        DriftArea.Paths => PathDrift.Of(_sides),
        _ => throw new ArgumentOutOfRangeException(nameof(area)),
    };

    /// <summary>Why an area cannot be compared; null = it can.</summary>
    public string? Omits(DriftArea area) => area == DriftArea.Paths && (!HasPaths(_sides.Before) || !HasPaths(_sides.After)) ? "AttackPaths was not derived for both snapshots." : null;

    /// <summary>Of a resource that only one of the snapshots has: new or only seen now, gone or no longer seen.</summary>
    public DriftTurn TurnOf(string resourceId, bool vanished)
    {
        var key = ResourceIds.Key(resourceId);
        return vanished ? _sides.Vanished(key) : _sides.Appeared(key);
    }

    /// <summary>What was not read, of a resource that came into sight or went out of it.</summary>
    public IReadOnlyList<string> WhyUnseen(string resourceId, DriftTurn turn) => _sides.WhyUnseen(turn, ResourceIds.Key(resourceId));

    /// <summary>Who changed a resource.</summary>
    public IReadOnlyList<DriftAuthor> AuthorsOf(string resourceId) => _sides.Authors.Of(ResourceIds.Key(resourceId));

    /// <summary>Name shown to people of a resource or an Entra object.</summary>
    public string NameOf(string id) => _sides.NameOf(id);

    /// <summary>AI workloads that a resource belongs to.</summary>
    public IReadOnlyList<string> WorkloadsOf(string resourceId) => _sides.WorkloadsOf(ResourceIds.Key(resourceId));

    /// <summary>Tenants that each snapshot names; those of two tenants have none in common.</summary>
    public (IReadOnlyList<string> Before, IReadOnlyList<string> After) Tenants() => (TenantsOf(_sides.Before), TenantsOf(_sides.After));

    private static IReadOnlyList<string> TenantsOf(Side side) =>
        [.. new[] { ResourceGraphTables.Resources, ResourceGraphTables.ResourceContainers }.SelectMany(t => side.Query.Run($"{t} | where isnotempty(tenantId) | distinct tenantId"))
            .Select(r => ((string)r[0]!).ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool HasPaths(Side side) => side.Snapshot.IsDerived(PathTables.AttackPaths.Name) || side.Query.Run("AttackPaths | take 1").Count > 0;
}
