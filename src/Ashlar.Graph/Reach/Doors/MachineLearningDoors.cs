using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Doors of machine learning: workspaces, hubs and projects, registries, online endpoints, compute.</summary>
internal static class MachineLearningDoors
{
    private const string Provider = "microsoft.machinelearningservices/workspaces";

    public static void Workspace(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "amlworkspace") { Service = "AzureMachineLearning", LinkGroups = ["amlworkspace"], Zones = ["privatelink.api.", "privatelink.notebooks."] };
        var body = row.Properties;
        // A project reaches and is reached as its hub is.
        if (body.Ref("hubResourceId") is { Length: > 0 } hub)
            door.LinkKey = hub;
        if (Firewalls.Switch(door, body.At("publicNetworkAccess"), "properties.publicNetworkAccess"))
        {
            var allowed = body.At("ipAllowlist").Texts().ToList();
            if (allowed.Count > 0)
                Firewalls.Select(door, allowed, "properties.ipAllowlist");
            else if (body.At("networkAcls").Members().Any())
                Firewalls.Rules(door, body.At("networkAcls"), "properties.networkAcls", "");
        }

        door.Outbound = Managed(row, children, door);
        doors.Add(door);
    }

    public static void Registry(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "amlregistry") { Service = "AzureMachineLearning", LinkGroups = ["amlregistry"], Zones = ["privatelink.api."] };
        Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess");
        doors.Add(door);
    }

    public static void OnlineEndpoint(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "endpoint") { LinkGroups = ["amlworkspace"], Zones = ["privatelink.api."], LinkKey = Parent(row.Key, "/onlineendpoints/") };
        AiServiceDoors.Name(door, row.Properties.At("scoringUri").Text());
        Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
        door.Outbound = Egress(row, children, door);
        doors.Add(door);
    }

    public static void Compute(DoorRow row, Children children, List<Door> doors)
    {
        var body = row.Properties.At("properties");
        var kind = row.Properties.At("computeType").Text() ?? "";
        if (!kind.Equals("ComputeInstance", StringComparison.OrdinalIgnoreCase) && !kind.Equals("AmlCompute", StringComparison.OrdinalIgnoreCase))
            return;
        var door = new Door(row, "ssh") { Port = body.At("sshSettings.sshPort").Number() ?? body.At("connectivityEndpoints.sshPort").Number() ?? 22 };
        var ssh = body.At("sshSettings.sshPublicAccess").Text() ?? body.At("remoteLoginPortPublicAccess").Text();
        var publicNode = body.At("enableNodePublicIp").Flag();
        var subnet = body.Ref("subnet.id");
        var hasAddress = body.At("connectivityEndpoints.publicIpAddress").Text() is { Length: > 0 };
        door.Public = (ssh?.ToLowerInvariant(), publicNode, hasAddress) switch
        {
            ("disabled" or "notspecified", _, _) => PublicAccess.Closed,
            ("enabled", false, false) => PublicAccess.Closed,
            ("enabled", _, true) or ("enabled", true, _) => PublicAccess.Open,
            _ => PublicAccess.Unknown,
        };
        door.Says("public", door.Public switch { PublicAccess.Open => "opens", PublicAccess.Closed => "closes", _ => "unknown" }, kind.Equals("AmlCompute", StringComparison.OrdinalIgnoreCase) ? "properties.properties.remoteLoginPortPublicAccess" : "properties.properties.sshSettings.sshPublicAccess", ssh ?? "", door.Public == PublicAccess.Open ? "Turn SSH off, and make the instance without a public address." : "");
        if (door.Public == PublicAccess.Unknown)
            door.Lacks("Whether it takes SSH from outside was not reported: az ml compute show.");
        if (subnet.Length > 0)
        {
            door.Insides.Add(new Inside(row.Id, subnet, AddressSet.Empty));
            // Unless it is made without a public address it brings its own way out.
            door.Outbound = new(OutboundKind.Subnet, [subnet], publicNode == false ? [] : ["egress"]);
        }
        else
        {
            // In the workspace's own network it sends as that one lets it.
            door.Outbound = Outbound.As(Parent(row.Key, "/computes/"));
        }

        doors.Add(door);
    }

    private static Outbound Managed(DoorRow row, Children children, Door door)
    {
        const string path = "properties.managedNetwork.isolationMode";
        var mode = row.Properties.At("managedNetwork.isolationMode").Text();
        switch (mode?.ToLowerInvariant())
        {
            case "allowonlyapprovedoutbound":
                door.Says("outbound", "limits", path, mode);
                var rules = children.Of(row, Provider + "/outboundrules").Select(r => r.Body).Concat(row.Properties.At("managedNetwork.outboundRules").Members().Select(m => m.Value)).ToList();
                if (!children.Knows(row, Provider + "/outboundrules") && rules.Count == 0)
                    door.Lacks("Its outbound rules were not read: az ml workspace outbound-rule list.");
                return Outbound.Approved([.. rules.Where(r => !r.At("status").Says("Inactive")).Select(Destination).Where(d => d.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)]);
            case "allowinternetoutbound":
            case "disabled":
            case null when row.HasBody:
                door.Says("outbound", "opens", path, mode ?? "", "Set it to AllowOnlyApprovedOutbound.");
                return Outbound.Internet;
            default:
                door.Says("outbound", "unknown", path, mode ?? "");
                return Outbound.Unknown;
        }
    }

    private static string Destination(System.Text.Json.JsonElement rule) =>
        rule.At("destination").Text()
        ?? rule.At("destination.serviceResourceId").Text()
        ?? (rule.At("destination.addressPrefixes").Texts().Any() ? string.Join(',', rule.At("destination.addressPrefixes").Texts()) : rule.At("destination.serviceTag").Text())
        ?? "";

    private static Outbound Egress(DoorRow row, Children children, Door door)
    {
        var deployments = children.Of(row, Provider + "/onlineendpoints/deployments");
        if (deployments.Count == 0)
            return children.Knows(row, Provider + "/onlineendpoints/deployments") ? Outbound.None : Outbound.Unknown;
        var open = deployments.Any(d => !d.Body.At("egressPublicNetworkAccess").Says("Disabled"));
        foreach (var (id, body) in deployments)
            door.Legs.Add(new Leg("outbound", body.At("egressPublicNetworkAccess").Says("Disabled") ? "closes" : "opens", id, "properties.egressPublicNetworkAccess", body.At("egressPublicNetworkAccess").Text() ?? "", ""));
        // An open deployment sends as the workspace's managed network lets it.
        return open ? Outbound.As(Parent(row.Key, "/onlineendpoints/")) : new(OutboundKind.Network, [], []);
    }

    private static string Parent(string key, string segment) => key[..Math.Max(0, key.LastIndexOf(segment, StringComparison.Ordinal))];
}
