using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Paths.Building;
using Ashlar.Graph.Paths.Falling;
using Ashlar.Graph.Paths.Folding;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Paths.Searching;
using Ashlar.Graph.Paths.Starting;
using Ashlar.Graph.Paths.Writing;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Paths;

/// <summary>Derives the roads an attacker would take: the tables <c>AttackPaths</c>, <c>BlastRadius</c> and <c>ChokePoints</c>.</summary>
/// <remarks>It reads tables alone, those of access, reach and data flows; one that was not derived counts as unread. Steps, costs and their sources: docs/paths.md.</remarks>
public static class AttackPaths
{
    /// <summary>Raised when the same tables give other paths.</summary>
    private const int Version = 1;

    /// <summary>True when the tables of a snapshot were derived by these very edges and this version.</summary>
    public static bool IsDerived(Snapshot snapshot, IReadOnlyList<AccessEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.IsDerived(PathTables.AttackPaths.Name, Stamp(edges));
    }

    /// <summary>Of the snapshot, after everything else.</summary>
    public static void Derive(Snapshot snapshot, IReadOnlyList<AccessEdge> edges, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(edges);
        if (new AccessQuery(snapshot, cancellationToken).Run("AiWorkloads | take 1").Count == 0)
        {
            foreach (var table in PathTables.All)
                snapshot.WriteDerived(table, [], Stamp(edges));
            return;
        }

        var terrain = new Terrain(snapshot, edges, cancellationToken);
        var maker = new GraphMaker(terrain);
        var starts = Starts.Of(terrain, maker);
        var subjects = Falls.Subjects(terrain, maker);
        var graph = maker.Make(cancellationToken);
        IReadOnlyList<Road> roads = [];
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancellationToken },
            () => snapshot.WriteDerived(PathTables.BlastRadius, FallRows.Of(new Falls(graph, terrain, subjects, cancellationToken).All(cancellationToken))),
            () => roads = Roads.Of(graph, maker, terrain, starts, cancellationToken));
        snapshot.WriteDerived(PathTables.ChokePoints, ChokeRows.Of(roads, terrain));
        snapshot.WriteDerived(PathTables.AttackPaths, PathRows.Of(roads, terrain), Stamp(edges));
    }

    private static string Stamp(IReadOnlyList<AccessEdge> edges) => $"{Version} {AccessGraph.Stamp(edges)}";
}
