using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Everything read that workloads are made of.</summary>
/// <param name="Nodes">By key, ordered.</param>
/// <param name="PrivateEndpoints">Private endpoints that lead to a node.</param>
/// <param name="Roles">Role assignments at one resource: principal and the scope it may act on.</param>
internal sealed record Estate(IReadOnlyList<Node> Nodes, IReadOnlyList<AiRow> PrivateEndpoints, IReadOnlyList<(string PrincipalId, string Scope)> Roles)
{
    private readonly Dictionary<string, Node> _byKey = Nodes.ToDictionary(n => n.Row.Key, StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Name), Node> _byHost = Hosts(Nodes);

    public Node? ById(string id) => _byKey.GetValueOrDefault(ResourceIds.Key(id));

    /// <summary>The node a reference leads to; null when it leads to none.</summary>
    public Node? Target(Reference reference)
    {
        if (reference.Id is not null)
            return _byKey.GetValueOrDefault(reference.Key);
        var type = HostNames.Type(reference.Host!)!;
        return _byHost.GetValueOrDefault((type, HostNames.Name(reference.Host!)));
    }

    private static Dictionary<(string Type, string Name), Node> Hosts(IReadOnlyList<Node> nodes)
    {
        var hosts = new Dictionary<(string, string), Node>();
        foreach (var node in nodes)
        {
            if (node.Row.Domain is { } domain)
                hosts[(node.Row.Type, domain)] = node;
            else
                hosts.TryAdd((node.Row.Type, node.Row.Name.ToLowerInvariant()), node);
            foreach (var child in node.Children.Where(c => c.Type == AiTypes.Workspace + "/onlineendpoints"))
                hosts.TryAdd((child.Type, child.Name.ToLowerInvariant()), node);
        }

        return hosts;
    }
}
