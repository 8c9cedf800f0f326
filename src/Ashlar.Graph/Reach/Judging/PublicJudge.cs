using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Reach.Rules;
using Ashlar.Graph.Reach.Walking;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>What comes to a door from public addresses: its own firewall, the perimeter it is in, the security group before it.</summary>
internal sealed class PublicJudge(NetworkEstate estate, Walker walker, ReachCoverage coverage)
{
    /// <summary>More addresses than this are the internet: no company has as many.</summary>
    public const ulong Many = 1UL << 24;

    // An enforced perimeter lets in what its rules name, whatever the resource's own switch says.
    private static readonly HashSet<string> Associable = new(StringComparer.OrdinalIgnoreCase)
    {
        "microsoft.cognitiveservices/accounts", "microsoft.documentdb/databaseaccounts", "microsoft.eventgrid/topics", "microsoft.eventgrid/domains", "microsoft.eventhub/namespaces", "microsoft.keyvault/vaults",
        "microsoft.operationalinsights/workspaces", "microsoft.search/searchservices", "microsoft.servicebus/namespaces", "microsoft.sql/servers", "microsoft.storage/storageaccounts",
    };

    private readonly bool _knowsPerimeters = coverage.Everywhere("microsoft.network/networksecurityperimeters/resourceassociations");

    private readonly List<(Firewall Firewall, NatRule Nat)> _translations = [.. estate.Firewalls.SelectMany(f => f.Nat.Where(n => n.IsTcp && n.To is { IsSingle: true }).Select(n => (f, n)))];

    public PublicReach Judge(Door door)
    {
        var own = Own(door);
        var associations = estate.Perimeters.GetValueOrDefault(door.Key, []);
        foreach (var association in associations)
        {
            door.Legs.Add(new Leg("perimeter", association.Enforced == true || door.ByPerimeter ? "limits" : "opens", association.Id, "properties.accessMode", association.Enforced switch { true => "Enforced", false => "Learning", null => "" }, association.Enforced == true ? "" : "Set it to Enforced."));
            var inside = Listed(association.Ranges, false);
            if (!association.RulesRead)
            {
                inside = inside with { Width = inside.Width.Or(Width.UpTo(Level.Internet)) };
                door.Lacks("Rules of its network security perimeter were not read, or name service tags: az network perimeter profile access-rule list.");
            }

            if (association.Enforced == true || door.ByPerimeter)
            {
                // An enforced perimeter knows neither trusted services nor service endpoints.
                own = inside;
                door.Bypass.Clear();
                door.SubnetRules.Clear();
            }
            else
            {
                own = association.Enforced == false ? Both(own, inside) : Either(own, inside);
            }

            foreach (var subscription in association.Subscriptions)
                Firewalls.Pass(door, subscription, "perimeter.subscriptions");
        }

        if ((door.ByPerimeter || (Associable.Contains(door.Type) && own.Width.Certain < Level.Internet)) && associations.Count == 0 && !_knowsPerimeters)
        {
            door.Lacks("Network security perimeters were not read: az graph query on networkresources.");
            return own with { Width = own.Width.Or(Width.UpTo(Level.Internet)) };
        }

        return own;
    }

    private PublicReach Own(Door door)
    {
        if (door.Fronts is { } fronts)
            return Doubted(door, fronts.Aggregate(PublicReach.None, (reach, front) => reach.Or(Behind(door, front))), fronts.Count > 0);
        var reach = door.Public switch
        {
            PublicAccess.Open when door.FrontedBy.Length > 0 => Fronted(door),
            PublicAccess.Open => new PublicReach(Width.Of(Level.Internet), AddressSet.Public, true),
            PublicAccess.Selected => Listed(door.Ranges, door.Azure),
            PublicAccess.Closed => PublicReach.None,
            _ => PublicReach.None with { Width = Width.UpTo(Level.Internet) },
        };
        return Doubted(door, reach, true);
    }

    private static PublicReach Doubted(Door door, PublicReach reach, bool exposed) => door.Doubt && exposed ? reach with { Width = reach.Width.Or(Width.UpTo(Level.Internet)) } : reach;

    private PublicReach Fronted(Door door)
    {
        if (estate.SubnetOf(door.FrontedBy) is not { } subnet)
            return PublicReach.None with { Width = Width.UpTo(Level.Internet) };
        var place = new Place(door.Id, subnet.Index, subnet.Prefixes, door.Port);
        return From(walker.Arrive(Party.Internet, place), walker.Arrive(Party.Azure, place));
    }

