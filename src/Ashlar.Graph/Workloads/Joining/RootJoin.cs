using Ashlar.Graph.Workloads.Facts;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Workloads.Joining;

/// <summary>Decides which AI resources and apps are one system.</summary>
/// <remarks>
/// Two nodes with a reference between them are one when
/// (1) one is an ML project and the other its hub;
/// (2) both have the same label (<see cref="Tags.Label"/>);
/// (3) the target has one user only, and is a part (search, bot, single-purpose account) or its user is an app.
/// A central account that many teams call has many users of other labels and so stays a workload of its own, a shared member of
/// theirs. A gateway joins nothing, nor does an app that names AI resources of more than three labels: it is a gateway in all but
/// name. A role assignment is a reference too, but joins by (2) only: an operator's function with rights everywhere is no system.
/// </remarks>
internal static class RootJoin
{
    private const int MostLabelsOfAnApp = 3;

    public static IReadOnlyList<Cluster> Join(Estate estate)
    {
        var nodes = estate.Nodes;
        var index = nodes.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
        var labels = nodes.Select(n => Tags.Label(n.Row)).ToArray();
        var sets = new DisjointSets(nodes.Count);
        var edges = Edges(estate, index, labels);
        foreach (var (from, to, _) in edges)
        {
            if (labels[from] == labels[to] || (nodes[from].Row.Type == AiTypes.Workspace && nodes[to].Row.Type == AiTypes.Workspace))
                sets.Join(from, to);
        }

        JoinOnlyUsers(nodes, edges, sets);
        return Clusters(nodes, edges, sets);
    }

    private static List<(int From, int To, bool ByRole)> Edges(Estate estate, Dictionary<Node, int> index, string[] labels)
    {
        var edges = new HashSet<(int From, int To, bool ByRole)>();
        var holders = Holders(estate, index);
        foreach (var (principal, scope) in estate.Roles)
        {
            if (!holders.TryGetValue(principal, out var nodes) || References.TopLevel(scope) is not { } id || estate.ById(id) is not { } target)
                continue;
            foreach (var from in nodes.Where(n => n != index[target]))
                edges.Add((from, index[target], true));
        }

        foreach (var node in estate.Nodes)
        {
            foreach (var (_, reference) in node.References)
            {
                if (estate.Target(reference) is { } target && target != node)
                    edges.Add((index[node], index[target], false));
            }
        }

        var wide = edges.Where(e => estate.Nodes[e.From].Kind == NodeKind.App)
            .GroupBy(e => e.From)
            .Where(g => g.Select(e => labels[e.To]).Distinct(StringComparer.Ordinal).Count() > MostLabelsOfAnApp)
            .Select(g => g.Key)
            .ToHashSet();
        return [.. edges.Where(e => !wide.Contains(e.From) && estate.Nodes[e.From].Kind != NodeKind.Gateway && estate.Nodes[e.To].Kind != NodeKind.Gateway).Order()];
    }

    private static Dictionary<string, List<int>> Holders(Estate estate, Dictionary<Node, int> index)
    {
        var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var node in estate.Nodes)
        {
            foreach (var principal in Identities.PrincipalIds(node))
            {
                if (!holders.TryGetValue(principal, out var list))
                    holders[principal] = list = [];
                list.Add(index[node]);
            }
        }

        return holders;
    }

    // Judged on what rules 1 and 2 made, all at once, so that the order of the edges does not matter.
    private static void JoinOnlyUsers(IReadOnlyList<Node> nodes, List<(int From, int To, bool ByRole)> edges, DisjointSets sets)
    {
        var users = new SortedDictionary<int, HashSet<int>>();
        var primary = Enumerable.Range(0, nodes.Count).Where(i => nodes[i].Kind == NodeKind.Primary).Select(sets.Of).ToHashSet();
        foreach (var (from, to, byRole) in edges.Where(e => sets.Of(e.From) != sets.Of(e.To)))
        {
            if (!users.TryGetValue(sets.Of(to), out var set))
                users[sets.Of(to)] = set = [];
            set.Add(byRole ? -1 : sets.Of(from));
        }

        var joins = users.Where(u => u.Value.Count == 1 && !u.Value.Contains(-1))
            .Select(u => (Part: u.Key, User: u.Value.Single()))
            .Where(j => !primary.Contains(j.Part) || !primary.Contains(j.User))
            .ToList();
        foreach (var (part, user) in joins)
            sets.Join(part, user);
    }

    private static List<Cluster> Clusters(IReadOnlyList<Node> nodes, List<(int From, int To, bool ByRole)> edges, DisjointSets sets)
    {
        var groups = Enumerable.Range(0, nodes.Count).GroupBy(sets.Of).OrderBy(g => g.Key).Select(g => g.ToList()).ToList();
        var primary = groups.Where(g => g.Any(i => nodes[i].Kind == NodeKind.Primary)).Select(g => sets.Of(g[0])).ToHashSet();
        var usedByPrimary = edges.Where(e => primary.Contains(sets.Of(e.From)) && !primary.Contains(sets.Of(e.To))).Select(e => sets.Of(e.To)).ToHashSet();
        return
        [
            .. groups.Select(g => new Cluster(
                [.. g.Select(i => nodes[i]).OrderBy(Rank).ThenBy(n => n.Row.Key, StringComparer.Ordinal)],
                primary.Contains(sets.Of(g[0])) || (g.Any(i => nodes[i].Kind == NodeKind.Secondary) && !usedByPrimary.Contains(sets.Of(g[0]))))),
        ];
    }

    private static int Rank(Node node) => (node.Kind, node.Row.Type) switch
    {
        (NodeKind.Primary, AiTypes.Account) => 0,
        (NodeKind.Primary, AiTypes.Workspace) when !node.Row.Kind.Equals("Project", StringComparison.OrdinalIgnoreCase) => 1,
        (NodeKind.Primary, AiTypes.Workspace) => 2,
        (NodeKind.Primary, _) => 3,
        (NodeKind.Secondary, _) => 4,
        _ => 5,
    };
}
