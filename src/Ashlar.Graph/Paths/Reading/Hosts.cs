using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>Where code runs: in which subnet, and which clusters issue tokens to what runs in them.</summary>
internal sealed class Hosts
{
    private readonly Dictionary<string, List<HostSubnet>> _subnets = new(StringComparer.Ordinal);

    public Hosts(AccessQuery query)
    {
        Subnets(query, "resources", "microsoft.web/sites", "properties.virtualNetworkSubnetId");
        Subnets(query, "resources", "microsoft.containerinstance/containergroups", "properties.subnetIds[0].id");
        Subnets(query, "resources", "microsoft.apimanagement/service", "properties.virtualNetworkConfiguration.subnetResourceId");
        Subnets(query, "armresources", "microsoft.machinelearningservices/workspaces/computes", "properties.properties.subnet.id");
        Subnets(query, "resources", "microsoft.cognitiveservices/accounts", "properties.networkInjections[0].subnetArmId");
        var environments = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in query.Run("resources | where type =~ 'microsoft.app/managedenvironments' | project id, tostring(properties.vnetConfiguration.infrastructureSubnetId)"))
            environments.TryAdd(ResourceIds.Key(AccessQuery.Text(row[0])), AccessQuery.Text(row[1]));
        foreach (var row in query.Run("resources | where type =~ 'microsoft.app/containerapps' or type =~ 'microsoft.app/jobs' | project id, coalesce(tostring(properties.managedEnvironmentId), tostring(properties.environmentId))"))
        {
            if (environments.TryGetValue(ResourceIds.Key(AccessQuery.Text(row[1])), out var subnet))
                Put(AccessQuery.Text(row[0]), subnet, "resources", AccessQuery.Text(row[1]), "properties.vnetConfiguration.infrastructureSubnetId");
        }

        var cards = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in query.Run("resources | where type =~ 'microsoft.network/networkinterfaces' | project id, tostring(properties.ipConfigurations[0].properties.subnet.id)"))
            cards.TryAdd(ResourceIds.Key(AccessQuery.Text(row[0])), AccessQuery.Text(row[1]));
        foreach (var row in query.Run("resources | where type =~ 'microsoft.compute/virtualmachines' | project id, tostring(properties.networkProfile.networkInterfaces[0].id)"))
        {
            if (cards.TryGetValue(ResourceIds.Key(AccessQuery.Text(row[1])), out var subnet))
                Put(AccessQuery.Text(row[0]), subnet, "resources", AccessQuery.Text(row[1]), "properties.ipConfigurations[0].properties.subnet.id");
        }

        Clusters = [.. query.Run("resources | where type =~ 'microsoft.containerservice/managedclusters' | project id, tostring(properties.oidcIssuerProfile.issuerURL), tostring(properties.nodeResourceGroup), tostring(properties.agentPoolProfiles) | order by id asc").Select(Cluster)];
    }

    public IReadOnlyList<HostCluster> Clusters { get; }

    /// <summary>Subnets that code on a resource stands in.</summary>
    public IReadOnlyList<HostSubnet> SubnetsOf(string key) => _subnets.TryGetValue(key, out var found) ? found : [];

    private HostCluster Cluster(object?[] row)
    {
        var id = AccessQuery.Text(row[0]);
        var pools = DirectoryReader.Items(AccessQuery.Text(row[3])).Select((p, i) => (Subnet: p.At("vnetSubnetID").Text() ?? "", i)).DistinctBy(p => p.Subnet, StringComparer.OrdinalIgnoreCase);
        foreach (var (subnet, i) in pools)
            Put(id, subnet, "resources", id, $"properties.agentPoolProfiles[{i}].vnetSubnetID");
        return new HostCluster(ResourceIds.Key(id), id, AccessQuery.Text(row[1]), AccessQuery.Text(row[2]));
    }

    private void Subnets(AccessQuery query, string table, string type, string path)
    {
        foreach (var row in query.Run($"{table} | where type =~ '{type}' | project id, tostring({path})"))
            Put(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]), table, AccessQuery.Text(row[0]), path);
    }

    private void Put(string host, string subnet, string table, string says, string path)
    {
        if (subnet.Length == 0 || host.Length == 0)
            return;
        var key = ResourceIds.Key(host);
        if (!_subnets.TryGetValue(key, out var list))
            _subnets[key] = list = [];
        list.Add(new HostSubnet(ResourceIds.Key(subnet), subnet, table, says, path));
    }
}