    // A machine is reached where the security groups of its subnet and its interface let in; without any, the kind of address decides.
    private PublicReach Behind(Door door, Front front)
    {
        if (estate.SubnetOf(front.At.SubnetKey) is not { } subnet)
        {
            door.Lacks("The subnet of an interface was not read: " + front.At.SubnetKey);
            return PublicReach.None with { Width = Width.UpTo(Level.Internet) };
        }

        var reach = PublicReach.None;
        foreach (var port in front.Port > 0 ? [front.Port] : door.Ports.Count > 0 ? door.Ports : [door.Port])
        {
            var place = new Place(front.Id, subnet.Index, front.Floating.IsEmpty ? front.At.Address.IsEmpty ? subnet.Prefixes : front.At.Address : front.Floating, port) { GroupKeys = front.At.GroupKeys, Groups = front.At.Groups };
            if (front.Nat is { } nat)
                reach = reach.Or(Translated(nat, front.Firewall!, place));
            else if (subnet.GroupKey.Length == 0 && front.At.GroupKeys.Count == 0)
                reach = reach.Or(front.Standard switch { true => PublicReach.None, false => new(Width.Of(Level.Internet), AddressSet.Public, true), null => PublicReach.None with { Width = Width.UpTo(Level.Internet) } });
            else
                reach = reach.Or(From(walker.Arrive(Party.Internet, place), walker.Arrive(Party.Azure, place)));
        }

        return reach;
    }

    /// <summary>What firewalls forward to a place that is no machine: a private endpoint, a gateway inside.</summary>
    public PublicReach Forwarded(Door door, Place place)
    {
        var reach = PublicReach.None;
        foreach (var (firewall, nat) in _translations)
        {
            if (!place.Address.Holds(nat.To!.Value) || (nat.ToPort ?? place.Port) != place.Port)
                continue;
            door.Legs.Add(new Leg("public", "opens", nat.Id, "", nat.To.Value.ToString(), "Delete the rule."));
            var one = Translated(nat, firewall, place);
            // Where its address is not told it may be another one's.
            reach = reach.Or(place.Address.Ranges is [{ IsSingle: true }] ? one : new(Width.UpTo(one.Width.Possible), AddressSet.Empty, false));
        }

        return reach;
    }

    // Behind a firewall's translation the machine sees the firewall's own address.
    private PublicReach Translated(NatRule nat, Firewall firewall, Place place)
    {
        var tags = new TagScope(AddressSet.Empty, AddressSet.Empty);
        var (certain, perhaps) = Matching.Of(nat.Source, Party.Internet, tags, allow: true);
        var (azure, _) = Matching.Of(nat.Source, Party.Azure, tags, allow: true);
        var spoken = estate.SubnetOf(firewall.SubnetKey) is { } own ? walker.Arrive(Party.At(own.Prefixes), place) is var arrived && arrived.Open.Holds(own.Prefixes) ? true : arrived.IsNone ? false : (bool?)null : null;
        return spoken switch
        {
            false => PublicReach.None,
            true => From(new Permit(certain, certain.Or(perhaps)), new Permit(azure, azure)),
            null => From(new Permit(AddressSet.Empty, certain.Or(perhaps)), new Permit(AddressSet.Empty, azure)),
        };
    }

    /// <summary>What security groups let in of the internet and of Azure.</summary>
    public static PublicReach From(Permit internet, Permit azure)
    {
        var certain = LevelOf(internet.Open, !azure.Open.IsEmpty);
        return new(new(certain, (Level)Math.Max((int)certain, (int)LevelOf(internet.Possible, !azure.IsNone))), internet.Open, !azure.Open.IsEmpty);
    }

    private static PublicReach Listed(AddressSet ranges, bool? azure)
    {
        var certain = LevelOf(ranges, azure == true);
        return new(azure is null ? new(certain, (Level)Math.Max((int)certain, (int)Level.Azure)) : Width.Of(certain), ranges, azure == true || certain == Level.Internet);
    }

    private static Level LevelOf(AddressSet ranges, bool azure) =>
        ranges.CountOfFour() > Many || IsManyOfSix(ranges) ? Level.Internet : azure ? Level.Azure : ranges.IsEmpty ? Level.Nowhere : Level.Corporate;

    // More than a /16 of IPv6: what a registry gives to none.
    private static bool IsManyOfSix(AddressSet ranges)
    {
        foreach (var range in ranges.Ranges)
        {
            if (!range.IsFour && range.To - range.From >= (UInt128)1 << 112)
                return true;
        }

        return false;
    }

    private static PublicReach Both(PublicReach one, PublicReach other) => new(one.Width.Or(other.Width), one.Ranges.Or(other.Ranges), one.Azure || other.Azure);

    private static PublicReach Either(PublicReach one, PublicReach other) => new(
        new((Level)Math.Min((int)one.Width.Certain, (int)other.Width.Certain), (Level)Math.Max((int)one.Width.Possible, (int)other.Width.Possible)),
        one.Ranges.And(other.Ranges), one.Azure && other.Azure);
}
