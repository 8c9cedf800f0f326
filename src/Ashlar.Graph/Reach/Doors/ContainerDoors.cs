using System.Globalization;
using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Doors of Container Apps, container groups and Kubernetes clusters.</summary>
internal static class ContainerDoors
{
    /// <summary>Type under which environments are kept beside the apps in them.</summary>
    public const string Environment = "microsoft.app/managedenvironments";

    public static void App(DoorRow row, Children children, List<Door> doors)
    {
        var ingress = row.Properties.At("configuration.ingress");
        var door = new Door(row, "endpoint") { LinkGroups = ["managedEnvironments"], Zones = ["privatelink.*.azurecontainerapps."] };
        door.Hosts.AddRange(ingress.At("fqdn").Texts().Select(h => h.ToLowerInvariant()));
        var (id, environment) = Place(row, children, door);
        door.Outbound = Out(environment, door);
        doors.Add(door);
        if (ingress.ValueKind != JsonValueKind.Object)
        {
            door.Public = row.Properties.At("configuration").ValueKind == JsonValueKind.Object ? PublicAccess.Closed : PublicAccess.Unknown;
            door.Says("public", "closes", "properties.configuration.ingress", "");
            return;
        }

        if (ingress.At("external").Flag() != true)
        {
            door.Public = PublicAccess.Closed;
            door.Beside = true;
            door.Says("public", "limits", "properties.configuration.ingress.external", "false");
            return;
        }

        if (environment.ValueKind != JsonValueKind.Object)
        {
            door.Lacks("Its environment was not read: az containerapp env show.");
            door.Says("public", "unknown", "properties.environmentId", id);
            return;
        }

        if (environment.At("vnetConfiguration.internal").Flag() == true)
        {
            door.Public = PublicAccess.Closed;
            door.Says("public", "closes", "environment.properties.vnetConfiguration.internal", "true");
            if (environment.Ref("vnetConfiguration.infrastructureSubnetId") is { Length: > 0 } subnet)
                door.Insides.Add(new Inside(id, subnet, AddressSet.Parse(environment.At("staticIp").Text() ?? "")));
            else
                door.Insides.Add(Inside.NotTold(id));
        }
        else if (Firewalls.Switch(door, environment.At("publicNetworkAccess"), "environment.properties.publicNetworkAccess", PublicAccess.Open))
        {
            door.Says("public", "opens", "properties.configuration.ingress.external", "true", "Set it to false.");
            Restrict(door, ingress.At("ipSecurityRestrictions"));
        }
    }

