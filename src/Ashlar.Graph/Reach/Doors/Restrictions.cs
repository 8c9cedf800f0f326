using System.Text.Json;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Reach.Rules;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Access restrictions of App Service: rules by priority, the first that matches decides; where there are rules the rest is refused, unless it is said otherwise.</summary>
internal static class Restrictions
{
    public static void Apply(Door door, JsonElement config, string rules, string otherwise)
    {
        var list = config.At(rules).Items().Select(r => (Rule: r, Priority: r.At("priority").Number() ?? int.MaxValue)).OrderBy(r => r.Priority).ToList();
        var path = "config/web.properties." + rules;
        if (list.Count == 0 && !config.At(otherwise).Says("Deny"))
        {
            door.Says("firewall", "opens", path, "", "Allow the few who need it and refuse the rest.");
            return;
        }

        var (allowed, left) = (AddressSet.Empty, AddressSet.Public);
        foreach (var (rule, _) in list)
        {
            var allow = !rule.At("action").Says("Deny");
            var address = rule.At("ipAddress").Text();
            if (rule.Ref("vnetSubnetResourceId") is { Length: > 0 } subnet)
            {
                if (allow && !left.IsEmpty)
                    door.SubnetRules.Add(new SubnetRule(subnet, "microsoft.web"));
            }
            else if (rule.At("tag").Says("ServiceTag") && address is not null)
            {
                Tag(door, rule, address, allow, path, ref allowed, ref left);
            }
            else if (address is null or "Any" || Ranges(address) is not { } ranges)
            {
                if (address is not "Any")
                    Firewalls.Unreadable(door, address ?? "", path);
                (allowed, left) = (allow ? allowed.Or(left) : allowed, address is "Any" ? AddressSet.Empty : left);
            }
            else if (rule.At("headers").Members().Any(h => h.Value.Items().Any()))
            {
                // A header that the caller has to send is no matter of networks: whoever knows it comes in.
                allowed = allow ? allowed.Or(left.And(ranges)) : allowed;
            }
            else
            {
                (allowed, left) = (allow ? allowed.Or(left.And(ranges)) : allowed, left.Minus(ranges));
            }
        }

        if (config.At(otherwise).Says("Allow"))
            allowed = allowed.Or(left);
        door.Public = PublicAccess.Selected;
        door.Ranges = allowed;
        door.Says("firewall", "limits", path, allowed.IsEmpty ? "" : string.Join(", ", allowed.Ranges[..Math.Min(5, allowed.Ranges.Length)].ToArray()), "");
    }

    private static void Tag(Door door, JsonElement rule, string tag, bool allow, string path, ref AddressSet allowed, ref AddressSet left)
    {
        if (Tags.Is(tag, Tags.Internet))
        {
            (allowed, left) = (allow ? allowed.Or(left) : allowed, AddressSet.Empty);
        }
        else if (allow && rule.At("headers").At("x-azure-fdid").Texts().Any())
        {
            foreach (var profile in rule.At("headers").At("x-azure-fdid").Texts())
                Firewalls.Pass(door, "AzureFrontDoor " + profile, path);
        }
        else if (allow && Tags.HoldsCustomers(tag))
        {
            door.Azure = true;
            door.Says("firewall", "opens", path, tag, "Name the Front Door of your own in x-azure-fdid.");
        }
        else if (allow)
        {
            Firewalls.Pass(door, tag, path);
        }
    }

    private static AddressSet? Ranges(string text)
    {
        var ranges = new List<AddressRange>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!AddressRange.TryParse(part, out var range))
                return null;
            ranges.Add(range);
        }

        return AddressSet.Of(ranges);
    }
}
