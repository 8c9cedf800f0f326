using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

internal static class ParsingRuntime
{
    public static void Register(ClrRegistry registry)
    {
        registry.Text<string, string, string, bool>("k_parse", Parse);
        registry.Text<string, string>("k_parse_kv", KeyValueText.Parse);
        registry.Text<string, long, string>("k_extract", Extract);
        registry.Text<string, string, string>("k_extract_all", ExtractAll);
        registry.Text<string>("k_parse_url", UrlText.Parse);
        registry.Text<string>("k_parse_urlquery", text => "{\"Query Parameters\":" + UrlText.Query(text.TrimStart('?')) + "}");
        registry.Text<string>("k_parse_path", ParsePath);
        registry.Text<string>("k_parse_version", ParseVersion);
        registry.Text<string>("k_parse_csv", ParseCsv);
        registry.Text<string, string>("k_parse_command_line", (text, kind) => kind.Equals("windows", StringComparison.OrdinalIgnoreCase) ? CommandLine(text) : null);
        registry.Text<string, double>("k_weighted", Weighted);
        registry.Text<string, string>("k_percentiles", (json, percents) => Percentiles(json, percents, false));
        registry.Text<string, string>("k_weighted_all", (json, percents) => Percentiles(json, percents, true));
    }

    /// <summary>The groups of a match as an array; null when the pattern does not match.</summary>
    private static string? Parse(string text, string pattern, string types, bool whole)
    {
        if (Patterns.Get(pattern) is not { } regex)
            return null;
        var match = regex.Match(text);
        if (!match.Success)
            return null;
        if (types.Length == 0)
            return "[]";
        var groups = match.Groups.Values.Skip(1).Select(g => g.Value).ToList();
        if (whole && !groups.Zip(types.Split(',')).All(p => Fits(p.First, p.Second)))
            return null;
        return ArrayRuntime.Join(groups.Select(Json.String));
    }

    /// <summary>Simple patterns match only if every value has the type of its column.</summary>
    private static bool Fits(string text, string type) => type switch
    {
        "int" or "long" => Numbers.ParseLong(text) is not null,
        "real" or "decimal" => Numbers.ParseReal(text) is not null,
        "datetime" => DateTimes.Parse(text) is not null,
        "timespan" => TimeSpans.Parse(text) is not null,
        "bool" => bool.TryParse(text, out _),
        "guid" => Guid.TryParse(text, out _),
        _ => true,
    };

    private static string? Extract(string pattern, long group, string text)
    {
        if (Patterns.Get(pattern) is not { } regex)
            return null;
        var match = regex.Match(text);
        return match.Success && group >= 0 && group < match.Groups.Count ? match.Groups[(int)group].Value : null;
    }

    private static string? ExtractAll(string pattern, string wanted, string text)
    {
        if (Patterns.Get(pattern) is not { } regex)
            return null;
        var names = ArrayRuntime.Texts(wanted).ToList();
        var count = regex.GetGroupNumbers().Length;
        var result = new List<string>();
        foreach (var match in Patterns.All(regex, text))
        {
            var groups = names.Count > 0
                ? names.Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? match.Groups[number] : match.Groups[n]).ToList()
                : count == 1 ? [match.Groups[0]] : [.. match.Groups.Values.Skip(1)];
            result.Add(groups.Count == 1 ? Json.String(groups[0].Value) : ArrayRuntime.Join(groups.Select(g => Json.String(g.Value))));
        }

