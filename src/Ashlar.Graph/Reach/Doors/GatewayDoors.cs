using System.Globalization;
using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Doors of API Management, Application Gateway and Front Door.</summary>
internal static class GatewayDoors
{
    public static void ApiManagement(DoorRow row, Children children, List<Door> doors)
    {
        var body = row.Properties;
        var door = new Door(row, "Gateway") { Service = "ApiManagement", LinkGroups = ["Gateway"], Zones = ["privatelink.azure-api."] };
        AiServiceDoors.Name(door, body.At("gatewayUrl").Text());
        var mode = body.At("virtualNetworkType").Text() ?? "None";
        var subnet = body.Ref("virtualNetworkConfiguration.subnetResourceId");
        var open = Firewalls.Switch(door, body.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
        if (mode.Equals("Internal", StringComparison.OrdinalIgnoreCase))
        {
            door.Public = PublicAccess.Closed;
            door.Says("public", "closes", "properties.virtualNetworkType", mode);
            Place(door, subnet, body.At("privateIPAddresses").Texts());
        }
        else if (mode.Equals("External", StringComparison.OrdinalIgnoreCase) && open && row.Sku.EndsWith("V2", StringComparison.OrdinalIgnoreCase))
        {
            // The v2 tiers send through that subnet alone: no security group stands before their public address.
            door.Says("public", "opens", "properties.virtualNetworkType", mode, "Set publicNetworkAccess to Disabled behind a private endpoint, or inject it into the network.");
        }
        else if (mode.Equals("External", StringComparison.OrdinalIgnoreCase) && open)
        {
            if (row.Sku.Length == 0)
            {
                door.Doubt = true;
                door.Lacks("Its tier was not reported, and with a v2 tier no security group stands before it: az apim show.");
            }

            // Its public address stands before its subnet, whose security group lets in or not.
            door.Says("public", "opens", "properties.virtualNetworkType", mode, "Set it to Internal, and put a web application firewall before it.");
            Place(door, subnet, []);
            door.FrontedBy = subnet;
        }

        door.Outbound = subnet.Length > 0 ? new(OutboundKind.Subnet, [subnet], ["egress"]) : Outbound.Internet;
        doors.Add(door);
    }

    public static void ApplicationGateway(DoorRow row, Children children, List<Door> doors)
    {
        var fronts = row.Properties.At("frontendIPConfigurations").Items().Select(f => f.At("properties")).ToList();
        var subnet = row.Properties.At("gatewayIPConfigurations").Items().Select(g => g.Ref("properties.subnet.id")).FirstOrDefault(s => s.Length > 0) ?? "";
        var named = row.Properties.At("frontendPorts").Items().Select(p => (Key: p.Ref("id"), Port: p.At("properties.port").Number() ?? 0)).ToList();
        var listened = row.Properties.At("httpListeners").Items().Concat(row.Properties.At("listeners").Items()).Select(l => l.Ref("properties.frontendPort.id")).ToHashSet(StringComparer.Ordinal);
        // A port without a listener does not answer; a listener whose port cannot be found may stand at any of them.
        var all = listened.Count == 0 || listened.Any(l => !named.Exists(n => n.Key == l));
        List<int> ports = [.. named.Where(n => n.Port > 0 && (all || listened.Contains(n.Key))).Select(n => n.Port).Distinct().Order()];
        foreach (var port in ports.DefaultIfEmpty(443))
            doors.Add(Frontend(row, fronts, subnet, port, ports.Count < 2 ? "frontend" : string.Create(CultureInfo.InvariantCulture, $"frontend {port}/tcp")));
    }

    private static Door Frontend(DoorRow row, List<JsonElement> fronts, string subnet, int port, string name)
    {
        var door = new Door(row, name) { Port = port };
        var isPublic = fronts.Exists(f => f.Ref("publicIPAddress.id").Length > 0);
        door.Public = isPublic ? PublicAccess.Open : fronts.Count > 0 ? PublicAccess.Closed : PublicAccess.Unknown;
        door.Says("public", isPublic ? "opens" : "closes", "properties.frontendIPConfigurations", "", isPublic ? "Give it a private front alone." : "");
        Place(door, subnet, fronts.Select(f => f.At("privateIPAddress").Text()).OfType<string>());
        if (isPublic)
            door.FrontedBy = subnet;
        return door;
    }

    public static void FrontDoor(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "endpoint") { Public = PublicAccess.Open };
        door.Says("public", "opens", "properties", "");
        doors.Add(door);
    }

    private static void Place(Door door, string subnet, IEnumerable<string> addresses)
    {
        if (subnet.Length > 0)
            door.Insides.Add(new Inside(door.Id, subnet, AddressSet.Parse([.. addresses])));
        else if (door.Public != PublicAccess.Open)
            door.Insides.Add(Inside.NotTold(door.Id));
    }
}
