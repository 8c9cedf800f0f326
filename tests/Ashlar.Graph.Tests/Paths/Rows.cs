using System.Text.Json.Nodes;
using Ashlar.Graph.Access;
using Ashlar.Graph.Paths;
using Ashlar.Graph.Tests.Access;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Paths;

/// <summary>A tenant as the rows of its tables: those of reach and data flows are given, those of access are derived.</summary>
internal sealed class Rows
{
    public static readonly DateTime Now = new(2026, 6, 15, 8, 0, 0, DateTimeKind.Utc);

    public Dictionary<string, List<JsonObject>> Tables { get; } = new(StringComparer.Ordinal);

    public Rows Add(string table, JsonObject row)
    {
        if (!Tables.TryGetValue(table, out var list))
            Tables[table] = list = [];
        list.Add(row);
        return this;
    }

    public Rows Add(string table, string json) => Add(table, JsonNode.Parse(json)!.AsObject());

    public Rows Copy()
    {
        var copy = new Rows();
        foreach (var (table, rows) in Tables)
            copy.Tables[table] = [.. rows.Select(r => r.DeepClone().AsObject())];
        return copy;
    }

    public Snapshot Derive()
    {
        var whole = new[] { "resources", "resourcecontainers", "authorizationresources", "armresources", "managedserviceresources" }.Concat(TableCatalogue.All.Where(t => t.Kind == TableKind.Entra).Select(t => t.Name))
            .Select(t => new Completeness(t, "", "/", Bodies: true, List: true, "test")).ToList();
        var snapshot = Snapshot.FromRows(Tables.ToDictionary(t => t.Key, t => (IReadOnlyList<JsonObject>)t.Value), completeness: whole, asOf: Now);
        AccessGraph.Derive(snapshot, ShippedEdges.All.Value, CancellationToken.None);
        AttackPaths.Derive(snapshot, ShippedEdges.All.Value, CancellationToken.None);
        return snapshot;
    }

    public static IReadOnlyList<object?[]> Ask(Snapshot snapshot, string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        Assert.Empty(compiled.Diagnostics);
        return snapshot.Query(compiled, new KqlBudget(int.MaxValue - 1, TimeSpan.FromMinutes(2)), CancellationToken.None).Rows;
    }
}
