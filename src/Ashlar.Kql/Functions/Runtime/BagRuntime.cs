using System.Text;
using System.Text.Json;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>Property bags as JSON text; properties keep the order in which they came.</summary>
internal static class BagRuntime
{
    public static void Register(ClrRegistry registry)
    {
        registry.Text<string, bool>("k_bag_items", Items);
        registry.Text<string, bool>("k_bag_pack", Pack);
        registry.Text<string>("k_bag_keys", json => Read(json) is { } bag ? ArrayRuntime.Join(bag.Select(p => Json.String(p.Key))) : null);
        registry.Value<string, string, bool>("k_bag_has_key", HasKey);
        registry.Text<string>("k_bag_merge", Merge);
        registry.Text<string, string>("k_bag_remove_keys", RemoveKeys);
        registry.Text<string, string, string>("k_bag_set_key", SetKey);
        registry.Text<string, string>("k_bag_zip", Zip);
        registry.Text<string>("k_treepath", TreePath);
    }

    private static List<KeyValuePair<string, string>>? Read(string json)
    {
        using var document = Json.Document(json);
        return document is { RootElement.ValueKind: JsonValueKind.Object }
            ? [.. document.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Json.Text(p.Value)))] : null;
    }

    private static string Write(IEnumerable<KeyValuePair<string, string>> bag) =>
        "{" + string.Join(",", bag.Select(p => Json.String(p.Key) + ":" + p.Value)) + "}";

    private static string? Items(string json, bool arrays) =>
        Read(json) is { } bag ? ArrayRuntime.Join(bag.Select(p => arrays ? ArrayRuntime.Join([Json.String(p.Key), p.Value]) : Write([p]))) : null;

    private static string? Pack(string json, bool skipAbsent)
    {
        using var document = Json.Document(json);
        if (document is not { RootElement.ValueKind: JsonValueKind.Array })
            return null;
        var bag = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        string? key = null;
        foreach (var item in document.RootElement.EnumerateArray())
        {
            if (key is null)
            {
                key = Json.ScalarText(item);
                continue;
            }

            if (!(skipAbsent && (item.ValueKind == JsonValueKind.Null || (item.ValueKind == JsonValueKind.String && item.ValueEquals("")))))
                bag[key] = item;
            key = null;
        }

        // Evidence of every subject passes here: one text, no copies of its parts.
        var output = new StringBuilder(json.Length).Append('{');
        foreach (var (name, value) in bag)
        {
            if (output.Length > 1)
                output.Append(',');
            Json.AppendString(output, name);
            Json.Append(output.Append(':'), value);
        }

        return output.Append('}').ToString();
    }

    private static bool? HasKey(string json, string key)
    {
        using var document = Json.Document(json);
        if (document is not { RootElement.ValueKind: JsonValueKind.Object })
            return null;
        if (!key.StartsWith('$'))
            return document.RootElement.TryGetProperty(key, out _);
        return Find(document.RootElement, key) is not null;
    }

    private static JsonElement? Find(JsonElement value, string path)
    {
        foreach (var step in JsonPath.Steps(path))
        {
            if (step.Key is not null ? value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(step.Key, out value)
                : value.ValueKind != JsonValueKind.Array || step.Index < 0 || step.Index >= value.GetArrayLength())
                return null;
            if (step.Key is null)
                value = value[(int)step.Index];
        }

        return value;
    }

    private static string? Merge(string json)
    {
        if (ArrayRuntime.Items(json) is not { } bags)
            return null;
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var bag in bags)
            foreach (var property in Read(bag) ?? [])
                merged.TryAdd(property.Key, property.Value);
        return Write(merged);
    }

    private static string? RemoveKeys(string json, string keys)
    {
        using var document = Json.Document(json);
        if (document is not { RootElement.ValueKind: JsonValueKind.Object })
            return null;
        var paths = ArrayRuntime.Texts(keys).Select(k => k.StartsWith('$') ? JsonPath.Steps(k).Select(s => s.Key ?? "").ToArray() : [k]).ToList();
        return Without(document.RootElement, paths, 0);
    }

    private static string Without(JsonElement bag, List<string[]> paths, int depth)
    {
        var kept = new List<KeyValuePair<string, string>>();
        foreach (var property in bag.EnumerateObject())
        {
            var here = paths.Where(p => p.Length > depth && p[depth] == property.Name).ToList();
            if (here.Any(p => p.Length == depth + 1))
                continue;
            kept.Add(KeyValuePair.Create(property.Name, here.Count > 0 && property.Value.ValueKind == JsonValueKind.Object ? Without(property.Value, here, depth + 1) : Json.Text(property.Value)));
        }

        return Write(kept);
    }

    private static string? SetKey(string json, string key, string value)
    {
        if (Read(json) is not { } bag)
            return null;
        var path = key.StartsWith('$') ? JsonPath.Steps(key).Select(s => s.Key ?? "").ToList() : [key];
        if (path.Count == 0)
            return null;
        var at = bag.FindIndex(p => p.Key == path[0]);
        var inner = path.Count == 1 ? value : SetKey(at >= 0 && Read(bag[at].Value) is not null ? bag[at].Value : "{}", "$." + string.Join('.', path.Skip(1)), value);
        if (inner is null)
            return null;
        if (at >= 0)
            bag[at] = KeyValuePair.Create(path[0], inner);
        else
            bag.Add(KeyValuePair.Create(path[0], inner));
        return Write(bag);
    }

    private static string? Zip(string keys, string values)
    {
        if (ArrayRuntime.Items(keys) is null || ArrayRuntime.Items(values) is not { } items)
            return null;
        var bag = new Dictionary<string, string>(StringComparer.Ordinal);
        var i = 0;
        using var names = Json.Document(keys);
        foreach (var name in names!.RootElement.EnumerateArray())
        {
            if (name.ValueKind == JsonValueKind.String)
                bag[name.GetString()!] = i < items.Count ? items[i] : "null";
            i++;
        }

        return Write(bag);
    }

    private static string? TreePath(string json)
    {
        using var document = Json.Document(json);
        if (document is null)
            return null;
        var paths = new List<string>();
        Walk(document.RootElement, "", paths);
        return ArrayRuntime.Join(paths.Distinct(StringComparer.Ordinal).Select(Json.String));
    }

    private static void Walk(JsonElement value, string path, List<string> paths)
    {
        if (value.ValueKind == JsonValueKind.Object)
            foreach (var property in value.EnumerateObject())
            {
                var here = path + "['" + property.Name + "']";
                paths.Add(here);
                Walk(property.Value, here, paths);
            }
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var element in value.EnumerateArray())
            {
                paths.Add(path + "[0]");
                Walk(element, path + "[0]", paths);
            }
    }
}
