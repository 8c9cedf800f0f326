namespace Ashlar.Graph.Reach.Rules;

/// <summary>Host names as firewalls and lists of approved hosts write them.</summary>
internal static class HostPatterns
{
    /// <summary>Some pattern names some host.</summary>
    public static bool AnyOf(IReadOnlyList<string> patterns, IReadOnlyList<string> hosts)
    {
        foreach (var pattern in patterns)
        {
            if (pattern == "*")
                return true;
            foreach (var host in hosts)
            {
                if (Matches(pattern, host))
                    return true;
            }
        }

        return false;
    }

    /// <summary><c>*.a.b</c> names every name below <c>a.b</c>, not <c>a.b</c> itself.</summary>
    public static bool Matches(string pattern, string host)
    {
        if (pattern == "*")
            return true;
        return pattern.StartsWith('*')
            ? host.Length > pattern.Length - 1 && host.AsSpan().EndsWith(pattern.AsSpan(1), StringComparison.OrdinalIgnoreCase)
            : host.Equals(pattern, StringComparison.OrdinalIgnoreCase);
    }
}
