using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Ashlar.Kql.Execution;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>Compiled regular expressions that take linear time, whatever a query asks.</summary>
internal static class Patterns
{
    private const int Most = 500;

    private static readonly ConcurrentDictionary<string, (Regex? Regex, string? Problem)> Cache = new(StringComparer.Ordinal);

    /// <returns>Null when the text is no expression; the caller answers null.</returns>
    public static Regex? Get(string pattern) => Find(pattern).Regex;

    /// <returns>What is wrong with the expression; null when nothing is.</returns>
    public static string? Problem(string pattern) => Find(pattern).Problem;

    /// <summary>All matches; the search is linear, their number times it is not, so it can be stopped between them.</summary>
    public static IEnumerable<Match> All(Regex regex, string text)
    {
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            RunClock.Check();
            yield return match;
        }
    }

    private static (Regex? Regex, string? Problem) Find(string pattern)
    {
        if (Cache.TryGetValue(pattern, out var known))
            return known;
        if (Cache.Count > Most)
            Cache.Clear();
        return Cache[pattern] = Read(pattern);
    }

    private static (Regex?, string?) Read(string pattern)
    {
        try
        {
            return (new Regex(RegexSyntax.ToNet(pattern), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), null);
        }
        catch (FormatException problem)
        {
            return (null, problem.Message);
        }
        catch (NotSupportedException)
        {
            return (null, "look-around, back-references and atomic groups are not part of KQL's expressions, nor are repetitions without measure.");
        }
        catch (RegexParseException problem)
        {
            return (null, Said(problem));
        }
    }

    /// <summary>.NET repeats its own spelling of the pattern; the reader knows another.</summary>
    private static string Said(RegexParseException problem)
    {
        var colon = problem.Message.IndexOf(". ", StringComparison.Ordinal);
        return colon < 0 ? problem.Error + "." : problem.Message[(colon + 2)..].TrimEnd('.') + ".";
    }
}
