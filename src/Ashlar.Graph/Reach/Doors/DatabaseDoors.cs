using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Doors of databases and caches.</summary>
internal static class DatabaseDoors
{
    private const string FromAzure = "0.0.0.0";

    // An account is one door, whichever of its interfaces an endpoint leads to.
    private static readonly string[] CosmosGroups = ["Sql", "SqlDedicated", "Analytical", "MongoDB", "Cassandra", "Gremlin", "Table"];

    public static void Cosmos(DoorRow row, Children children, List<Door> doors)
    {
        var mongo = row.Kind.Equals("MongoDB", StringComparison.OrdinalIgnoreCase);
        var door = mongo
            ? new Door(row, "MongoDB") { Port = 10255, LinkGroups = CosmosGroups, Zones = ["privatelink.mongo.cosmos."] }
            : new Door(row, "Sql") { LinkGroups = CosmosGroups, Zones = ["privatelink.documents."] };
        door.Service = "AzureCosmosDB";
        AiServiceDoors.Name(door, row.Properties.At("documentEndpoint").Text());
        var body = row.Properties;
        if (body.At("networkAclBypass").Says("AzureServices"))
            Firewalls.Pass(door, "AzureServices", "properties.networkAclBypass");
        foreach (var id in body.At("networkAclBypassResourceIds").Texts())
            Firewalls.Pass(door, id, "properties.networkAclBypassResourceIds");
        string[] rules = [.. body.At("ipRules").Items().Select(r => r.At("ipAddressOrRange").Text() ?? ""), .. (body.At("ipRangeFilter").Text() ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        var filter = body.At("isVirtualNetworkFilterEnabled").Flag() == true;
        if (Firewalls.Switch(door, body.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open) && (rules.Length > 0 || filter))
        {
            Azure(door, rules.Contains(FromAzure), "properties.ipRules");
            Firewalls.Select(door, rules.Where(r => r != FromAzure), "properties.ipRules");
            if (filter)
                Firewalls.SubnetRules(door, body.At("virtualNetworkRules"), "properties.virtualNetworkRules", "microsoft.azurecosmosdb");
        }

        doors.Add(door);
    }

    public static void Sql(DoorRow row, Children children, List<Door> doors)
    {
        var door = Server(row, "sqlServer", 1433, "Sql", "privatelink.database.");
        if (Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess"))
        {
            Rules(door, row, children, row.Type + "/firewallrules", "startIpAddress", "endIpAddress");
            foreach (var (_, body) in children.Of(row, row.Type + "/virtualnetworkrules"))
            {
                if (body.Ref("virtualNetworkSubnetId") is { Length: > 0 } subnet && body.At("state").Text() is null or "Ready")
                    door.SubnetRules.Add(new SubnetRule(subnet, "microsoft.sql"));
            }
        }

        doors.Add(door);
    }

    public static void PostgreSql(DoorRow row, Children children, List<Door> doors) => Flexible(row, children, doors, "postgresqlServer", 5432, "privatelink.postgres.");

    public static void MySql(DoorRow row, Children children, List<Door> doors) => Flexible(row, children, doors, "mysqlServer", 3306, "privatelink.mysql.");

    public static void Redis(DoorRow row, Children children, List<Door> doors)
    {
        var door = Server(row, "redisCache", 6380, "", "privatelink.redis.");
        var rules = children.Of(row, row.Type + "/firewallrules");
        var decide = Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
        if (row.Properties.Ref("subnetId") is { Length: > 0 } subnet)
            Injected(door, subnet, "properties.subnetId");
        else if (decide && (rules.Count > 0 || !children.Knows(row, row.Type + "/firewallrules")))
            Rules(door, row, children, row.Type + "/firewallrules", "startIP", "endIP");
        doors.Add(door);
    }

    public static void RedisEnterprise(DoorRow row, Children children, List<Door> doors)
    {
        var door = Server(row, "redisEnterprise", 10000, "", "privatelink.redisenterprise.");
        Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess");
        doors.Add(door);
    }

    public static void Kusto(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "cluster") { LinkGroups = ["cluster"], Zones = [$"privatelink.{row.Location.ToLowerInvariant()}.kusto."] };
        AiServiceDoors.Name(door, row.Properties.At("uri").Text());
        var allowed = row.Properties.At("allowedIpRangeList").Texts().ToList();
        if (Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open) && allowed.Count > 0)
            Firewalls.Select(door, allowed, "properties.allowedIpRangeList");
        doors.Add(door);
    }

    public static void Synapse(DoorRow row, Children children, List<Door> doors)
    {
        foreach (var (name, zone) in new[] { ("Sql", "privatelink.sql."), ("SqlOnDemand", "privatelink.sql."), ("Dev", "privatelink.dev.") })
        {
            var door = Server(row, name, name == "Dev" ? 443 : 1433, "", zone);
            if (Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess"))
                Rules(door, row, children, row.Type + "/firewallrules", "startIpAddress", "endIpAddress");
            var managed = row.Properties.At("managedVirtualNetworkSettings.preventDataExfiltration").Flag();
            door.Outbound = managed == true ? new(OutboundKind.Network, [], []) : Outbound.Internet;
            doors.Add(door);
        }
    }

    private static void Flexible(DoorRow row, Children children, List<Door> doors, string name, int port, string zone)
    {
        var door = Server(row, name, port, "", zone);
        var network = row.Properties.At("network");
        if (network.Ref("delegatedSubnetResourceId") is { Length: > 0 } subnet)
            Injected(door, subnet, "properties.network.delegatedSubnetResourceId");
        else if (Firewalls.Switch(door, network.At("publicNetworkAccess"), "properties.network.publicNetworkAccess"))
            Rules(door, row, children, row.Type + "/firewallrules", "startIpAddress", "endIpAddress");
        doors.Add(door);
    }

    private static Door Server(DoorRow row, string name, int port, string service, string zone)
    {
        var door = new Door(row, name) { Port = port, Service = service, LinkGroups = [name], Zones = [zone] };
        door.Hosts.AddRange(row.Properties.TextsOf("fullyQualifiedDomainName", "hostName").Select(h => h.ToLowerInvariant()));
        return door;
    }

    // In a subnet of its own it has no public address.
    private static void Injected(Door door, string subnetKey, string path)
    {
        door.Public = PublicAccess.Closed;
        door.Says("public", "closes", path, subnetKey);
        door.Insides.Add(new Inside(door.Id, subnetKey, AddressSet.Empty));
    }

    /// <summary>Rules of addresses below a server: none lets nobody in, 0.0.0.0 to 0.0.0.0 all of Azure.</summary>
    private static void Rules(Door door, DoorRow row, Children children, string type, string from, string to)
    {
        var rules = children.Of(row, type);
        Firewalls.Select(door, [], type);
        foreach (var (id, body) in rules)
        {
            var (first, last) = (body.At(from).Text(), body.At(to).Text());
            if (first is FromAzure && last is FromAzure)
                Azure(door, true, id);
            else if (AddressRange.TryParse($"{first}-{last}", out var range))
            {
                door.Ranges = door.Ranges.Or(AddressSet.Of(range).And(AddressSet.Public));
                door.Legs.Add(new Leg("firewall", "opens", id, "properties." + from, range.ToString(), "Delete the rule."));
            }
            else
                Firewalls.Unreadable(door, ResourceIds.Name(id), type);
        }

        if (!children.Knows(row, type))
        {
            door.Doubt = true;
            door.Azure = door.Azure == true ? true : null;
            door.Lacks($"Firewall rules ({type}) were not read: run the export kit, or az rest on {row.Id}/firewallRules.");
        }
    }

    private static void Azure(Door door, bool open, string path)
    {
        if (!open)
            return;
        door.Azure = true;
        door.Says("firewall", "opens", path, FromAzure, "Take out 0.0.0.0: it lets in workloads of every Azure tenant.");
    }
}
