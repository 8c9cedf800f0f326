using System.Globalization;
using System.Text;
using System.Text.Json;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

internal static class JsonRuntime
{
    public static void Register(ClrRegistry registry)
    {
        registry.Text<string, string>("k_member", Member);
        registry.Text<string, long>("k_element", Element);
        registry.Text<string, string>("k_at", (json, index) => Json.Document(index) is { } i && i.RootElement.ValueKind == JsonValueKind.Number && i.RootElement.TryGetInt64(out var n) ? Element(json, n) : Member(json, Text(index)));
        registry.Text<string>("k_sorted_json", Sorted);
        registry.Text<string, string>("k_extract_json", ExtractJson);
        registry.Text<string>("k_order", Order);
        registry.Text<string, long, bool>("k_list", List);
        registry.Text<string, long, string>("k_lay", Lay);
        registry.Text<long, long, long, string>("k_axis", Axis);
        registry.Text<double, double, long>("k_axis_real", (from, step, count) => "[" + string.Join(",", Enumerable.Range(0, (int)count).Select(i => Json.Number(from + (i * step)))) + "]");
        registry.Text<long, long, long>("k_range_array", (from, to, step) => Array(Steps(from, to, step).Select(v => v.ToString(CultureInfo.InvariantCulture))));
        registry.Text<double, double, double>("k_range_reals", (from, to, step) => step == 0 ? null : Array(Enumerable.Range(0, (int)Math.Clamp(Math.Floor(((to - from) / step) + 1e-9) + 1, 0, Most)).Select(i => Json.Number(from + (i * step)))));
        registry.Text<long, long, long>("k_range_dates", (from, to, step) => Array(Steps(from, to, step).Select(v => Json.String(DateTimes.Format(v)))));
        registry.Text<long, long, long>("k_range_spans", (from, to, step) => Array(Steps(from, to, step).Select(v => Json.String(TimeSpans.Format(v)))));
        registry.Text<string, long>("k_repeat", (json, count) => count is < 0 or > Most ? null : Array(Enumerable.Repeat(json, (int)count)));
    }

    /// <summary>Kusto's own bound on arrays that functions make.</summary>
    private const int Most = 1_048_576;

    /// <summary>A text that sorts as the value does: numbers by their value, strings by theirs, kinds one after the other.</summary>
    private static string? Order(string json)
    {
        using var document = Json.Document(json);
        if (document is null || document.RootElement.ValueKind == JsonValueKind.Null)
            return null;
        var value = document.RootElement;
        if (value.ValueKind != JsonValueKind.Number)
            return value.ValueKind switch { JsonValueKind.False => "0", JsonValueKind.True => "1", JsonValueKind.String => "3" + value.GetString(), _ => "4" + json };
        // A double's bits sort as it does, once the sign is turned.
        var bits = BitConverter.DoubleToInt64Bits(value.GetDouble() + 0.0);
        return "2" + ((ulong)(bits < 0 ? ~bits : bits | long.MinValue)).ToString("X16", CultureInfo.InvariantCulture);
    }

    private static string Text(string json)
    {
        using var document = Json.Document(json);
        return document is null ? "" : Json.ScalarText(document.RootElement);
    }

    private static string Array(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    private static IEnumerable<long> Steps(long from, long to, long step)
    {
        if (step == 0)
            yield break;
        decimal value = from;
        for (var i = 0; i < Most && (step > 0 ? value <= to : value >= to); i++, value += step)
            yield return (long)value;
    }

    private static string? Member(string json, string key)
    {
        using var document = Json.Document(json);
        return document is { RootElement.ValueKind: JsonValueKind.Object } && document.RootElement.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? Json.Text(value) : null;
    }

    private static string? Element(string json, long index)
    {
        using var document = Json.Document(json);
        if (document is not { RootElement.ValueKind: JsonValueKind.Array })
            return null;
        var length = document.RootElement.GetArrayLength();
        if (index < 0)
            index += length;
        if (index < 0 || index >= length)
            return null;
        var value = document.RootElement[(int)index];
        return value.ValueKind == JsonValueKind.Null ? null : Json.Text(value);
    }

    private static string? Sorted(string json)
    {
        using var document = Json.Document(json);
        if (document is null)
            return null;
        var output = new StringBuilder();
        AppendSorted(output, document.RootElement);
        return output.ToString();
    }

    private static void AppendSorted(StringBuilder output, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            output.Append('{');
            var first = true;
            foreach (var property in element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                output.Append(first ? "" : ",");
                first = false;
                Json.AppendString(output, property.Name);
                output.Append(':');
                AppendSorted(output, property.Value);
            }

            output.Append('}');
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            output.Append('[');
            for (var i = 0; i < element.GetArrayLength(); i++)
            {
                output.Append(i == 0 ? "" : ",");
                AppendSorted(output, element[i]);
            }

            output.Append(']');
        }
        else
        {
            Json.Append(output, element);
        }
    }

    /// <summary>$.a.b[0] and $['a'].</summary>
    private static string? ExtractJson(string path, string json)
    {
        using var document = Json.Document(json);
        if (document is null)
            return null;
        var value = document.RootElement;
        foreach (var step in JsonPath.Steps(path))
        {
            if (step.Key is not null)
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(step.Key, out value))
                    return null;
            }
            else
            {
                if (value.ValueKind != JsonValueKind.Array || step.Index < 0 || step.Index >= value.GetArrayLength())
                    return null;
                value = value[(int)step.Index];
            }
        }

        return Json.ScalarText(value);
    }

    /// <summary>The outer array's strings are the JSON texts of the elements.</summary>
    private static string List(string json, long most, bool distinct)
    {
        using var document = Json.Document(json);
        if (document is not { RootElement.ValueKind: JsonValueKind.Array })
            return "[]";
        var items = document.RootElement.EnumerateArray().Select(e => e.GetString() ?? "null");
        if (distinct)
            items = items.Distinct(StringComparer.Ordinal);
        return Array(items.Take((int)Math.Clamp(most, 0, Most)));
    }

    private static string Lay(string cells, long count, string otherwise)
    {
        var line = Enumerable.Repeat(otherwise, (int)Math.Clamp(count, 0, Most)).ToArray();
        using var document = Json.Document(cells);
        if (document is not null)
            foreach (var cell in document.RootElement.EnumerateArray())
                if (cell[0].TryGetInt64(out var slot) && slot >= 0 && slot < line.Length && cell[1].ValueKind != JsonValueKind.Null)
                    line[slot] = Json.Text(cell[1]);
        return Array(line);
    }

    private static string Axis(long from, long step, long count, string type)
    {
        var points = Enumerable.Range(0, (int)Math.Clamp(count, 0, Most)).Select(i => from + (i * step));
        return Array(points.Select(p => type switch
        {
            "datetime" => Json.String(DateTimes.Format(p)),
            "timespan" => Json.String(TimeSpans.Format(p)),
            _ => p.ToString(CultureInfo.InvariantCulture),
        }));
    }
}
