using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.AccessConformance;

/// <summary>A tenant with its access tables.</summary>
internal sealed class Derived : IDisposable
{
    private readonly Snapshot _snapshot;

    public Derived(IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> tables, IReadOnlyList<AccessEdge> edges)
    {
        _snapshot = Snapshot.FromRows(tables);
        AccessGraph.Derive(_snapshot, edges, CancellationToken.None);
    }

    public IReadOnlyList<object?[]> Rows(string text)
    {
        var query = KqlCompiler.Compile(text, _snapshot.Catalog, _snapshot.Options(KqlDialect.Arg));
        if (query.Diagnostics.Count > 0)
            throw new InvalidOperationException($"{query.Diagnostics[0].Message}: {text}");
        return _snapshot.Query(query, new KqlBudget(int.MaxValue - 1, TimeSpan.FromMinutes(10)), CancellationToken.None).Rows;
    }

    public void Dispose() => _snapshot.Dispose();

    /// <summary>An edge that asks for any of these actions of Azure's roles, on one type each.</summary>
    public static AccessEdge Edge(string id, params IReadOnlyList<(string Type, IReadOnlyList<string> Actions, IReadOnlyList<string> Data)> on) =>
        new(id, id, "", [], [], [], [.. on.Select((o, i) => new EdgeTarget(o.Type, null, EdgeRoad.Role, new EdgeNeed(o.Actions, o.Data), null, null, [], [], [], [], false, i + 1))], [], id + ".yaml");
}
