using System.Text.Json;

namespace Ashlar.EndToEnd.Tenants;

/// <summary>A tenant folder under <c>/tenants</c>, read as plain JSON: what the tests of its consistency ask.</summary>
internal sealed class ExportFolder
{
    public ExportFolder(string name)
    {
        Path = System.IO.Path.Combine(Repository.Root, "tenants", name);
        Manifest = Read("ashlar-export.json");
        Files = [.. Directory.EnumerateFiles(Path, "*.json", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(Path, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    public string Path { get; }

    public JsonElement Manifest { get; }

    /// <summary>Every JSON file, relative, with forward slashes.</summary>
    public IReadOnlyList<string> Files { get; }

    public IEnumerable<JsonElement> DataSets => Manifest.GetProperty("dataSets").EnumerateArray();

    /// <summary>Rows of every file that the manifest gives to <paramref name="table"/>.</summary>
    public IEnumerable<JsonElement> Rows(string table) => DataSets
        .Where(d => d.GetProperty("table").GetString() == table && d.GetProperty("file").ValueKind == JsonValueKind.String)
        .SelectMany(d => Read(d.GetProperty("file").GetString()!).EnumerateArray());

    /// <summary>Every ARM id that a row stands for, a subnet or another child inside a row has, or a managed identity is.</summary>
    public HashSet<string> ArmIds()
    {
        var ids = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in ArmTables)
        {
            foreach (var row in Rows(table))
            {
                ids.Add(Text(row, "id"));
                if (row.TryGetProperty("properties", out var properties))
                {
                    CollectNestedIds(properties, Text(row, "id") + "/", ids);
                }
            }
        }

        return ids;
    }

    public static IReadOnlyList<string> ArmTables { get; } =
        ["resources", "resourcecontainers", "authorizationresources", "policyresources", "securityresources", "armresources"];

    public static string Text(JsonElement row, string property) => row.GetProperty(property).GetString()!;

    /// <summary>Every string value below <paramref name="element"/>, property names of objects included.</summary>
    public static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value).Append(p.Name)),
        _ => [],
    };

    public JsonElement Read(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(Path, file)));
        return document.RootElement.Clone();
    }

    private static void CollectNestedIds(JsonElement element, string owner, HashSet<string> ids)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                CollectNestedIds(item, owner, ids);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                && id.GetString()!.StartsWith(owner, StringComparison.OrdinalIgnoreCase) && element.TryGetProperty("properties", out _))
            {
                ids.Add(id.GetString()!);
            }

            foreach (var property in element.EnumerateObject())
            {
                CollectNestedIds(property.Value, owner, ids);
            }
        }
    }
}
