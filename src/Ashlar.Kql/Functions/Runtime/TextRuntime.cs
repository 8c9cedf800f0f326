using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

internal static class TextRuntime
{
    public static void Register(ClrRegistry registry)
    {
        registry.Value<string, string, long, bool>("k_has", (text, term, ends) => Has(text, term, ends, StringComparison.OrdinalIgnoreCase));
        registry.Value<string, string, long, bool>("k_has_cs", (text, term, ends) => Has(text, term, ends, StringComparison.Ordinal));
        registry.Value<string, string, bool, bool>("k_has_list", HasList);
        registry.Value<string, string, long>("k_has_any_index", HasAnyIndex);
        registry.Value<string, string, bool, bool>("k_in_list", InList);
        registry.Text<string, long, long>("k_substring", Substring);
        registry.Value<string, string, long, long, long>("k_indexof", IndexOf);
        registry.Value<string, string, long, long, long>("k_indexof_regex", IndexOfRegex);
        registry.Value<string, string, string, long>("k_countof", CountOf);
        registry.Text<string, string, string>("k_replace_strings", ReplaceStrings);
        registry.Text<string, string, string>("k_translate", Translate);
        registry.Text<string, long, string>("k_strrep", (text, times, delimiter) => times is < 0 or > 1024 ? null : string.Join(delimiter, Enumerable.Repeat(text, (int)times)));
        registry.Text<double, long, string, long>("k_format_bytes", FormatBytes);
        registry.Text<string>("k_url_encode", Uri.EscapeDataString);
        registry.Text<string>("k_url_decode", text => Uri.UnescapeDataString(text.Replace('+', ' ')));
        registry.Text<string>("k_regex_quote", text => Regex.Replace(text, @"[\\.+*?()|\[\]{}^$]", @"\$0"));
        registry.Text<string>("k_base64_decode", text => Bytes(text) is { } bytes ? Utf8(bytes) : null);
        registry.Text<string>("k_base64_bytes", text => Bytes(text) is { } bytes ? "[" + string.Join(",", bytes) + "]" : null);
        registry.Text<string>("k_base64_of_bytes", json => ArrayRuntime.Longs(json) is { } codes && codes.All(c => c is >= 0 and <= 255) ? Convert.ToBase64String([.. codes.Select(c => (byte)c)]) : null);
        registry.Text<string>("k_codepoints", text => "[" + string.Join(",", text.EnumerateRunes().Select(r => r.Value)) + "]");
        registry.Text<string>("k_from_codepoints", json => ArrayRuntime.Longs(json) is { } codes ? string.Concat(codes.Where(c => Rune.IsValid((int)c)).Select(c => new Rune((int)c).ToString())) : null);
    }

    /// <summary>Whether a term stands whole in the text; terms are runs of letters and digits.</summary>
    /// <param name="ends">1: the start must be a boundary, 2: the end, 3: both.</param>
    public static bool? Has(string text, string term, long ends, StringComparison comparison)
    {
        if (term.Length == 0)
            return true;
        for (var at = text.IndexOf(term, comparison); at >= 0; at = at + 1 < text.Length ? text.IndexOf(term, at + 1, comparison) : -1)
        {
            var end = at + term.Length;
            if (((ends & 1) == 0 || at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(term[0]))
                && ((ends & 2) == 0 || end >= text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(term[^1])))
                return true;
        }

        return false;
    }

    private static bool? HasList(string text, string json, bool all)
    {
        foreach (var term in ArrayRuntime.Texts(json))
            if (Has(text, term, 3, StringComparison.OrdinalIgnoreCase) != all)
                return !all;
        return all;
    }

    private static long? HasAnyIndex(string text, string json)
    {
        var index = 0L;
        foreach (var term in ArrayRuntime.Texts(json))
        {
            if (Has(text, term, 3, StringComparison.OrdinalIgnoreCase) == true)
                return index;
            index++;
        }

        return -1;
    }

