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

    private static readonly string[] Secret = ["password", "passwd", "secret", "connectionstring", "key", "token", "credential", "sas", "signature", "prompt", "instruction"];

    // Values of applications and free texts: what stands there is nobody's to show.
    private static readonly string[] Free = ["env", "environmentvariables", "appsettings", "connectionstrings", "metadata", "command", "args", "value", "policycontent", "inputs", "definition", "parameters"];

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

    /// <summary>Null for nothing. A value that may hold a secret or a prompt is never shown, and of an address only its host.</summary>
    private static string? Shown(string path, JsonElement value)
    {
        if (IsNothing(value))
            return null;
        return Text(path, value);
    }

    private static string Text(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', value.EnumerateObject().Select(m => JsonSerializer.Serialize(m.Name) + ":" + Text(path + "." + m.Name, m.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(i => Text(path, i))) + "]",
        JsonValueKind.String when IsHidden(path) => "\"(not shown)\"",
        _ => Plain(value),
    };

    private static bool IsHidden(string path)
    {
        foreach (var part in path.Split('.', '[', ']'))
        {
            var name = part.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
            if (Free.Contains(name, StringComparer.OrdinalIgnoreCase) || Secret.Any(s => name.Contains(s, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    private static string Plain(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.Contains("://", StringComparison.Ordinal)
            ? JsonSerializer.Serialize(Uri.TryCreate(text, UriKind.Absolute, out var url) ? $"{url.Scheme}://{url.Host}" : "(not shown)")
            : value.GetRawText();
}
