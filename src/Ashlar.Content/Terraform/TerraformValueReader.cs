using System.Text.Json.Nodes;
using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>An attribute path as text, a map that says more of where a value comes from, or a list of either: the first that is written counts.</summary>
internal static class TerraformValueReader
{
    public static TerraformValue? Read(YamlValue yaml, YamlFields holder)
    {
        if (yaml is YamlText { IsNull: false } path && path.Value.Length > 0)
        {
            return new TerraformValue(path.Value);
        }

        if (yaml is YamlList names)
        {
            return FirstOf(names, holder);
        }

        var fields = YamlFields.Of(yaml, "A value", holder.File, holder.Problems, "from", "value", "when", "map", "not", "default", "each", "keys", "join", "json", "id");
        if (fields is null)
        {
            if (yaml is YamlText)
            {
                holder.Wrong(yaml, "A value needs the attribute it comes from, or 'value:' with a constant.");
            }

            return null;
        }

        var from = fields.Text("from", required: false);
        if ((from is null) == (fields.Find("value") is null))
        {
            holder.Wrong(yaml, "A value comes from an attribute ('from') or is a constant ('value'): one of them.");
            return null;
        }

        return new TerraformValue(from)
        {
            Constant = fields.Find("value") is { } constant ? YamlJson.Node(constant.Value) : null,
            When = fields.Text("when", required: false),
            Map = fields.Find("map") is null ? null : Map(fields),
            Not = fields.Flag("not", whenAbsent: false),
            Default = fields.Find("default") is { } otherwise ? YamlJson.Node(otherwise.Value) : null,
            Each = fields.Find("each") is null ? null : Each(fields),
            Keys = fields.Flag("keys", whenAbsent: false),
            Join = fields.Flag("join", whenAbsent: false),
            Id = fields.Flag("id", whenAbsent: false),
            Json = fields.Flag("json", whenAbsent: false),
        };
    }

    private static TerraformValue? FirstOf(YamlList names, YamlFields holder)
    {
        TerraformValue? first = null;
        foreach (var item in names.Items.Reverse())
        {
            if (Read(item, holder) is not { } value)
            {
                return null;
            }

            if (first is not null && (value is { From: null, When: null } || value.Default is not null))
            {
                holder.Wrong(item, "What stands before another may be absent: an attribute, or a constant with 'when'. The default belongs to the last.");
            }

            first = value with { Or = first };
        }

        if (first is null)
        {
            holder.Wrong(names, "A list of names has at least one.");
        }

        return first;
    }

    private static Dictionary<string, JsonNode?> Map(YamlFields fields)
    {
        var map = new Dictionary<string, JsonNode?>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in fields.Pairs("map", required: true))
        {
            map[pair.Key] = YamlJson.Node(pair.Value);
        }

        return map;
    }

    private static List<KeyValuePair<string, TerraformValue>> Each(YamlFields fields)
    {
        var each = new List<KeyValuePair<string, TerraformValue>>();
        foreach (var pair in fields.Pairs("each", required: true))
        {
            if (Read(pair.Value, fields) is { } value)
            {
                each.Add(KeyValuePair.Create(pair.Key, value));
            }
        }

        return each;
    }
}
