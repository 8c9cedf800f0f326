using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Doors of App Service and Functions: the site and the deployment site beside it.</summary>
internal static class SiteDoors
{
    public static void Site(DoorRow row, Children children, List<Door> doors)
    {
        var body = row.Properties;
        var config = children.Of(row, row.Type + "/config").FirstOrDefault(c => c.Id.EndsWith("/web", StringComparison.OrdinalIgnoreCase)).Body;
        // A template and a single read tell the configuration within the site.
        if (config.ValueKind != System.Text.Json.JsonValueKind.Object && body.At("siteConfig.ipSecurityRestrictions").ValueKind == System.Text.Json.JsonValueKind.Array)
            config = body.At("siteConfig");
        var linked = body.At("privateEndpointConnections").Items().Any();
        foreach (var name in new[] { "sites", "scm" })
        {
            var door = new Door(row, name) { Service = "AppService", LinkGroups = ["sites"], Zones = ["privatelink.azurewebsites."] };
            door.Hosts.AddRange(body.At("enabledHostNames").Texts().Concat(body.At("defaultHostName").Texts()).Select(h => h.ToLowerInvariant()).Where(h => h.Contains(".scm.", StringComparison.Ordinal) == (name == "scm")).Distinct());
            // Endpoints of a slot lead to the site, and name the slot.
            if (row.Type.EndsWith("/slots", StringComparison.Ordinal))
                (door.LinkKey, door.LinkGroups) = (row.Key[..row.Key.LastIndexOf("/slots/", StringComparison.Ordinal)], ["sites-" + row.Name]);
            var own = config.At("publicNetworkAccess");
            var decide = Firewalls.Switch(door, body.At("publicNetworkAccess").Text() is { Length: > 0 } ? body.At("publicNetworkAccess") : own, "properties.publicNetworkAccess", linked ? null : PublicAccess.Open);
            if (body.Ref("hostingEnvironmentProfile.id") is { Length: > 0 } environment)
            {
                door.Public = PublicAccess.Unknown;
                door.Says("public", "unknown", "properties.hostingEnvironmentProfile.id", environment);
                door.Lacks("Whether its App Service Environment takes traffic from outside is not evaluated.");
            }
            else if (decide && config.ValueKind == System.Text.Json.JsonValueKind.Object)
            {
                var main = name == "sites" || config.At("scmIpSecurityRestrictionsUseMain").Flag() == true;
                Restrictions.Apply(door, config, main ? "ipSecurityRestrictions" : "scmIpSecurityRestrictions", main ? "ipSecurityRestrictionsDefaultAction" : "scmIpSecurityRestrictionsDefaultAction");
            }
            else if (decide)
            {
                door.Public = PublicAccess.Unknown;
                door.Says("firewall", "unknown", "config/web.properties.ipSecurityRestrictions", "");
                door.Lacks("Its access restrictions were not read: az graph query on appserviceresources, or az webapp config access-restriction show.");
            }

            if (name == "sites")
                door.Outbound = Out(body, config, door);
            doors.Add(door);
        }
    }

    public static void StaticSite(DoorRow row, Children children, List<Door> doors)
    {
        var door = new Door(row, "staticSites") { LinkGroups = ["staticSites"], Zones = ["privatelink.*azurestaticapps."] };
        var linked = row.Properties.At("privateEndpointConnections").Items().Any();
        Firewalls.Switch(door, row.Properties.At("publicNetworkAccess"), "properties.publicNetworkAccess", linked ? null : PublicAccess.Open);
        doors.Add(door);
    }

    private static Outbound Out(System.Text.Json.JsonElement body, System.Text.Json.JsonElement config, Door door)
    {
        if (body.Ref("virtualNetworkSubnetId") is not { Length: > 0 } subnet)
        {
            door.Says("outbound", "opens", "properties.virtualNetworkSubnetId", "", "Integrate it with a virtual network and route all its traffic there.");
            return Outbound.Internet;
        }

        var all = body.At("outboundVnetRouting.allTraffic").Flag() ?? body.At("outboundVnetRouting.applicationTraffic").Flag() ?? body.At("vnetRouteAllEnabled").Flag() ?? config.At("vnetRouteAllEnabled").Flag();
        door.Says("outbound", all == true ? "limits" : all == false ? "opens" : "unknown", "properties.vnetRouteAllEnabled", all?.ToString().ToLowerInvariant() ?? "", all == true ? "" : "Set it to true: only private addresses go through the network now.");
        // Without it only private addresses take the way through the network.
        return all switch
        {
            true => Outbound.From(subnet),
            false => Outbound.Internet with { SubnetKeys = [subnet] },
            null => Outbound.Unknown with { SubnetKeys = [subnet] },
        };
    }
}
