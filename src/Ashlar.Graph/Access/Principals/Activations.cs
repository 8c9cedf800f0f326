namespace Ashlar.Graph.Access.Principals;

/// <summary>Who a principal is (itself, and every group it is in), now and after each choice of memberships it may activate.</summary>
internal sealed class Activations(PrincipalDirectory directory, GroupGraph groups)
{
    /// <summary>With more eligible memberships than this only one of them, or all, are tried.</summary>
    private const int MostTogether = 5;

    private readonly Dictionary<int, IReadOnlyList<HashSet<int>>> _known = [];

    /// <summary>First without any activation.</summary>
    public IReadOnlyList<HashSet<int>> Of(int principal)
    {
        if (_known.TryGetValue(principal, out var known))
            return known;
        List<HashSet<int>> found = [Climb(principal, [])];
        // A group activates nothing: each of its members does for herself.
        if (directory.All[principal].Kind != PrincipalKind.Group)
            found.AddRange(Choices(Eligible(principal)).Select(c => Climb(principal, c)));
        return _known[principal] = found;
    }

    private HashSet<int> Climb(int from, HashSet<(int, int)> activated)
    {
        var found = new HashSet<int> { from };
        var open = new Stack<int>([from]);
        while (open.TryPop(out var at))
        {
            foreach (var (group, eligible) in groups.Of(at))
            {
                if ((!eligible || activated.Contains((at, group))) && found.Add(group))
                    open.Push(group);
            }
        }

        return found;
    }

    /// <summary>Every eligible membership on the way up, if all before it are activated.</summary>
    private List<(int, int)> Eligible(int from)
    {
        var found = new List<(int, int)>();
        var seen = new HashSet<int> { from };
        var open = new Stack<int>([from]);
        while (open.TryPop(out var at))
        {
            foreach (var (group, eligible) in groups.Of(at))
            {
                if (eligible)
                    found.Add((at, group));
                if (seen.Add(group))
                    open.Push(group);
            }
        }

        return [.. found.Distinct()];
    }

    private static IEnumerable<HashSet<(int, int)>> Choices(List<(int, int)> eligible)
    {
        if (eligible.Count > MostTogether)
            return eligible.Select(e => new HashSet<(int, int)> { e }).Append([.. eligible]);
        return Enumerable.Range(1, (1 << eligible.Count) - 1).Select(bits => eligible.Where((_, i) => (bits >> i & 1) != 0).ToHashSet());
    }
}
