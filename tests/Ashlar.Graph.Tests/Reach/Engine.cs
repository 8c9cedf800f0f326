using Ashlar.Graph.Reach;
using Ashlar.Graph.Tests.Reach.Oracle;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Reach;

/// <summary>Runs the engine over small networks.</summary>
internal static class Engine
{
    private static readonly string[] Tables = ["resources", "networkresources", "armresources", "dnsresources", "appserviceresources"];

    public static Snapshot Derive(IReadOnlyDictionary<string, IReadOnlyList<System.Text.Json.Nodes.JsonObject>> rows, IEnumerable<string> subjects, bool whole = true, IReadOnlyList<Gap>? gaps = null)
    {
        var snapshot = Snapshot.FromRows(rows, gaps: gaps, completeness: whole ? [.. Tables.Select(t => new Completeness(t, "", "/", Bodies: true, List: true, "test"))] : []);
        snapshot.WriteDerived(DerivedTables.AiWorkloadResources, subjects.Select(s => new object?[] { "wl-1", s, ResourceIds.Type(s), "other", "root", "", false, true }));
        Reachability.Derive(snapshot, CancellationToken.None);
        return snapshot;
    }

    public static Snapshot Derive(Net net) => Derive(NetRows.Of(net), NetRows.Subjects(net), net.Whole);

    public static IReadOnlyList<object?[]> Ask(this Snapshot snapshot, string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        Assert.True(compiled.Success, compiled.Success ? "" : compiled.Diagnostics[0].Message);
        return snapshot.Query(compiled, CancellationToken.None).Rows;
    }
}
