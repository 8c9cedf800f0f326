using System.Text.Json;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Settings that differ between two JSON texts: path, and the values as JSON text (null = not there).</summary>
/// <remarks>
/// Names compare in any case, as ARM takes them. Lists compare by the <c>id</c> or <c>name</c> of their items, else as bags: their order means
/// nothing. <c>null</c> and nothing are the same: not reported.
/// </remarks>
internal static class SettingDrift
{
    private const int Most = 100;

    // Written by Azure at every change of anything else.
    private static readonly HashSet<string> Noise = new(StringComparer.OrdinalIgnoreCase) { "etag", "systemData", "lastModifiedAt", "lastModifiedTime", "changedTime", "internalId" };

    private static readonly string[] Secret = ["password", "secret", "connectionstring", "accountkey", "primarykey", "secondarykey", "sastoken", "accesskey", "apikey"];

    public static List<(string Path, string? Before, string? After)> Of(string path, string before, string after)
    {
        using var one = JsonDocument.Parse(before.Length == 0 ? "null" : Quoted(before));
        using var other = JsonDocument.Parse(after.Length == 0 ? "null" : Quoted(after));
        var found = new List<(string, string?, string?)>();
        Compare(path, one.RootElement, other.RootElement, found);
        return found;
    }

    // Columns of text come as they are.
    private static string Quoted(string text) => text[0] is '{' or '[' or '"' || text == "null" ? text : JsonSerializer.Serialize(text);

    private static void Compare(string path, JsonElement before, JsonElement after, List<(string, string?, string?)> found)
    {
        if (found.Count >= Most)
            return;
        if (before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object)
            Members(path, before, after, found);
        else if (before.ValueKind == JsonValueKind.Array && after.ValueKind == JsonValueKind.Array)
            Lists(path, before, after, found);
        else if (IsNothing(before) != IsNothing(after) || (!IsNothing(before) && !Same(before, after)))
            found.Add((path, Shown(path, before), Shown(path, after)));
    }

    private static void Members(string path, JsonElement before, JsonElement after, List<(string, string?, string?)> found)
    {
        var now = after.EnumerateObject().DistinctBy(m => m.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(m => m.Name, m => m.Value, StringComparer.OrdinalIgnoreCase);
        var then = before.EnumerateObject().DistinctBy(m => m.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(m => m.Name, m => m.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var name in now.Keys.Concat(then.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Where(n => !Noise.Contains(n)).Order(StringComparer.Ordinal))
            Compare(path.Length == 0 ? name : path + "." + name, then.GetValueOrDefault(name), now.GetValueOrDefault(name), found);
    }

    private static void Lists(string path, JsonElement before, JsonElement after, List<(string, string?, string?)> found)
    {
        if (Named(before) is { } then && Named(after) is { } now)
        {
            foreach (var name in then.Keys.Concat(now.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                Compare($"{path}[{name}]", then.GetValueOrDefault(name), now.GetValueOrDefault(name), found);
        }
        else if (!Bag(before).SequenceEqual(Bag(after), StringComparer.Ordinal))
        {
            found.Add((path, Shown(path, before), Shown(path, after)));
        }
    }

    private static Dictionary<string, JsonElement>? Named(JsonElement list)
    {
        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var item in list.EnumerateArray())
        {
            if ((item.At("id").Text() ?? item.At("name").Text())?.ToLowerInvariant() is not { Length: > 0 } name || !named.TryAdd(name, item))
                return null;
        }

        return named;
    }

    private static IEnumerable<string> Bag(JsonElement list) => list.EnumerateArray().Select(i => i.GetRawText()).Order(StringComparer.Ordinal);

    private static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    // The same id comes in other letters from another API.
    private static bool Same(JsonElement before, JsonElement after) => before.ValueKind == after.ValueKind
        && (JsonElement.DeepEquals(before, after) || (before.Text() is { } one && one.StartsWith('/') && one.Equals(after.GetString(), StringComparison.OrdinalIgnoreCase)));

    /// <summary>Null for nothing; a value that may be a secret is never shown.</summary>
    private static string? Shown(string path, JsonElement value)
    {
        if (IsNothing(value))
            return null;
        var name = path[(path.LastIndexOf('.') + 1)..];
        return Secret.Any(s => name.Contains(s, StringComparison.OrdinalIgnoreCase)) && value.ValueKind == JsonValueKind.String ? "\"(not shown)\"" : value.GetRawText();
    }
}
