using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>KQL's regular expressions in .NET's writing: what .NET reads otherwise is respelled, what it cannot say is refused.</summary>
/// <remarks>Source: Microsoft Learn, "Regex syntax" of KQL. Classes are Unicode's, '.' leaves out the line feed, '$' is the very end.</remarks>
internal static class RegexSyntax
{
    private static readonly (string Name, string Ranges, string Others)[] AsciiClasses =
    [
        ("alnum", "0-9A-Za-z", @"\0-/:-@\[-`\{-\uFFFF"), ("alpha", "A-Za-z", @"\0-@\[-`\{-\uFFFF"), ("ascii", @"\0-\x7F", @"\x80-\uFFFF"),
        ("blank", @"\t ", @"\0-\x08\n-\x1F!-\uFFFF"), ("cntrl", @"\0-\x1F\x7F", @" -~\x80-\uFFFF"), ("digit", "0-9", @"\0-/:-\uFFFF"),
        ("graph", "!-~", @"\0- \x7F-\uFFFF"), ("lower", "a-z", @"\0-`\{-\uFFFF"), ("print", " -~", @"\0-\x1F\x7F-\uFFFF"),
        ("punct", @"!-/:-@\[-`\{-~", @"\0- 0-9A-Za-z\x7F-\uFFFF"), ("space", @"\t-\r ", @"\0-\x08\x0E-\x1F!-\uFFFF"), ("upper", "A-Z", @"\0-@\[-\uFFFF"),
        ("word", "0-9A-Z_a-z", @"\0-/:-@\[-\^`\{-\uFFFF"), ("xdigit", "0-9A-Fa-f", @"\0-/:-@G-`g-\uFFFF"),
    ];

    /// <exception cref="FormatException">The pattern has a part that cannot be said; the message says which.</exception>
    public static string ToNet(string pattern)
    {
        var output = new StringBuilder(pattern.Length + 8);
        var lines = Regex.IsMatch(pattern, @"\(\?[a-zA-Z]*m", RegexOptions.NonBacktracking);
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '\\')
                at = Escape(pattern, at, output, false);
            else if (pattern[at] == '[')
                at = Class(pattern, at, output);
            else if (pattern[at] == '$' && !lines)
                output.Append("\\z");
            else if (pattern[at] == '(' && at + 2 < pattern.Length && pattern[at + 1] == '?')
                at = Group(pattern, at, output);
            else
                output.Append(pattern[at]);
        }

        return output.ToString();
    }

    /// <returns>Where the escape ends.</returns>
    private static int Escape(string pattern, int at, StringBuilder output, bool inClass)
    {
        var next = at + 1 < pattern.Length ? pattern[at + 1] : '\0';
        if (next is 'p' or 'P' && at + 2 < pattern.Length && pattern[at + 2] != '{')
        {
            output.Append('\\').Append(next).Append('{').Append(pattern[at + 2]).Append('}');
            return at + 2;
        }

        if (next == 'x' && at + 2 < pattern.Length && pattern[at + 2] == '{')
        {
            var close = pattern.IndexOf('}', at);
            if (close < 0 || !int.TryParse(pattern.AsSpan(at + 3, close - at - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code))
                throw new FormatException("\\x{...} wants the hexadecimal number of a character.");
            if (inClass && code > char.MaxValue)
                throw new FormatException("characters beyond U+FFFF are not read inside [...].");
            output.Append(inClass ? string.Create(CultureInfo.InvariantCulture, $"\\u{code:X4}") : Regex.Escape(char.ConvertFromUtf32(code)));
            return close;
        }

        if (next == 'Q' && !inClass)
        {
            var end = pattern.IndexOf("\\E", at + 2, StringComparison.Ordinal);
            output.Append(Regex.Escape(end < 0 ? pattern[(at + 2)..] : pattern[(at + 2)..end]));
            return end < 0 ? pattern.Length : end + 1;
        }

        output.Append('\\');
        if (at + 1 < pattern.Length)
            output.Append(next);
        return at + 1;
    }

    private static int Group(string pattern, int at, StringBuilder output)
    {
        if (string.CompareOrdinal(pattern, at, "(?P<", 0, 4) == 0)
        {
            output.Append("(?<");
            return at + 3;
        }

        var end = at + 2;
        while (end < pattern.Length && (char.IsAsciiLetter(pattern[end]) || pattern[end] == '-'))
            end++;
        if (end == at + 2 || end >= pattern.Length || pattern[end] is not (')' or ':'))
        {
            output.Append("(?");
            return at + 1;
        }

        var flags = pattern[(at + 2)..end];
        if (flags.Any(f => f is not ('i' or 'm' or 's' or 'x' or 'u' or '-')) || (flags.Contains('-', StringComparison.Ordinal) && flags[flags.IndexOf('-', StringComparison.Ordinal)..].Contains('u', StringComparison.Ordinal)))
            throw new FormatException($"the flags '{flags}' are not read; i, m, s and x are.");
        output.Append("(?").Append(flags.Replace("u", "", StringComparison.Ordinal)).Append(pattern[end]);
        return end;
    }

    private static int Class(string pattern, int start, StringBuilder output)
    {
        var at = start + 1;
        output.Append('[');
        if (at < pattern.Length && pattern[at] == '^')
            output.Append(pattern[at++]);
        for (var first = true; at < pattern.Length; at++, first = false)
        {
            var c = pattern[at];
            if (c == ']' && !first)
            {
                output.Append(']');
                return at;
            }

            if (c is '&' or '~' && at + 1 < pattern.Length && pattern[at + 1] == c)
                throw new FormatException($"'{c}{c}' between classes of characters is not read.");
            if (c == '\\')
                at = Escape(pattern, at, output, true);
            else if (c == '[')
                at = Named(pattern, at, output);
            else
                output.Append(c == ']' ? "\\]" : c.ToString());
        }

        // Unclosed: .NET says so.
        return at;
    }

    /// <summary>[:alpha:] inside a class. A bare bracket is itself, as in RE2, unless the expression can be read with a class within the class too.</summary>
    private static int Named(string pattern, int at, StringBuilder output)
    {
        var end = pattern.IndexOf(":]", at, StringComparison.Ordinal);
        if (at + 1 >= pattern.Length || pattern[at + 1] != ':' || end < 0)
        {
            if (Close(pattern, at + 2) is var inner and > 0 && Close(pattern, inner + 1) is var outer and > 0 && pattern.IndexOf('[', inner, outer - inner) < 0)
                throw new FormatException("a class of characters within another is not read; write \\[ for the bracket.");
            output.Append("\\[");
            return at;
        }

        var negated = pattern[at + 2] == '^';
        var name = pattern[(at + (negated ? 3 : 2))..end];
        var known = AsciiClasses.FirstOrDefault(c => c.Name == name);
        if (known.Name is null)
            throw new FormatException($"there is no class [:{name}:].");
        output.Append(negated ? known.Others : known.Ranges);
        return end + 1;
    }

    /// <returns>Where the next bracket that is not escaped closes; -1 when none does.</returns>
    private static int Close(string pattern, int at)
    {
        for (; at < pattern.Length; at++)
        {
            if (pattern[at] == '\\')
                at++;
            else if (pattern[at] == ']')
                return at;
        }

        return -1;
    }
}
