using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Reads the firewalls that services have of their own, which most write alike.</summary>
internal static class Firewalls
{
    /// <summary>Takes <c>publicNetworkAccess</c> in all its spellings.</summary>
    /// <param name="missing">What its absence means, where that is documented; null = it is not.</param>
    /// <returns>True when the rules beside it decide.</returns>
    public static bool Switch(Door door, JsonElement value, string path, PublicAccess? missing = null, string change = "Set it to Disabled.")
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.True => "Enabled",
            JsonValueKind.False => "Disabled",
            _ => "",
        };
        switch (text.ToLowerInvariant())
        {
            case "disabled":
                door.Public = PublicAccess.Closed;
                door.Says("public", "closes", path, text);
                return false;
            case "securedbyperimeter":
                door.Public = PublicAccess.Closed;
                door.ByPerimeter = true;
                door.Says("public", "limits", path, text);
                return false;
            case "enabled":
                door.Public = PublicAccess.Open;
                door.Says("public", "opens", path, text, change);
                return true;
            case "" when missing is { } known:
                door.Public = known;
                door.Says("public", known == PublicAccess.Open ? "opens" : "closes", path, "", known == PublicAccess.Open ? change : "");
                return known == PublicAccess.Open;
            default:
                door.Public = PublicAccess.Unknown;
                door.Says("public", "unknown", path, text);
                door.Lacks($"{path} was not reported, and the documentation names no default: run az resource show.");
                return false;
        }
    }

    /// <summary>Rules with a default action, as storage, vaults, AI services, registries and namespaces write them.</summary>
    /// <param name="path">Path of the rule set in the resource.</param>
    /// <param name="service">Lower case, for service endpoints: <c>microsoft.storage</c>.</param>
    /// <param name="decide">False: public access is off, and only exceptions count.</param>
    public static void Rules(Door door, JsonElement acl, string path, string service, bool decide = true)
    {
        if (!door.ByPerimeter)
            Exceptions(door, acl, path);
        if (!decide)
            return;
        var action = acl.At("defaultAction");
        if (!action.Says("Deny"))
        {
            if (action.ValueKind == JsonValueKind.String && !action.Says("Allow"))
            {
                door.Public = PublicAccess.Unknown;
                door.Says("firewall", "unknown", path + ".defaultAction", action.GetString()!);
            }
            else
            {
                door.Says("firewall", "opens", path + ".defaultAction", action.Text() ?? "", "Set it to Deny and name who may call.");
            }

            return;
        }

        Select(door, acl.At("ipRules").Items().Select(r => r.At("value").Text() ?? r.At("ipMask").Text() ?? r.At("ipAddressOrRange").Text() ?? r.Text() ?? ""), path + ".ipRules");
        SubnetRules(door, acl.At("virtualNetworkRules"), path + ".virtualNetworkRules", service);
    }

    /// <summary>Only these addresses.</summary>
    public static void Select(Door door, IEnumerable<string> rules, string path)
    {
        door.Public = PublicAccess.Selected;
        var ranges = new List<AddressRange>();
        foreach (var rule in rules)
        {
            if (AddressRange.TryParse(rule, out var range))
                ranges.Add(range);
            else
                Unreadable(door, rule, path);
        }

        var listed = AddressSet.Of(ranges).And(AddressSet.Public);
        door.Ranges = door.Ranges.Or(listed);
        door.Says("firewall", listed.CountOfFour() == AddressSet.Public.CountOfFour() ? "opens" : "limits", path, string.Join(", ", ranges.Take(20)), ranges.Count == 0 ? "" : "Take out addresses that need not call.");
    }

    public static void Unreadable(Door door, string rule, string path)
    {
        door.Doubt = true;
        door.Lacks($"The rule '{rule}' in {path} cannot be read: look at it with az resource show.");
    }

    public static void SubnetRules(Door door, JsonElement rules, string path, string service)
    {
        foreach (var rule in rules.Items())
        {
            var key = rule.Ref("id") is { Length: > 0 } id ? id : rule.Ref("subnet.id");
            // A rule whose subnet is gone, or that is being made, lets nobody in.
            if (key.Length == 0 || rule.At("state").Text() is { } state && !state.Equals("Succeeded", StringComparison.OrdinalIgnoreCase))
                continue;
            door.SubnetRules.Add(new SubnetRule(key, service));
            door.Says("serviceEndpoint", "opens", path, key, "Take the subnet out of the rules.");
        }
    }

    private static void Exceptions(Door door, JsonElement acl, string path)
    {
        // Documented default of storage and vaults: trusted services pass, unless it is said that they do not.
        if (path == "properties.networkAcls" && door.Service is "Storage" or "AzureKeyVault" && acl.ValueKind == JsonValueKind.Object && acl.At("bypass").ValueKind != JsonValueKind.String)
            Pass(door, "AzureServices", path + ".bypass");
        foreach (var bypass in acl.At("bypass").Texts().SelectMany(b => b.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(b => !b.Equals("None", StringComparison.OrdinalIgnoreCase)))
            Pass(door, bypass, path + ".bypass");
        if (acl.At("trustedServiceAccessEnabled").Flag() == true)
            Pass(door, "AzureServices", path + ".trustedServiceAccessEnabled");
        foreach (var rule in acl.At("resourceAccessRules").Items())
        {
            if (rule.At("resourceId").Text() is { Length: > 0 } id)
                Pass(door, id, path + ".resourceAccessRules");
        }
    }

    public static void Pass(Door door, string who, string path)
    {
        if (door.Bypass.Contains(who))
            return;
        door.Bypass.Add(who);
        door.Says("bypass", "opens", path, who, "Take the exception out where nothing needs it.");
    }
}
