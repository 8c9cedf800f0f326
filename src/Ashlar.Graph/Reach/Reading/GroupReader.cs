using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Rules;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Reads network security groups.</summary>
internal static class GroupReader
{
    public static SecurityGroup Read(string id, JsonElement properties)
    {
        var list = properties.At("securityRules");
        return new SecurityGroup(id, [.. list.Items().Select(r => Rule(id, r))], list.ValueKind == JsonValueKind.Array);
    }

    private static SecurityRule Rule(string group, JsonElement rule)
    {
        var body = rule.At("properties");
        var name = rule.At("name").Text() ?? "";
        var priority = body.At("priority").Number();
        bool? inbound = body.At("direction") is var direction && direction.Says("Inbound") ? true : direction.Says("Outbound") ? false : null;
        bool? allow = body.At("access") is var access && access.Says("Allow") ? true : access.Says("Deny") ? false : null;
        var protocol = body.At("protocol").Text();
        return new SecurityRule(
            rule.At("id").Text() ?? $"{group}/securityRules/{name}",
            name,
            priority ?? int.MinValue,
            inbound ?? true,
            allow ?? true,
            protocol is null or "*" || protocol.Equals("Any", StringComparison.OrdinalIgnoreCase) ? "*" : protocol,
            Match(body, "source"),
            Match(body, "destination"),
            Ports(body, "sourcePortRange"),
            Ports(body, "destinationPortRange"),
            priority is not null && inbound is not null && allow is not null && protocol is not null);
    }

    private static AddressMatch Match(JsonElement body, string end) => AddressMatch.Of(
        body.TextsOf(end + "AddressPrefix", end + "AddressPrefixes"),
        body.Refs(end + "ApplicationSecurityGroups"));

    private static PortSet Ports(JsonElement body, string path)
    {
        string[] texts = [.. body.TextsOf(path, path + "s")];
        return PortSet.Of(texts.Length == 0 ? ["not told"] : texts);
    }
}
