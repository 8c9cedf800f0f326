namespace Ashlar.Reports;

/// <summary>What the reports draw: doors, data flows, attack paths, what falls with a workload, and what to change first.</summary>
/// <param name="Doors">All, for the exposure of a workload is that of its widest; ordered by resource, then door.</param>
/// <param name="Flows">All, ordered by id.</param>
/// <param name="Paths">The worst of each workload first of all, ordered by score.</param>
/// <param name="Falls">Of workloads alone, ordered by subject.</param>
/// <param name="Changes">In the order to make them.</param>
/// <param name="Names">Id of a principal that a path goes through, to its name.</param>
public sealed record TenantPicture(
    IReadOnlyList<Door> Doors,
    IReadOnlyList<DataFlow> Flows,
    IReadOnlyList<AttackPath> Paths,
    IReadOnlyList<Fall> Falls,
    IReadOnlyList<ChokePoint> Changes,
    IReadOnlyDictionary<string, string> Names)
{
    public static TenantPicture Empty { get; } = new([], [], [], [], [], new Dictionary<string, string>());

    /// <summary>All rows of AttackPaths, of which <see cref="Paths"/> may hold a part.</summary>
    public long PathCount { get; init; }

    /// <summary>Rows of AttackPaths of each workload, by its id.</summary>
    public IReadOnlyDictionary<string, int> PathCounts { get; init; } = new Dictionary<string, int>();

    /// <summary>All rows of ChokePoints.</summary>
    public long ChangeCount { get; init; }
}
