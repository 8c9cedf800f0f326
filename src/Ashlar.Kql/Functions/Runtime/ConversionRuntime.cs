using System.Globalization;
using System.Text.Json;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

internal static class ConversionRuntime
{
    public static void Register(ClrRegistry registry)
    {
        registry.Value<string, bool>("k_tobool", ToBool);
        registry.Value<string, long>("k_tolong", Numbers.ParseLong);
        registry.Value<long, int>("k_narrow", wide => wide is >= int.MinValue and <= int.MaxValue ? (int)wide : null);
        registry.Value<string, long>("k_tolong_trunc", text => Numbers.ParseLong(text) ?? (Numbers.ParseReal(text) is { } real && Math.Abs(real) < 9.2e18 ? (long)real : null));
        registry.Value<string, long>("k_todatetime", DateTimes.Parse);
        registry.Value<string, long>("k_totimespan", TimeSpans.Parse);
        registry.Text<string>("k_toguid", text => Guid.TryParse(text, out var guid) || Guid.TryParseExact(text.Replace("-", "", StringComparison.Ordinal), "N", out guid) ? guid.ToString("D") : null);
        registry.Text<double>("k_real_text", Numbers.Format);
        registry.Text<double>("k_real_json", Json.Number);
        registry.Text<string>("k_decimal_text", text => text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text);
        registry.Text<long>("k_datetime_text", DateTimes.Format);
        registry.Text<long>("k_timespan_text", TimeSpans.Format);
        registry.Value<long, long>("k_ticks", ticks => ticks is >= 0 and <= DateTimes.MaxTicks ? ticks : null);
        registry.Text<long, long>("k_tohex", (value, width) => value.ToString("x" + Math.Clamp(width, 0, 64).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        registry.Text<string>("k_parse_json", ParseJson);
        registry.Text<string>("k_type_of", TypeOf);
    }

    private static bool? ToBool(string text)
    {
        var trimmed = text.Trim();
        if (bool.TryParse(trimmed, out var flag))
            return flag;
        return Numbers.ParseLong(trimmed) is { } number ? number != 0 : null;
    }

    private static string? ParseJson(string text)
    {
        if (text.Length == 0)
            return null;
        var canonical = Json.TryCanonical(text);
        return canonical == "null" ? null : canonical ?? Json.String(text);
    }

    private static string? TypeOf(string json)
    {
        using var document = Json.Document(json);
        return document?.RootElement.ValueKind switch
        {
            JsonValueKind.Array => "array",
            JsonValueKind.Object => "dictionary",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "bool",
            JsonValueKind.Number => document.RootElement.TryGetInt64(out _) ? "long" : "double",
            _ => "null",
        };
    }
}
