using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Graph.Flows;
using Ashlar.Graph.Reach;
using Ashlar.Graph.Tests.Access;
using Ashlar.Graph.Workloads;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Paths;

/// <summary>The sample tenant as rows, with the tables of reach and data flows worked out once.</summary>
internal static class Contoso
{
    private static readonly string[] Given = ["AiWorkloads", "AiWorkloadResources", "Exposure", "NetworkReach", "DataFlows"];

    public static Rows Read()
    {
        var folder = Path.Combine(Root(), "tenants", "contoso");
        var rows = new Rows();
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ashlar-export.json")));
        foreach (var set in manifest.RootElement.GetProperty("dataSets").EnumerateArray())
        {
            if (set.GetProperty("file").GetString() is not { } file)
                continue;
            var table = TableCatalogue.Find(set.GetProperty("table").GetString()!)!;
            foreach (var row in JsonNode.Parse(File.ReadAllText(Path.Combine(folder, file)))!.AsArray())
                rows.Add(table.Name, Fitting(table, row!.AsObject()));
        }

        using var snapshot = Snapshot.FromRows(rows.Tables.ToDictionary(t => t.Key, t => (IReadOnlyList<JsonObject>)t.Value), asOf: Rows.Now);
        AiWorkloads.Derive(snapshot, CancellationToken.None);
        Reachability.Derive(snapshot, CancellationToken.None);
        AccessGraph.Derive(snapshot, ShippedEdges.All.Value, CancellationToken.None);
        DataFlows.Derive(snapshot, Settings.None, CancellationToken.None);
        foreach (var name in Given)
        {
            var table = TableCatalogue.Find(name)!;
            var dynamic = table.Columns.Select(c => c.Type == "dynamic" ? $"tostring({c.Name})" : c.Name);
            foreach (var row in Rows.Ask(snapshot, $"{name} | project {string.Join(", ", dynamic)}"))
                rows.Add(name, new JsonObject(table.Columns.Select((c, i) => KeyValuePair.Create(c.Name, Node(c.Type, row[i])))));
        }

        return rows;
    }

    private static JsonObject Fitting(TableDefinition table, JsonObject row)
    {
        var copy = new JsonObject(row.Where(c => table.Columns.Any(t => t.Name == c.Key)).Select(c => KeyValuePair.Create(c.Key, c.Value?.DeepClone())));
        if (copy["type"] is { } type)
            copy["type"] = type.GetValue<string>().ToLowerInvariant();
        return copy;
    }

    private static JsonNode? Node(string type, object? value) => value is null ? null : type == "dynamic" ? (value is string { Length: > 0 } text ? JsonNode.Parse(text) : null) : JsonSerializer.SerializeToNode(value);

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Ashlar.slnx")))
            at = Path.GetDirectoryName(at)!;
        return at;
    }
}
