using System.Globalization;
using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Doors;

/// <summary>Doors of machines: the ports that their security groups speak of, and those that load balancers and firewalls forward.</summary>
internal sealed class MachineDoors
{
    private const int Most = 20;
    private const int MostWithin = 200;
    private static readonly int[] Managing = [22, 3389, 5985, 5986];
    private readonly NetworkEstate _estate;
    private readonly ILookup<string, Interface> _cards;
    private readonly ILookup<string, LoadBalancerRule> _byPool;
    private readonly ILookup<string, LoadBalancerRule> _byNat;
    private readonly ILookup<AddressRange, PoolAddress> _pooled;
    private readonly ILookup<AddressRange, (Firewall Firewall, NatRule Rule)> _translated;

    public MachineDoors(NetworkEstate estate)
    {
        _estate = estate;
        _cards = estate.Interfaces.Where(i => i.OwnerKey.Length > 0).ToLookup(i => i.OwnerKey);
        var rules = estate.LoadBalancers.SelectMany(b => b.Rules).Where(r => r.PublicAddressKey.Length > 0).ToList();
        _byPool = rules.Where(r => r.PoolKey.Length > 0).ToLookup(r => r.PoolKey);
        _byNat = rules.Where(r => r.NatRuleKey.Length > 0).ToLookup(r => r.NatRuleKey);
        _pooled = estate.LoadBalancers.SelectMany(b => b.Addresses).ToLookup(a => a.Address);
        _translated = estate.Firewalls.SelectMany(f => f.Nat.Where(n => n.To is { IsSingle: true }).Select(n => (f, n))).ToLookup(n => n.n.To!.Value);
    }

    public IReadOnlyList<Interface> CardsOf(string ownerKey) => [.. _cards[ownerKey]];

    private List<Interface> CardsIn(string groupKey) =>
        [.. _cards.Where(c => c.Key.StartsWith(groupKey + "/providers/microsoft.compute/virtualmachinescalesets/", StringComparison.Ordinal)).SelectMany(c => c)];

    /// <summary>What services of a cluster publish: load balancers beside its nodes, whose pools may name no interface.</summary>
    public void Cluster(DoorRow row, string groupKey, List<Door> doors)
    {
        var cards = CardsIn(groupKey);
        var balanced = _estate.LoadBalancers.Where(b => b.Key.StartsWith(groupKey + "/", StringComparison.Ordinal)).SelectMany(b => b.Rules).Where(r => r.PublicAddressKey.Length > 0).ToList();
        Read(row, cards, doors, forwardedOnly: true, [.. cards.Where(c => c.PoolKeys.Count == 0).SelectMany(c => balanced.Select(r => Balanced(At(c), r)).OfType<Front>())]);
    }

    public void Read(DoorRow row, IReadOnlyList<Interface> cards, List<Door> doors, bool forwardedOnly = false, IReadOnlyList<Front>? more = null)
    {
        if (cards.Count == 0)
        {
            if (!forwardedOnly)
            {
                var none = new Door(row, "any") { Public = PublicAccess.Unknown };
                none.Lacks("Its network interfaces were not read: run the export kit, or az graph query.");
                doors.Add(none);
            }

            return;
        }

        var ways = cards.SelectMany(Fronts).Concat(more ?? []).ToList();
        var forwarded = ways.Where(w => w.Port > 0).Select(w => (From: w.Port, To: w.Port)).ToList();
        var named = forwardedOnly ? [] : cards.SelectMany(Named).Distinct().OrderBy(n => n.Rank).Select(n => (n.From, n.To)).ToList();
        List<(int From, int To)> ports = [.. forwarded.Concat(named).Distinct()];
        if (ports.Count == 0 && !forwardedOnly)
            ports.Add((22, 22));
        var made = ports.Take(Most).Order().Select(p => Make(row, cards, ways, p.From, p.To, forwardedOnly)).ToList();
        foreach (var door in ports.Count > Most ? made : [])
            door.Lacks($"It has {ports.Count} ports or ranges of ports that rules speak of; {Most} are shown, those open widest first: look at the rest in its security groups.");
        doors.AddRange(made);
    }

