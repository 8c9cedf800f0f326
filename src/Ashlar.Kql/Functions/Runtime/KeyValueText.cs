using System.Text;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>Pairs of names and values in text, for parse-kv.</summary>
internal static class KeyValueText
{
    public static string? Parse(string text, string packed)
    {
        var options = packed.Split('\u0001');
        var bag = new Dictionary<string, string>(StringComparer.Ordinal);
        if (options[5].Length > 0)
        {
            if (Patterns.Get(options[5]) is not { } regex)
                return null;
            foreach (var match in Patterns.All(regex, text))
                if (match.Groups.Count > 2)
                    bag[match.Groups[1].Value] = Json.String(match.Groups[2].Value);
        }
        else
        {
            Pairs(text, options, bag);
        }

        return "{" + string.Join(",", bag.Select(p => Json.String(p.Key) + ":" + p.Value)) + "}";
    }

    private static void Pairs(string text, string[] options, Dictionary<string, string> bag)
    {
        var (between, equals) = (options[0], options[1]);
        var open = options[2].Length > 0 ? options[2][0] : '\0';
        var close = options[2].Length > 1 ? options[2][1] : open;
        var escape = options[3].Length > 0 ? options[3][0] : '\0';
        var greedy = options[4].Length > 0;
        var at = 0;
        while (at < text.Length)
        {
            var sign = text.IndexOf(equals, at, StringComparison.Ordinal);
            if (sign < 0)
                return;
            var key = text[at..sign].TrimEnd();
            var opened = close != '\0' && key.EndsWith(close) && key.Length > 1 ? key.LastIndexOf(open, key.Length - 2) : -1;
            var cut = between.Length == 0 ? -1 : key.LastIndexOf(between, StringComparison.Ordinal);
            if (cut >= 0)
                key = key[(cut + between.Length)..];
            key = opened >= 0 ? text[(at + opened + 1)..(at + text[at..sign].TrimEnd().Length - 1)] : Bare(key.Trim(), open, close);
            at = sign + equals.Length;
            bag[key] = Json.String(Value(text, ref at, between, equals, open, close, escape, greedy));
        }
    }

    private static string Bare(string text, char open, char close) =>
        open != '\0' && text.Length > 1 && text[0] == open && text[^1] == close ? text[1..^1] : text;

    private static string Value(string text, ref int at, string between, string equals, char open, char close, char escape, bool greedy)
    {
        var start = at;
        while (start < text.Length && text[start] == ' ' && between != " ")
            start++;
        if (open != '\0' && start < text.Length && text[start] == open)
        {
            var value = new StringBuilder();
            var i = start + 1;
            for (; i < text.Length && text[i] != close; i++)
            {
                if (escape != '\0' && text[i] == escape && i + 1 < text.Length)
                    i++;
                value.Append(text[i]);
            }

            var next = between.Length == 0 ? -1 : text.IndexOf(between, Math.Min(i, text.Length), StringComparison.Ordinal);
            at = next < 0 ? text.Length : next + between.Length;
            return value.ToString();
        }

        var end = between.Length == 0 ? -1 : text.IndexOf(between, at, StringComparison.Ordinal);
        if (greedy)
        {
            // A value runs on until the delimiter that stands before the next name.
            var sign = text.IndexOf(equals, at, StringComparison.Ordinal);
            end = sign < 0 ? -1 : text.LastIndexOf(between, sign, sign - at + 1, StringComparison.Ordinal);
        }

        var plain = end < 0 ? text[at..] : text[at..end];
        at = end < 0 ? text.Length : end + between.Length;
        return plain.Trim();
    }
}
