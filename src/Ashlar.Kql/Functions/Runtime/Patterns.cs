using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Ashlar.Kql.Functions.Runtime;

/// <summary>Compiled regular expressions that take linear time, whatever a query asks.</summary>
internal static class Patterns
{
    private const int Most = 500;

    private static readonly ConcurrentDictionary<string, Regex?> Cache = new(StringComparer.Ordinal);

    public static Regex? Get(string pattern)
    {
        if (Cache.TryGetValue(pattern, out var known))
            return known;
        if (Cache.Count > Most)
            Cache.Clear();
        Regex? regex = null;
        try
        {
            regex = new Regex(pattern.Replace("(?P<", "(?<", StringComparison.Ordinal), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (ArgumentException)
        {
            // Not an expression: the caller answers null.
        }
        catch (NotSupportedException)
        {
            // Look-around and back-references are not RE2 either.
        }

        Cache[pattern] = regex;
        return regex;
    }
}
