using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Model;

namespace Ashlar.Sources.Terraform;

/// <summary>The ARM values that a mapping makes of one planned resource, and the paths that stay open.</summary>
internal sealed class ArmBody(PlannedResource resource)
{
    /// <summary>Columns and properties by their ARM path.</summary>
    public JsonObject Columns { get; } = [];

    /// <summary>ARM path to why its value is undecided, in order.</summary>
    public SortedDictionary<string, string> Open { get; } = new(StringComparer.Ordinal);

    /// <summary>ARM paths that the mapping speaks of.</summary>
    public HashSet<string> Spoken { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Fill(IReadOnlyList<KeyValuePair<string, TerraformValue>> values)
    {
        foreach (var (path, from) in values)
        {
            Spoken.Add(path);
            var value = ValueOf(from, resource.Values, resource.Unknown, resource.Sensitive);
            if (value.Open is { } why)
            {
                Open.TryAdd(path, why);
            }
            else if (value.Value is not null)
            {
                Put(Columns, path.Split('.'), value.Value.DeepClone());
            }
        }
    }

    public Attribute ValueOf(TerraformValue from) => ValueOf(from, resource.Values, resource.Unknown, resource.Sensitive);

    private static Attribute ValueOf(TerraformValue from, JsonNode? value, JsonNode? unknown, JsonNode? sensitive)
    {
        if (from.When is { } condition)
        {
            var when = Attribute.At(value, unknown, sensitive, condition);
            if (when.Open is not null)
            {
                // That a secret is set is known, only its value is not read.
                if (when.Open != Attribute.Secret)
                {
                    return when;
                }
            }
            else if (!when.IsSet)
            {
                return default;
            }
        }

        if (from.From is not { } path)
        {
            return new Attribute(from.Constant, null);
        }

        var found = Attribute.At(value, unknown, sensitive, path);
        return found.Open is not null ? found
            : found.Value is null ? new Attribute(from.Default, null)
            : from.Each is { } each ? List(each, found.Value)
            : Converted(from, found.Value);
    }

    private static Attribute Converted(TerraformValue from, JsonNode value)
    {
        if (from.Map is { } map)
        {
            return map.TryGetValue(Text(value), out var meaning) ? new Attribute(meaning, null) : new Attribute(null, $"a value that the mapping does not know: {Text(value)}");
        }

        if (from.Not)
        {
            return bool.TryParse(Text(value), out var flag) ? new Attribute(JsonValue.Create(!flag), null) : new Attribute(null, "no boolean");
        }

        if (from.Keys)
        {
            return value is JsonArray list ? new Attribute(new JsonObject(list.OfType<JsonNode>().Select(Text).Distinct().Select(key => KeyValuePair.Create(key, (JsonNode?)new JsonObject()))), null) : default;
        }

        if (!from.Json)
        {
            return new Attribute(value, null);
        }

        try
        {
            return new Attribute(value is JsonValue ? JsonNode.Parse(Text(value)) : value, null);
        }
        catch (JsonException)
        {
            return new Attribute(null, "text that is no JSON");
        }
    }

    private static Attribute List(IReadOnlyList<KeyValuePair<string, TerraformValue>> each, JsonNode value)
    {
        if (value is not JsonArray list)
        {
            return new Attribute(null, "no list");
        }

        var made = new JsonArray();
        foreach (var element in list)
        {
            var item = new JsonObject();
            foreach (var (name, from) in each)
            {
                var part = ValueOf(from, element, null, null);
                if (part.Open is not null)
                {
                    return part;
                }

                if (part.Value is not null)
                {
                    Put(item, name.Split('.'), part.Value.DeepClone());
                }
            }

            made.Add((JsonNode)item);
        }

        return new Attribute(made, null);
    }

    /// <summary>Puts a value in its place, making the objects on the way.</summary>
    public static void Put(JsonObject into, ReadOnlySpan<string> path, JsonNode? value)
    {
        for (var i = 0; i < path.Length - 1; i++)
        {
            if (into[path[i]] is not JsonObject inner)
            {
                inner = [];
                into[path[i]] = inner;
            }

            into = inner;
        }

        into[path[^1]] = value;
    }

    private static string Text(JsonNode value) => value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String ? scalar.GetValue<string>() : value.ToJsonString();
}
