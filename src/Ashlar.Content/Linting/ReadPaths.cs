namespace Ashlar.Content;

/// <summary>Property paths as the binder tells them: <c>properties.a.b</c>, <c>properties.list[].c</c>.</summary>
public static class ReadPaths
{
    // What a bare listing (az resource list) reports too; every other column belongs to the body.
    private static readonly HashSet<string> Listed = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "name", "type", "tenantId", "kind", "location", "resourceGroup", "subscriptionId", "managedBy", "tags",
    };

    /// <summary>True when a value at one of the paths is part of, or contains, the value at the other. Case does not count: better unknown than wrong.</summary>
    public static bool Related(string a, string b)
    {
        var (x, y) = (Plain(a), Plain(b));
        return Above(x, y) || Above(y, x);
    }

    /// <summary>True when reading the path needs more than a bare listing reports.</summary>
    public static bool NeedsBody(string path)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        return !Listed.Contains(end < 0 ? path : path[..end]);
    }

    /// <summary>Without what says "each element of" or "element n of".</summary>
    public static string Plain(string path)
    {
        if (!path.Contains('[', StringComparison.Ordinal))
        {
            return path;
        }

        var plain = new System.Text.StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] != '[')
            {
                plain.Append(path[i]);
                continue;
            }

            var end = path.IndexOf(']', i);
            end = end < 0 ? path.Length - 1 : end;
            var inside = path.AsSpan(i + 1, end - i - 1).Trim("'\"");
            if (inside.Length > 0 && !char.IsAsciiDigit(inside[0]) && inside[0] != '*')
            {
                plain.Append('.').Append(inside);
            }

            i = end;
        }

        return plain.ToString();
    }

    private static bool Above(string upper, string lower) =>
        lower.StartsWith(upper, StringComparison.OrdinalIgnoreCase) && (lower.Length == upper.Length || lower[upper.Length] == '.');
}
