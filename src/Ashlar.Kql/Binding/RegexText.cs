using System.Text.RegularExpressions;

namespace Ashlar.Kql.Binding;

/// <summary>Checks a constant regular expression before DuckDB (RE2) meets it.</summary>
internal static class RegexText
{
    /// <returns>What is wrong, or null.</returns>
    public static string? Problem(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (NotSupportedException)
        {
            return "look-around, back-references and atomic groups are not part of RE2.";
        }
        catch (ArgumentException error) when (Re2Only(pattern))
        {
            _ = error;
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message.TrimEnd('.') + ".";
        }
    }

    /// <summary>Forms that RE2 reads and .NET does not.</summary>
    private static bool Re2Only(string pattern) => pattern.Contains("(?P<", StringComparison.Ordinal) || pattern.Contains("[[:", StringComparison.Ordinal) || pattern.Contains("(?U", StringComparison.Ordinal) || pattern.Contains("\\Q", StringComparison.Ordinal);
}
