using Ashlar.Content;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Access;

/// <summary>The edges of the content folder.</summary>
internal static class ShippedEdges
{
    public static readonly Lazy<IReadOnlyList<AccessEdge>> All = new(() =>
        ContentLibrary.Load([Path.Combine(Root(), "content")], Snapshot.EmptyCatalog).Edges);

    public static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Ashlar.slnx")))
            at = Path.GetDirectoryName(at)!;
        return at;
    }
}
