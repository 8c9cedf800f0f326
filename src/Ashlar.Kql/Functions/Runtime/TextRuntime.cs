using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ashlar.Kql.Values;

namespace Ashlar.Kql.Functions.Runtime;

internal static class TextRuntime
{
    /// <summary>DuckDB counts the memory of its own values, not of texts that are being made here.</summary>
    private const long MostLength = 100_000_000;

    public const string TooLong = "A text would grow longer than 100 million characters.";

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
        registry.Text<string, string, string>("k_replace", Replace);
        registry.Text<string, string, string>("k_replace_strings", ReplaceStrings);
        registry.Text<string, string, string>("k_translate", Translate);
        registry.Text<string, long, string>("k_strrep", (text, times, delimiter) => times is < 0 or > 1024 ? null : Repeated(text, (int)times, delimiter));
        registry.Text<double, long, string, long>("k_format_bytes", FormatBytes);
        registry.Text<string>("k_url_encode", text => System.Net.WebUtility.UrlEncode(text) is { } encoded ? LowerHex(encoded) : null);
        registry.Text<string>("k_url_encode_component", text => LowerHex(Uri.EscapeDataString(text)));
        registry.Text<string>("k_url_decode", text => Uri.UnescapeDataString(text.Replace('+', ' ')));
        registry.Text<string>("k_regex_quote", text => Regex.Replace(text, @"[\\.+*?()|\[\]{}^$]", @"\$0"));
        registry.Text<string>("k_base64_decode", text => Bytes(text) is { } bytes ? Utf8(bytes) : null);
        registry.Text<string>("k_base64_bytes", text => Bytes(text) is { } bytes ? "[" + string.Join(",", bytes) + "]" : null);
        registry.Text<string>("k_base64_of_bytes", json => ArrayRuntime.Longs(json) is { } codes && codes.All(c => c is >= 0 and <= 255) ? Convert.ToBase64String([.. codes.Select(c => (byte)c)]) : null);
        registry.Text<string>("k_codepoints", text => "[" + string.Join(",", text.EnumerateRunes().Select(r => r.Value)) + "]");
        registry.Text<string>("k_from_codepoints", json => string.Concat(ArrayRuntime.FlatTexts(json).Select(Numbers.ParseLong).Where(c => c is >= 0 and <= 0x10FFFF && Rune.IsValid((int)c)).Select(c => new Rune((int)c!).ToString())));
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
        var count = CodePoints.Count(text);
        if (start < 0)
            start = Math.Max(0, count + start);
        if (start >= count || length <= 0)
            return "";
        var from = CodePoints.Unit(text, start);
        return text[from..CodePoints.Unit(text, start + Math.Min(length, count - start))];
    }

    /// <summary>Length (-1: to the end) and occurrence travel in one number: DuckDB.NET registers at most four parameters.</summary>
    /// <returns>Where to look, in UTF-16 units.</returns>
    private static (int Start, int End, int Occurrence)? Window(string text, long start, long packed)
    {
        var length = (int)(packed & 0xFFFFFFFF);
        var occurrence = (int)(packed >> 33);
        var count = CodePoints.Count(text);
        if (start < 0)
            start += count;
        if (start < 0 || start > count || occurrence < 1)
            return null;
        return (CodePoints.Unit(text, start), length < 0 ? text.Length : CodePoints.Unit(text, Math.Min(count, start + length)), occurrence);
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

        return CodePoints.Count(text.AsSpan(0, at));
    }

    private static long? IndexOfRegex(string text, string pattern, long start, long packed)
    {
        if (start < 0 || Window(text, start, packed) is not { } window || Patterns.Get(pattern) is not { } regex)
            return null;
        var left = window.Occurrence;
        foreach (var match in Patterns.All(regex, text[window.Start..window.End]))
            if (--left == 0)
                return CodePoints.Count(text.AsSpan(0, window.Start + match.Index));
        return -1;
    }

    private static long? CountOf(string text, string part, string kind)
    {
        if (kind == "regex")
            return Patterns.Get(part) is { } regex ? Patterns.All(regex, text).LongCount() : null;
        var count = 0L;
        for (var at = part.Length == 0 ? -1 : text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
            count++;
        return count;
    }

    /// <summary>Part after part in their order; what one of them has put in, or left as it is, no later one touches.</summary>
    private static string? ReplaceStrings(string text, string parts, string with)
    {
        var from = ArrayRuntime.Texts(parts).ToList();
        var to = ArrayRuntime.Strings(with);
        var pieces = new List<(string Text, bool Done)> { (text, false) };
        for (var i = 0; i < from.Count; i++)
        {
            if (from[i].Length == 0)
                continue;
            var given = to.Count == 1 ? to[0] : i < to.Count ? to[i] : "";
            pieces = [.. pieces.SelectMany(p => p.Done ? [p] : p.Text.Split(from[i]).SelectMany((rest, n) => n == 0 ? new[] { (rest, false) } : [(given ?? from[i], true), (rest, false)]))];
        }

        return string.Concat(pieces.Select(p => p.Text));
    }

    private static string? Translate(string from, string to, string text)
    {
        var (wanted, given) = (from.EnumerateRunes().ToList(), to.EnumerateRunes().ToList());
        return string.Concat(text.EnumerateRunes().Select(c => wanted.IndexOf(c) switch
        {
            < 0 => c.ToString(),
            _ when given.Count == 0 => "",
            var at => given[Math.Min(at, given.Count - 1)].ToString(),
        }));
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

    /// <summary>As the reference prints them: %3a, not %3A.</summary>
    private static string LowerHex(string encoded) => Regex.Replace(encoded, "%[0-9A-F]{2}", match => match.Value.ToLowerInvariant());

    private static string? Replace(string text, string part, string with)
    {
        if (part.Length == 0)
            return text;
        Within(text.Length / part.Length * (long)with.Length);
        return text.Replace(part, with, StringComparison.Ordinal);
    }

    /// <exception cref="InvalidOperationException">A text of that length may not be made.</exception>
    public static void Within(long length)
    {
        if (length > MostLength)
            throw new InvalidOperationException(TooLong);
    }

    private static string Repeated(string text, int times, string delimiter)
    {
        Within((text.Length + delimiter.Length) * (long)times);
        return string.Join(delimiter, Enumerable.Repeat(text, times));
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