    public static void Job(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "endpoint") { Public = PublicAccess.Closed };
        door.Outbound = Out(Place(row, children, door).Body, door);
        door.LinkGroups = [];
        doors.Add(door);
    }

    public static void Group(DoorRow row, Children children, List<Door> doors)
    {
        var address = row.Properties.At("ipAddress");
        var subnets = row.Properties.Refs("subnetIds").ToList();
        var outbound = subnets.Count > 0 ? Outbound.From(subnets) : Outbound.Internet;
        var ports = address.At("ports").Items().Select(p => (Port: p.At("port").Number() ?? 0, Protocol: p.At("protocol").Text() ?? "TCP")).Where(p => p.Port > 0).DefaultIfEmpty((Port: 0, Protocol: "TCP"));
        foreach (var (port, protocol) in ports)
        {
            var door = new Door(row, port == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{port}/{protocol.ToLowerInvariant()}")) { Port = port, Outbound = outbound };
            var type = address.At("type");
            var isPublic = type.Says("Public") && port > 0;
            // Without an address nothing comes in; with one of a kind that is not told, anybody may.
            var isKnown = type.Says("Private") || isPublic || (row.HasBody && address.ValueKind != JsonValueKind.Object);
            door.Public = isPublic ? PublicAccess.Open : isKnown ? PublicAccess.Closed : PublicAccess.Unknown;
            if (!isKnown)
                door.Lacks("The kind of its address or its ports were not reported: az container show.");
            door.Says("public", isPublic ? "opens" : isKnown ? "closes" : "unknown", "properties.ipAddress.type", address.At("type").Text() ?? "", isPublic ? "Put it into a virtual network." : "");
            if (!isPublic && port > 0)
                door.Insides.AddRange(subnets.Select(s => new Inside(row.Id, s, AddressSet.Parse(address.At("ip").Text() ?? ""))).DefaultIfEmpty(Inside.NotTold(row.Id)));
            doors.Add(door);
        }
    }

    public static void Cluster(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "apiServer") { LinkGroups = ["management"], Zones = ["privatelink.*.azmk8s."] };
        door.Hosts.AddRange(row.Properties.TextsOf("fqdn", "privateFQDN").Select(h => h.ToLowerInvariant()));
        var access = row.Properties.At("apiServerAccessProfile");
        var subnets = row.Properties.At("agentPoolProfiles").Items().Select(p => p.Ref("vnetSubnetID")).Where(s => s.Length > 0).Distinct().ToList();
        if (access.At("enablePrivateCluster").Flag() == true)
        {
            door.Public = PublicAccess.Closed;
            door.Says("public", "closes", "properties.apiServerAccessProfile.enablePrivateCluster", "true");
            var own = access.Ref("subnetId");
            door.Insides.AddRange((own.Length > 0 ? [own] : subnets.Take(1)).Select(s => new Inside(row.Id, s, AddressSet.Empty)).DefaultIfEmpty(Inside.NotTold(row.Id)));
            // Its own nodes reach it in any case.
            door.Beside = door.Insides.Exists(i => i.SubnetKey.Length == 0);
        }
        else if (Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open))
        {
            var ranges = access.At("authorizedIPRanges").Texts().ToList();
            if (ranges.Count > 0)
                Firewalls.Select(door, ranges, "properties.apiServerAccessProfile.authorizedIPRanges");
            else
                door.Says("firewall", "opens", "properties.apiServerAccessProfile.authorizedIPRanges", "", "Make the cluster private, or name who may call its API.");
        }

        door.Outbound = Nodes(row, subnets, door);
        doors.Add(door);
    }

    private static Outbound Nodes(DoorRow row, List<string> subnets, Door door)
    {
        var type = row.Properties.At("networkProfile.outboundType").Text() ?? "";
        door.Says("outbound", "limits", "properties.networkProfile.outboundType", type);
        return type.ToLowerInvariant() switch
        {
            "none" or "block" => new(OutboundKind.Network, subnets, []),
            "userdefinedrouting" or "userassignednatgateway" when subnets.Count > 0 => Outbound.From(subnets),
            // The cluster's own load balancer or NAT gateway leads to the internet, as far as its subnets let it.
            "loadbalancer" or "managednatgateway" or "" => subnets.Count > 0 ? new(OutboundKind.Subnet, subnets, ["egress"]) : Outbound.Internet,
            _ => Outbound.Unknown with { SubnetKeys = subnets },
        };
    }

    private static (string Id, JsonElement Body) Place(DoorRow row, Children children, Door door)
    {
        var id = row.Properties.At("environmentId").Text() ?? row.Properties.At("managedEnvironmentId").Text() ?? "";
        var key = Model.ResourceIds.Key(id);
        door.LinkKey = key;
        return (id, children.Of(key, Environment) is [var only, ..] ? only.Body : default);
    }

    private static Outbound Out(JsonElement environment, Door door)
    {
        if (environment.ValueKind != JsonValueKind.Object)
            return Outbound.Unknown;
        var subnet = environment.Ref("vnetConfiguration.infrastructureSubnetId");
        door.Says("outbound", subnet.Length > 0 ? "limits" : "opens", "environment.properties.vnetConfiguration.infrastructureSubnetId", subnet, "");
        return subnet.Length > 0 ? new(OutboundKind.Subnet, [subnet], ["egress"]) : Outbound.Internet;
    }

    // All rules allow, and the rest is refused; or all refuse, and the rest is allowed.
    private static void Restrict(Door door, JsonElement rules)
    {
        const string path = "properties.configuration.ingress.ipSecurityRestrictions";
        var list = rules.Items().Select(r => (Allow: r.At("action").Says("Allow"), Range: r.At("ipAddressRange").Text() ?? "")).ToList();
        if (list.Count == 0)
            return;
        Firewalls.Select(door, list.Where(r => r.Allow).Select(r => r.Range), path);
        if (list.TrueForAll(r => !r.Allow))
            door.Ranges = AddressSet.Public.Minus(AddressSet.Parse([.. list.Select(r => r.Range)]));
    }
}
