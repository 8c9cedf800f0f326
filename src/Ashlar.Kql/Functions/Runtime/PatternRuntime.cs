using System.Text;
using Ashlar.Kql.Execution;
using System.Text.RegularExpressions;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>Matching, replacing and trimming by regular expressions.</summary>
internal static class PatternRuntime
{
    public static void Register(ClrRegistry registry)
    {
        registry.Value<string, string, bool>("k_matches", (text, pattern) => Patterns.Get(pattern)?.IsMatch(text));
        registry.Text<string, string, string>("k_replace_regex", Replace);
        registry.Text<string, string, long>("k_trim", Trim);
    }

    private static string? Replace(string text, string pattern, string with)
    {
        if (Patterns.Get(pattern) is not { } regex)
            return null;
        var length = 0L;
        var written = with.Contains('\\', StringComparison.Ordinal);
        return regex.Replace(text, match =>
        {
            RunClock.Check();
            TextRuntime.Within(length += with.Length);
            return written ? Written(match, with) : with;
        });
    }

    /// <summary>\0 stands for the match, \1 for its first group.</summary>
    private static string Written(Match match, string with)
    {
        var output = new StringBuilder();
        for (var i = 0; i < with.Length; i++)
        {
            if (with[i] != '\\' || i + 1 == with.Length || !(char.IsAsciiDigit(with[i + 1]) || with[i + 1] == '\\'))
                output.Append(with[i]);
            else if (with[++i] == '\\')
                output.Append('\\');
            else
                output.Append(match.Groups[with[i] - '0'].Value);
        }

        return output.ToString();
    }

    /// <param name="ends">1: one match at the start, 2: one at the end, 3: all at both.</param>
    private static string? Trim(string text, string pattern, long ends)
    {
        var times = ends == 3 ? "+" : "";
        if (Patterns.Get($"(?:{pattern}){times}") is null)
            return null;
        if ((ends & 1) != 0 && Patterns.Get($"\\A(?:{pattern}){times}")!.Match(text) is { Success: true } start)
            text = text[start.Length..];
        return (ends & 2) != 0 && Patterns.Get($"(?:{pattern}){times}\\z")!.Match(text) is { Success: true } end ? text[..end.Index] : text;
    }
}