        return result.Count == 0 ? null : ArrayRuntime.Join(result);
    }

    private static string? ParsePath(string path)
    {
        var match = Patterns.Get(@"^(?:([A-Za-z][A-Za-z0-9+.-]*)://)?(.*)$")!.Match(path);
        var rest = match.Groups[2].Value;
        var stream = "";
        var colon = rest.LastIndexOf(':');
        if (colon > 1 && match.Groups[1].Length == 0)
        {
            stream = rest[(colon + 1)..];
            rest = rest[..colon];
        }

        var slash = rest.LastIndexOfAny(['/', '\\']);
        var file = rest[(slash + 1)..];
        var directory = slash < 0 ? "" : rest[..slash];
        var root = Patterns.Get(@"^([A-Za-z]:|\\\\[^\\]+\\[^\\]+|/)")!.Match(rest).Value;
        var dot = file.LastIndexOf('.');
        var up = directory.LastIndexOfAny(['/', '\\']);
        return "{" + string.Join(",", new (string, string)[]
        {
            ("Scheme", match.Groups[1].Value), ("RootPath", root), ("DirectoryPath", directory), ("DirectoryName", directory[(up + 1)..]),
            ("Filename", file), ("Extension", dot > 0 ? file[(dot + 1)..] : ""), ("AlternateDataStreamName", stream),
        }.Select(p => Json.String(p.Item1) + ":" + Json.String(p.Item2))) + "}";
    }

    private static string? ParseVersion(string text)
    {
        var parts = text.Trim().Split('.');
        if (parts.Length is 0 or > 4)
            return null;
        var output = new StringBuilder();
        for (var i = 0; i < 4; i++)
        {
            var part = i < parts.Length ? parts[i] : "0";
            if (part.Length is 0 or > 8 || !part.All(char.IsAsciiDigit))
                return null;
            output.Append(part.PadLeft(8, '0'));
        }

        return output.ToString().TrimStart('0').PadLeft(1, '0');
    }

    private static string? ParseCsv(string text)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[i++]);
                else if (c == '"')
                    quoted = false;
                else
                    field.Append(c);
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                fields.Add(Json.String(field.ToString().TrimEnd('\r')));
                field.Clear();
                if (c == '\n')
                    break;
            }
            else
            {
                field.Append(c);
            }
        }

        return ArrayRuntime.Join(fields);
    }

    /// <summary>The rules of CommandLineToArgvW: backslashes escape only before a quote.</summary>
    private static string CommandLine(string text)
    {
        var arguments = new List<string>();
        var argument = new StringBuilder();
        bool quoted = false, any = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\\')
            {
                var count = 1;
                while (i + 1 < text.Length && text[i + 1] == '\\')
                {
                    count++;
                    i++;
                }

                var beforeQuote = i + 1 < text.Length && text[i + 1] == '"';
                argument.Append('\\', beforeQuote ? count / 2 : count);
                if (beforeQuote && count % 2 == 1)
                {
                    argument.Append('"');
                    i++;
                }

                any = true;
            }
            else if (c == '"')
            {
                quoted = !quoted;
                any = true;
            }
            else if (char.IsWhiteSpace(c) && !quoted)
            {
                if (any)
                    arguments.Add(Json.String(argument.ToString()));
                argument.Clear();
                any = false;
            }
            else
            {
                argument.Append(c);
                any = true;
            }
        }

        if (any)
            arguments.Add(Json.String(argument.ToString()));
        return ArrayRuntime.Join(arguments);
    }

    private static string? Weighted(string json, double percent) => Ranked(json, true) is { } sorted && At(sorted, percent) is { } value ? value.ToString("R", CultureInfo.InvariantCulture) : null;

    private static string? Percentiles(string json, string percents, bool weighted)
    {
        if (Ranked(json, weighted) is not { } sorted)
            return null;
        return ArrayRuntime.Join(ArrayRuntime.Texts(percents).Select(p => Numbers.ParseReal(p) is { } percent && At(sorted, percent) is { } value ? Json.Number(value).Replace(".0", "", StringComparison.Ordinal) : "null"));
    }

    private static List<(double Value, double Weight)>? Ranked(string json, bool weighted)
    {
        using var document = Json.Document(json);
        if (document is not { RootElement.ValueKind: JsonValueKind.Array })
            return null;
        var items = new List<(double, double)>();
        foreach (var element in document.RootElement.EnumerateArray())
        {
            var value = weighted ? element[0] : element;
            var weight = weighted ? element[1].ValueKind == JsonValueKind.Number ? element[1].GetDouble() : 0 : 1;
            if (value.ValueKind == JsonValueKind.Number && weight > 0)
                items.Add((value.GetDouble(), weight));
        }

        items.Sort();
        return items;
    }

    private static double? At(List<(double Value, double Weight)> sorted, double percent)
    {
        var target = sorted.Sum(s => s.Weight) * Math.Clamp(percent, 0, 100) / 100;
        var sum = 0.0;
        foreach (var (value, weight) in sorted)
        {
            sum += weight;
            if (sum >= target)
                return value;
        }

        return sorted.Count == 0 ? null : sorted[^1].Value;
    }
}