    private static bool? InList(string json, string value, bool anyCase)
    {
        foreach (var item in ArrayRuntime.FlatTexts(json))
            if (string.Equals(item, value, anyCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
                return true;
        return false;
    }

    private static string? Substring(string text, long start, long length)
    {
        if (start < 0)
            start = Math.Max(0, text.Length + start);
        if (start >= text.Length || length <= 0)
            return "";
        return text.Substring((int)start, (int)Math.Min(length, text.Length - start));
    }

    /// <summary>Length (-1: to the end) and occurrence travel in one number: DuckDB.NET registers at most four parameters.</summary>
    private static (int Start, int End, int Occurrence)? Window(string text, long start, long packed)
    {
        var length = (int)(packed & 0xFFFFFFFF);
        var occurrence = (int)(packed >> 33);
        if (start < 0)
            start += text.Length;
        if (start < 0 || start > text.Length || occurrence < 1)
            return null;
        return ((int)start, length < 0 ? text.Length : (int)Math.Min(text.Length, start + length), occurrence);
    }

    private static long? IndexOf(string text, string part, long start, long packed)
    {
        if (Window(text, start, packed) is not { } window)
            return null;
        var at = window.Start - 1;
        for (var i = 0; i < window.Occurrence; i++)
        {
            if (at + 1 > window.End)
                return -1;
            at = text.IndexOf(part, at + 1, window.End - at - 1, StringComparison.Ordinal);
            if (at < 0)
                return -1;
        }

        return at;
    }

    private static long? IndexOfRegex(string text, string pattern, long start, long packed)
    {
        if (Window(text, start, packed) is not { } window || Patterns.Get(pattern) is not { } regex)
            return null;
        var left = window.Occurrence;
        foreach (Match match in regex.Matches(text[window.Start..window.End]))
            if (--left == 0)
                return window.Start + match.Index;
        return -1;
    }

    private static long? CountOf(string text, string part, string kind)
    {
        if (kind == "regex")
            return Patterns.Get(part)?.Count(text);
        var count = 0L;
        for (var at = part.Length == 0 ? -1 : text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
            count++;
        return count;
    }

    private static string? ReplaceStrings(string text, string parts, string with)
    {
        var from = ArrayRuntime.Texts(parts).ToList();
        var to = ArrayRuntime.Texts(with).ToList();
        var output = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            // One pass: what was put in is not replaced again.
            var hit = from.FindIndex(f => f.Length > 0 && string.CompareOrdinal(text, at, f, 0, f.Length) == 0);
            output.Append(hit < 0 ? text[at].ToString() : to.Count == 1 ? to[0] : hit < to.Count ? to[hit] : "");
            at += hit < 0 ? 1 : from[hit].Length;
        }

        return output.ToString();
    }

    private static string? Translate(string from, string to, string text)
    {
        if (to.Length == 0)
            return string.Concat(text.Where(c => !from.Contains(c, StringComparison.Ordinal)));
        return string.Concat(text.Select(c => from.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? to[Math.Min(at, to.Length - 1)] : c));
    }

    private static string? FormatBytes(double bytes, long precision, string unit, long scale)
    {
        string[] units = scale == 1000 ? ["Bytes", "kB", "MB", "GB", "TB", "PB", "EB"] : ["Bytes", "KB", "MB", "GB", "TB", "PB", "EB"];
        var at = Array.FindIndex(units, u => u.Equals(unit, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
            for (at = 0; at < units.Length - 1 && Math.Abs(bytes) >= Math.Pow(scale, at + 1);)
                at++;
        return Math.Round(bytes / Math.Pow(scale, at), (int)Math.Clamp(precision, 0, 15), MidpointRounding.AwayFromZero).ToString("0.###############", CultureInfo.InvariantCulture) + " " + units[at];
    }

    private static byte[]? Bytes(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var count) ? buffer[..count] : null;
    }

    private static string? Utf8(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
