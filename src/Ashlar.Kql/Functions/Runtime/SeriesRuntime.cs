using System.Globalization;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>Series are arrays of numbers; an element that is no number stays null.</summary>
internal static class SeriesRuntime
{
    public static void Register(ClrRegistry registry)
    {
        registry.Text<string, string, string>("k_series", Pairwise);
        registry.Text<string, string>("k_series_map", (json, function) => Reals(json) is { } series ? Write(series.Select(v => v is { } x ? Map(function, x) : (double?)null)) : null);
        registry.Text<string, string, string>("k_series_fill", Fill);
        registry.Text<string, string, string>("k_series_fill_const", (json, value, missing) => ArrayRuntime.Items(json) is { } items ? ArrayRuntime.Join(items.Select(i => IsMissing(i, missing) ? value : i)) : null);
        registry.Text<string, string, bool, string>("k_series_fill_linear", FillLinear);
        registry.Text<string>("k_series_stats", Stats);
        registry.Text<string>("k_series_line", Line);
    }

    private static List<double?>? Reals(string json) => ArrayRuntime.Items(json)?.Select(Numbers.ParseReal).ToList();

    private static string Write(IEnumerable<double?> values) => ArrayRuntime.Join(values.Select(v => v is { } x ? Json.Number(x) : "null"));

    private static string? Pairwise(string a, string b, string operation)
    {
        var x = Reals(a);
        var y = Reals(b);
        if (x is null && y is null)
            return null;
        var count = Math.Max(x?.Count ?? 0, y?.Count ?? 0);
        x ??= [.. Enumerable.Repeat(Numbers.ParseReal(a), count)];
        y ??= [.. Enumerable.Repeat(Numbers.ParseReal(b), count)];
        return ArrayRuntime.Join(Enumerable.Range(0, count).Select(i => Pair(operation, i < x.Count ? x[i] : null, i < y.Count ? y[i] : null)));
    }

    private static string Pair(string operation, double? a, double? b)
    {
        if (a is not { } x || b is not { } y)
            return "null";
        return operation switch
        {
            "add" => Json.Number(x + y),
            "subtract" => Json.Number(x - y),
            "multiply" => Json.Number(x * y),
            "divide" => Json.Number(x / y),
            "pow" => Json.Number(Math.Pow(x, y)),
            "equals" => Truth(x == y),
            "not_equals" => Truth(x != y),
            "less" => Truth(x < y),
            "less_equals" => Truth(x <= y),
            "greater" => Truth(x > y),
            _ => Truth(x >= y),
        };

        static string Truth(bool value) => value ? "true" : "false";
    }

    private static double Map(string function, double x) => function switch
    {
        "abs" => Math.Abs(x),
        "ceiling" => Math.Ceiling(x),
        "floor" => Math.Floor(x),
        "exp" => Math.Exp(x),
        "log" => Math.Log(x),
        "sign" => double.IsNaN(x) ? x : Math.Sign(x),
        "sin" => Math.Sin(x),
        "cos" => Math.Cos(x),
        "tan" => Math.Tan(x),
        "asin" => Math.Asin(x),
        "acos" => Math.Acos(x),
        _ => Math.Atan(x),
    };

    private static bool IsMissing(string item, string missing) => item == "null" || item == missing || (Numbers.ParseReal(item) is { } a && Numbers.ParseReal(missing) is { } b && a == b);

    private static string? Fill(string json, string missing, string direction)
    {
        if (ArrayRuntime.Items(json) is not { } items)
            return null;
        var forward = direction == "forward";
        string? last = null;
        for (var i = forward ? 0 : items.Count - 1; forward ? i < items.Count : i >= 0; i += forward ? 1 : -1)
        {
            if (!IsMissing(items[i], missing))
                last = items[i];
            else if (last is not null)
                items[i] = last;
        }

        return ArrayRuntime.Join(items);
    }

    private static string? FillLinear(string json, string missing, bool edges, string edge)
    {
        if (ArrayRuntime.Items(json) is not { } items)
            return null;
        var known = Enumerable.Range(0, items.Count).Where(i => !IsMissing(items[i], missing) && Numbers.ParseReal(items[i]) is not null).ToList();
        if (known.Count == 0)
            return edge == "null" ? json : ArrayRuntime.Join(items.Select(_ => edge));
        var whole = known.TrueForAll(i => Numbers.ParseLong(items[i]) is not null);
        var next = 0;
        for (var i = 0; i < items.Count; i++)
        {
            while (next < known.Count && known[next] < i)
                next++;
            if (next < known.Count && known[next] == i)
                continue;
            if (next == 0 || next == known.Count)
            {
                if (edges)
                    items[i] = items[next == 0 ? known[0] : known[^1]];
                continue;
            }

            int a = known[next - 1], b = known[next];
            double x = Numbers.ParseReal(items[a])!.Value, y = Numbers.ParseReal(items[b])!.Value;
            var between = x + ((y - x) * (i - a) / (b - a));
            items[i] = whole ? ((long)between).ToString(CultureInfo.InvariantCulture) : Json.Number(between);
        }

        return ArrayRuntime.Join(items);
    }

    private static string? Stats(string json)
    {
        var values = Reals(json)?.Select((v, i) => (Value: v, Index: i)).Where(v => v.Value is not null).Select(v => (Value: v.Value!.Value, v.Index)).ToList();
        if (values is not { Count: > 0 })
            return null;
        var least = values.MinBy(v => v.Value);
        var most = values.MaxBy(v => v.Value);
        var mean = values.Average(v => v.Value);
        var variance = values.Count < 2 ? 0 : values.Sum(v => (v.Value - mean) * (v.Value - mean)) / (values.Count - 1);
        return $"{{\"min\":{Json.Number(least.Value)},\"min_idx\":{least.Index},\"max\":{Json.Number(most.Value)},\"max_idx\":{most.Index},\"avg\":{Json.Number(mean)},\"stdev\":{Json.Number(Math.Sqrt(variance))},\"variance\":{Json.Number(variance)}}}";
    }

    private static string? Line(string json)
    {
        var values = Reals(json);
        if (values is null || values.Count < 2 || values.Any(v => v is null))
            return null;
        double n = values.Count, meanX = (n - 1) / 2, meanY = values.Average()!.Value;
        double xy = 0, xx = 0;
        for (var i = 0; i < values.Count; i++)
        {
            xy += (i - meanX) * (values[i]!.Value - meanY);
            xx += (i - meanX) * (i - meanX);
        }

        var slope = xy / xx;
        var interception = meanY - (slope * meanX);
        var total = values.Sum(v => (v!.Value - meanY) * (v.Value - meanY));
        var residual = values.Select((v, i) => v!.Value - (interception + (slope * i))).Sum(r => r * r);
        var line = Write(Enumerable.Range(0, values.Count).Select(i => (double?)(interception + (slope * i))));
        return $"{{\"rsquare\":{Json.Number(total == 0 ? 1 : 1 - (residual / total))},\"slope\":{Json.Number(slope)},\"variance\":{Json.Number(total / (n - 1))},\"rvariance\":{Json.Number(residual / (n - 1))},\"interception\":{Json.Number(interception)},\"line_fit\":{line}}}";
    }
}