    private Door Make(DoorRow row, IReadOnlyList<Interface> cards, List<Front> ways, int from, int to, bool forwardedOnly)
    {
        var name = (from, to) switch
        {
            (0 or 1, 65535) => "any",
            _ when from == to => string.Create(CultureInfo.InvariantCulture, $"{from}/tcp"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{from}-{to}/tcp"),
        };
        var door = new Door(row, name) { Port = from == 0 ? 1 : from, LinkGroups = [] };
        // Within a range rules may change: each place where one begins or ends stands for what follows.
        door.Ports = [.. cards.SelectMany(GroupsOf).SelectMany(g => g.Inbound).SelectMany(r => r.Ports.Ranges).SelectMany(p => new[] { p.From, p.To + 1 }).Append(door.Port).Where(p => p >= door.Port && p <= to).Distinct().Order()];
        if (door.Ports.Count > MostWithin)
        {
            door.Ports = [.. door.Ports.Take(MostWithin)];
            door.Doubt = true;
            door.Lacks("The rules over its range of ports are too many to be weighed all: look at them in its security groups.");
        }

        door.Fronts = [.. ways.Where(w => w.Port == 0 ? !forwardedOnly : w.Port >= from && w.Port <= to)];
        foreach (var front in door.Fronts)
            door.Legs.Add(new Leg("public", "opens", front.Id, "", name, front.Nat is null ? "Take the public address away, or use Bastion." : "Delete the rule."));
        foreach (var group in cards.SelectMany(GroupsOf).Distinct())
        {
            if (group.Inbound.FirstOrDefault(r => r.Id.Length > 0 && r.Allow && r.Ports.Holds(door.Port)) is { } rule)
                door.Legs.Add(new Leg("securityGroup", "opens", rule.Id, "properties.access", string.Join(", ", rule.Source.Any ? ["*"] : rule.Source.Tags.Concat(rule.Source.Addresses.Ranges.ToArray().Select(a => a.ToString())).Take(5)), "Narrow its source."));
            else
                door.Legs.Add(new Leg("securityGroup", group.Whole ? "closes" : "unknown", group.Id, "properties.securityRules", "", ""));
        }

        if (!forwardedOnly)
            door.Insides.AddRange(cards.Select(At));
        return door;
    }

    private IEnumerable<Front> Fronts(Interface card)
    {
        var at = At(card);
        if (card.PublicAddressKey.Length > 0)
            yield return new(card.PublicAddressKey, at, 0, _estate.PublicAddresses.GetValueOrDefault(card.PublicAddressKey)?.Standard, AddressSet.Empty);
        if (card.GetsPublicAddress)
            yield return new(card.Id, at, 0, null, AddressSet.Empty);
        foreach (var rule in card.PoolKeys.Concat(PoolsAt(card)).Distinct().SelectMany(p => _byPool[p]).Concat(card.NatRuleKeys.SelectMany(n => _byNat[n])))
        {
            if (Balanced(at, rule) is { } front)
                yield return front;
        }

        foreach (var (firewall, rule) in card.Address.IsEmpty ? [] : _translated[card.Address.Ranges[0]])
        {
            if (rule.IsTcp)
                yield return new(rule.Id, at, rule.ToPort ?? 0, true, AddressSet.Empty) { Nat = rule, Firewall = firewall };
        }
    }

    // A pool may name the address of a machine in a network instead of its interface.
    private IEnumerable<string> PoolsAt(Interface card) =>
        card.Address.IsEmpty ? [] : _pooled[card.Address.Ranges[0]].Where(a => a.NetworkKey.Length == 0 || card.SubnetKey.StartsWith(a.NetworkKey + "/subnets/", StringComparison.Ordinal)).Select(a => a.PoolKey);

    private Front? Balanced(Inside at, LoadBalancerRule rule)
    {
        if (rule.Protocol.Equals("Udp", StringComparison.OrdinalIgnoreCase))
            return null;
        var address = _estate.PublicAddresses.GetValueOrDefault(rule.PublicAddressKey);
        return new(rule.Id, at, rule.Floating ? rule.Port : rule.BackendPort, address?.Standard, rule.Floating ? address?.Address ?? AddressSet.Empty : AddressSet.Empty);
    }

    // Widest first: what more than private addresses may come to, then what machines are managed by.
    private IEnumerable<(int From, int To, int Rank)> Named(Interface card) =>
        GroupsOf(card).SelectMany(g => g.Inbound).Where(r => r.Id.Length > 0 && r.Allow).SelectMany(r => (r.Ports.Readable ? r.Ports.Ranges : [(From: 0, To: 65535)]).Select(p => (p.From, p.To, (IsWide(r.Source) ? 0 : 2) + (Managing.Any(m => p.From <= m && m <= p.To) ? 0 : 1)))).Distinct();

    private static bool IsWide(AddressMatch source) =>
        source.Any || !source.Readable || !AddressSet.NotPublic.Holds(source.Addresses) || source.Tags.Any(t => !Tags.Is(t, Tags.VirtualNetwork) && !Tags.Is(t, Tags.LoadBalancer));

    private IEnumerable<SecurityGroup> GroupsOf(Interface card)
    {
        if (_estate.SubnetOf(card.SubnetKey) is { GroupKey.Length: > 0 } subnet && _estate.Groups.TryGetValue(subnet.GroupKey, out var outer))
            yield return outer;
        if (card.GroupKey.Length > 0 && _estate.Groups.TryGetValue(card.GroupKey, out var own))
            yield return own;
    }

    private static Inside At(Interface card) => new(card.Id, card.SubnetKey, card.Address) { GroupKeys = card.GroupKey.Length > 0 ? [card.GroupKey] : [], Groups = card.Groups };
}
