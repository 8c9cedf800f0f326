using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;

namespace Ashlar.Graph.Reach.Walking;

/// <summary>A place with what does not hang on who comes: which addresses its security groups and the firewalls before it let in, found once for all addresses.</summary>
/// <remarks>Rules speak of addresses one by one, so what holds of all of them holds of a part. Not safe for several threads.</remarks>
internal sealed class Arrival(Place place, NetworkEstate estate, Topology topology, Walker walker, Routing routing)
{
    private static readonly Party Everyone = Party.At(AddressSet.All);
    private readonly Dictionary<string, Permit> _behind = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Step> _steps = [];
    private readonly Dictionary<int, Permit> _from = [];
    private Permit? _direct;

    public Place Place => place;

    public Step Step(Subnet from)
    {
        if (!_steps.TryGetValue(from.Kin, out var step))
            _steps[from.Kin] = step = routing.Step(from, place);
        return step;
    }

    /// <summary>Which addresses would come here if they lay in a subnet: its routes, what stands between, this place's groups, its own group.</summary>
    public Permit From(Subnet from)
    {
        if (_from.TryGetValue(from.Kin, out var permit))
            return permit;
        var step = Step(from);
        permit = step.Kind switch
        {
            RouteKind.Dropped => Permit.None,
            RouteKind.Delivered => Direct,
            RouteKind.Appliance => walker.OverAppliance(from.Network, Everyone, this, step.Appliance, Direct),
            _ => Direct.Doubted,
        };
        if (!permit.IsNone && from.GroupKey.Length > 0)
            permit = permit.And(walker.Through(from, false, Everyone, Party.At(place.Address) with { Groups = place.Groups }, place.Port));
        return _from[from.Kin] = permit;
    }

    /// <summary>Which addresses come in directly.</summary>
    public Permit Direct => _direct ??= walker.Arrive(Everyone, place);

    /// <summary>Which sources come through the Azure Firewall in a hub.</summary>
    /// <param name="direct">Which of the sources come in when nothing stands between.</param>
    public Permit Through(Firewall firewall, int hub, Party source, Permit direct)
    {
        var everyone = ReferenceEquals(source, Everyone);
        if (everyone && _behind.TryGetValue(firewall.Key, out var known))
            return known;
        known = Judge(firewall, hub, source, direct);
        if (everyone)
            _behind[firewall.Key] = known;
        return known;
    }

    private Permit Judge(Firewall firewall, int hub, Party source, Permit direct)
    {
        if (estate.SubnetOf(firewall.SubnetKey) is not { } own)
            return direct.Doubted;
        var step = routing.Step(own, place);
        if (step.Kind == RouteKind.Dropped)
            return Permit.None;
        var (passed, proxied) = firewall.Judge(source, Party.At(place.Address), place.Port, place.Hosts, topology.TagsOf(own));
        // Where a rule for names matched the firewall speaks with its own address.
        var mask = walker.Arrive(Party.At(own.Prefixes), place);
        var heard = mask.Open.Holds(own.Prefixes) && !own.Prefixes.IsEmpty;
        var spoken = heard ? proxied : mask.IsNone ? Permit.None : proxied.Doubted;
        var forwarded = passed.And(direct);
        if (firewall.Translates is null)
            forwarded = heard ? forwarded : mask.IsNone ? forwarded.Doubted : forwarded.Doubted.Or(passed.Doubted);
        // Documented as a block; others measured that it is not always one.
        var home = estate.Subnets[place.Subnet].Network;
        if (hub != home && topology.Side(home, hub) is { Forwarded: false })
            forwarded = forwarded.Doubted;
        var all = forwarded.Or(spoken);
        return step.Kind == RouteKind.Delivered ? all : all.Doubted;
    }
}
