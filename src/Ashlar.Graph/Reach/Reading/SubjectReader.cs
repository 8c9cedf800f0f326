using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Reads the resources of AI workloads that may have doors, and the rows below them.</summary>
internal sealed class SubjectReader(AccessQuery query, ReachCoverage coverage)
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>Ordered by key.</summary>
    public List<DoorRow> Rows { get; } = [];

    public Children Children { get; } = new(coverage);

    public void Read()
    {
        var wanted = query.Run("AiWorkloadResources | distinct ResourceId, Type | where ResourceId startswith '/'")
            .Where(r => DoorReader.Has(AccessQuery.Text(r[1]))).Select(r => AccessQuery.Text(r[0])).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (wanted.Count == 0)
            return;
        var seen = new Dictionary<string, DoorRow>(StringComparer.Ordinal);
        var types = string.Join(", ", DoorReader.Types.Select(t => $"'{t}'"));
        foreach (var table in new[] { "resources", ResourceGraphTables.ArmResources })
        {
            query.Scan($"{table} | where type in ({types}) | where id in~ (AiWorkloadResources | project ResourceId) | project id, type, kind, location, properties, tostring(sku.name)",
                row => Take(seen, new DoorRow(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(5), Body(row.Utf8(4)))));
        }

        query.Scan($"resources | where type == '{ContainerDoors.Environment}' | project id, properties", row => Children.Add(ResourceIds.Key(row.Text(0)), ContainerDoors.Environment, row.Text(0), Body(row.Utf8(1))));
        foreach (var id in wanted)
        {
            if (!seen.ContainsKey(ResourceIds.Key(id)))
                Take(seen, new DoorRow(id, ResourceIds.Type(id)!, "", "", "", default));
        }

        Rows.AddRange(seen.Values.OrderBy(r => r.Key, StringComparer.Ordinal));
        var below = string.Join(", ", DoorReader.Below.Select(t => $"'{t}'"));
        foreach (var table in new[] { ResourceGraphTables.ArmResources, "resources", "appserviceresources" })
            query.Scan($"{table} | where type in ({below}) | project id, type, properties", Below);
    }

    private void Below(KqlCells row)
    {
        var (id, type) = (row.Text(0), row.Text(1));
        var body = Body(row.Utf8(2));
        var key = ResourceIds.Key(id);
        var parent = Up(Up(key));
        if (type is "microsoft.cdn/profiles/origingroups/origins" or "microsoft.cognitiveservices/accounts/managednetworks/outboundrules")
            parent = Up(Up(parent));
        Children.Add(parent, type, id, body);
    }

    private static string Up(string key) => key[..Math.Max(0, key.LastIndexOf('/'))];

    // Of two rows the one with a body counts.
    private static void Take(Dictionary<string, DoorRow> seen, DoorRow row)
    {
        if (!seen.TryGetValue(row.Key, out var known) || (!known.HasBody && row.HasBody))
            seen[row.Key] = row;
    }

    private static JsonElement Body(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length < 2)
            return default;
        try
        {
            using var document = JsonDocument.Parse(utf8.ToArray(), Deep);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
