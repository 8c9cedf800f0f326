using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Doors of AI services accounts, search services and bots.</summary>
internal static class AiServiceDoors
{
    private static readonly string[] AccountZones = ["privatelink.cognitiveservices.", "privatelink.openai.", "privatelink.services.ai."];

    public static void Account(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "account") { Service = "CognitiveServicesFrontend", LinkGroups = ["account"], Zones = ZonesOf(row.Kind) };
        Name(door, row.Properties.At("endpoint").Text(), row.Properties.At("endpoints").Members().Select(m => m.Value.Text()));
        var acl = row.Properties.At("networkAcls");
        var decide = Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
        Firewalls.Rules(door, acl, "properties.networkAcls", "microsoft.cognitiveservices", decide);
        door.Outbound = Out(row, children, door);
        doors.Add(door);
    }

    public static void Search(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "searchService") { Service = "AzureCognitiveSearch", LinkGroups = ["searchService"], Zones = ["privatelink.search."] };
        door.Hosts.Add(row.Name.ToLowerInvariant() + ".search.windows.net");
        var rules = row.Properties.At("networkRuleSet");
        if (Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open) && rules.At("ipRules").Items().Any())
            Firewalls.Select(door, rules.At("ipRules").Items().Select(r => r.At("value").Text() ?? ""), "properties.networkRuleSet.ipRules");
        foreach (var bypass in rules.At("bypass").Texts().Where(b => !b.Equals("None", StringComparison.OrdinalIgnoreCase)))
            Firewalls.Pass(door, bypass, "properties.networkRuleSet.bypass");
        // Indexers and skills call what their definitions name; shared private links add ways, they take none away.
        door.Outbound = Outbound.Internet with { Destinations = [.. children.Of(row, "microsoft.search/searchservices/sharedprivatelinkresources").Where(c => c.Body.At("status").Says("Approved")).Select(c => c.Body.At("privateLinkResourceId").Text()).OfType<string>()] };
        door.Says("outbound", "opens", "properties.networkRuleSet", "", "");
        doors.Add(door);
    }

    public static void Bot(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "Bot") { Service = "AzureBotService", LinkGroups = ["Bot"], Zones = ["privatelink.directline."] };
        Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", PublicAccess.Open);
        doors.Add(door);
    }

    private static Outbound Out(DoorRow row, Children children, Door door)
    {
        var injections = row.Properties.At("networkInjections").Items().ToList();
        var own = injections.Select(i => i.Ref("subnetArmId")).Where(k => k.Length > 0).ToList();
        if (own.Count > 0)
        {
            door.Says("outbound", "limits", "properties.networkInjections", own[0], "");
            return Outbound.From(own);
        }

        if (injections.Exists(i => i.At("useMicrosoftManagedNetwork").Flag() == true))
        {
            door.Says("outbound", "unknown", "properties.networkInjections", "useMicrosoftManagedNetwork");
            door.Lacks("What the account's managed network lets out was not read: az rest on managedNetworks/outboundRules.");
            return Outbound.Unknown;
        }

        if (row.Properties.At("restrictOutboundNetworkAccess").Flag() == true)
        {
            string[] hosts = [.. row.Properties.At("allowedFqdnList").Texts()];
            door.Says("outbound", "limits", "properties.restrictOutboundNetworkAccess", "true");
            return hosts.Length == 0 ? new(OutboundKind.Nowhere, [], []) : Outbound.Approved(hosts);
        }

        door.Says("outbound", "opens", "properties.restrictOutboundNetworkAccess", row.Properties.At("restrictOutboundNetworkAccess").Flag() is null ? "" : "false", "Set it to true and name the hosts in allowedFqdnList.");
        return Outbound.Internet;
    }

    private static string[] ZonesOf(string kind) => kind.ToLowerInvariant() switch
    {
        "openai" => [AccountZones[1]],
        "aiservices" => AccountZones,
        _ => [AccountZones[0]],
    };

    public static void Name(Door door, params IEnumerable<string?> urls)
    {
        foreach (var url in urls)
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && !door.Hosts.Contains(uri.Host.ToLowerInvariant()))
                door.Hosts.Add(uri.Host.ToLowerInvariant());
        }
    }

    private static void Name(Door door, string? url, IEnumerable<string?> more) => Name(door, [url, .. more]);
}
