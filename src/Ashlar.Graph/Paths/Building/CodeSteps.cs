using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Paths.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Building;

/// <summary>What code on a host has: the identities of the host, its subnet, the tokens of its cluster.</summary>
internal sealed class CodeSteps
{
    private readonly GraphBuilder _graph;
    private readonly Terrain _terrain;
    private readonly Ways _ways;
    private readonly Dictionary<string, List<(int Principal, int Host)>> _runs = new(StringComparer.Ordinal);
    private readonly List<string> _hosts = [];
    private readonly List<(int Principal, string Issuer)> _federated = [];
    private readonly List<(string Host, HostSubnet Subnet)> _stands = [];

    public CodeSteps(GraphBuilder graph, Terrain terrain, Ways ways)
    {
        (_graph, _terrain, _ways) = (graph, terrain, ways);
        foreach (var person in terrain.People.All)
        {
            foreach (var id in People.Texts(person.RunsOn))
            {
                var host = ResourceIds.Key(id);
                _hosts.Add(id);
                Put(host, person.Number);
                // A job chooses the computes of its workspace.
                if (host.IndexOf("/computes/", StringComparison.Ordinal) is > 0 and var end)
                    Put(host[..end], person.Number);
            }

            foreach (var federation in person.Federations.Length == 0 ? [] : DirectoryReader.Items(person.Federations))
                _federated.Add((person.Number, federation.At("issuer").Text() ?? ""));
        }
    }

    /// <summary>What says in which subnet code stands, by the number that arcs refer to.</summary>
    public IReadOnlyList<(string Host, HostSubnet Subnet)> Stands => _stands;

    /// <summary>Ids of what runs as an identity, by the number that arcs refer to.</summary>
    public IReadOnlyList<string> Hosts => _hosts;

    public void FromCode(int node, Place host)
    {
        foreach (var runs in _runs.GetValueOrDefault(host.Key) ?? [])
            ActAs(node, runs);
        foreach (var subnet in _terrain.Hosts.SubnetsOf(host.Key))
        {
            _stands.Add((host.Id, subnet));
            _graph.Quiet(node, _ways.Subnet(subnet.Key), ArcKind.Stands, _stands.Count - 1);
        }

        if (_terrain.Hosts.Clusters.FirstOrDefault(c => c.Key == host.Key) is not { } cluster)
            return;
        foreach (var (principal, issuer) in _federated.Where(f => cluster.Issues(f.Issuer)))
            _graph.Add(node, _graph.Node(NodeKind.Principal, principal), ArcKind.Federate, "federate", Costs.Federate, reference: host.Index);
        if (cluster.NodeGroup.Length > 0)
        {
            var nodes = $"/resourcegroups/{cluster.NodeGroup.ToLowerInvariant()}/";
            foreach (var runs in _runs.Where(r => r.Key.Contains(nodes, StringComparison.Ordinal) && ResourceIds.SubscriptionId(r.Key) == ResourceIds.SubscriptionId(cluster.Key)).SelectMany(r => r.Value).DistinctBy(r => r.Principal).OrderBy(r => r.Principal))
                ActAs(node, runs);
        }
    }

    /// <summary>A gateway calls what stands behind it as its own identity.</summary>
    public void FromGateway(int node, Place gateway)
    {
        foreach (var runs in _runs.GetValueOrDefault(gateway.Key) ?? [])
            ActAs(node, runs);
    }

    private void ActAs(int node, (int Principal, int Host) runs)
    {
        if (_terrain.People[runs.Principal] is { Enabled: not false })
            _graph.Add(node, _graph.Node(NodeKind.Principal, runs.Principal), ArcKind.ActAs, "act-as", Costs.ActAs, reference: runs.Host);
    }

    private void Put(string host, int principal)
    {
        if (!_runs.TryGetValue(host, out var list))
            _runs[host] = list = [];
        if (!list.Exists(r => r.Principal == principal))
            list.Add((principal, _hosts.Count - 1));
    }
}
