using System.Text;

namespace Ashlar.Bench;

/// <summary>Writes a tenant of N resources as the export kit would: NDJSON, about 1 KB of properties each.</summary>
internal static class Tenant
{
    private const int PropertyBytes = 1024;

    public static void Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        using (var graph = Open(Path.Combine(folder, "resources.ndjson")))
        using (var arm = Open(Path.Combine(folder, "armresources.ndjson")))
        {
            var line = new StringBuilder(2048);
            for (var number = 0; number < count; number++)
            {
                var kind = ResourceKinds.All[number % ResourceKinds.All.Count];
                Row(line.Clear(), kind, new Placement(number));
                // Online endpoints are tracked resources; the other children are not in Resource Graph.
                (kind.Parent is null || kind.Kind.Length > 0 ? graph : arm).Write(line.Append('\n'));
            }
        }

        using var manifest = Open(Path.Combine(folder, "ashlar-export.json"));
        manifest.Write(
            """
            {"schema":"ashlar-export/1","collectedAt":"2026-06-15T08:00:00Z","tool":"bench","dataSets":[
            {"table":"resources","type":"","scope":"/","file":"resources.ndjson","list":"complete","bodies":true},
            {"table":"armresources","type":"","scope":"/","file":"armresources.ndjson","list":"complete","bodies":true}
            ]}

            """);
    }

    private static void Row(StringBuilder line, ResourceKind kind, Placement at)
    {
        var dice = new Dice((ulong)at.Number);
        var name = $"{kind.Prefix}{at.Number:d7}";
        var id = kind.Parent is { } parent ? ParentId(parent, kind, at) + kind.Type[kind.Type.LastIndexOf('/')..] + "/" + name : $"{at.Scope}/providers/{kind.Type}/{name}";
        line.Append("{\"id\":\"").Append(id).Append("\",\"name\":\"").Append(name).Append("\",\"type\":\"").Append(kind.Type.ToLowerInvariant())
            .Append("\",\"tenantId\":\"").Append(Placement.Tenant).Append("\",\"kind\":\"").Append(kind.Kind).Append("\",\"location\":\"").Append(at.Location)
            .Append("\",\"resourceGroup\":\"").Append(at.Group).Append("\",\"subscriptionId\":\"").Append(at.Subscription)
            .Append("\",\"managedBy\":\"\",\"sku\":{\"name\":\"S0\"},\"tags\":{\"environment\":\"").Append(dice.Either("production", "test")).Append("\"},\"identity\":");
        line.Append(dice.Yes() ? "null" : $"{{\"type\":\"SystemAssigned\",\"principalId\":\"be0c0003-0000-4000-8000-{at.Number:d12}\",\"tenantId\":\"{Placement.Tenant}\"}}");
        line.Append(",\"properties\":{");
        var start = line.Length;
        line.Append("\"provisioningState\":\"Succeeded\",").Append(kind.Properties(ref dice, at, name)).Append(",\"capabilities\":[");
        for (var filler = 0; line.Length - start < PropertyBytes; filler++)
        {
            line.Append(filler == 0 ? "" : ",").Append("{\"name\":\"Capability").Append(filler).Append("\",\"value\":\"").Append(dice.Next(100_000)).Append("\"}");
        }

        line.Append("]}}");
    }

    /// <summary>The nearest resource before this one that is of the parent's kind.</summary>
    private static string ParentId(ResourceKind parent, ResourceKind kind, Placement at)
    {
        var distance = 0;
        while (ResourceKinds.All[(at.Number - distance) % ResourceKinds.All.Count] != parent)
        {
            distance++;
        }

        return at.Id(parent.Type, parent.Prefix, at.Number - distance);
    }

    private static StreamWriter Open(string path) => new(path, append: false, new UTF8Encoding(false), 1 << 20);
}
