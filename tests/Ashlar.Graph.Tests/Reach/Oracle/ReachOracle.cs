namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>
/// From where doors can be reached, found by walking packets one by one through what Microsoft's documentation says (docs/reach.md). It shares no code
/// with Ashlar.Graph.
/// </summary>
internal sealed class ReachOracle(Net net)
{
    private static readonly string[] Reserved = ["GatewaySubnet", "AzureFirewallSubnet"];
    private readonly Joints _joints = new(net);
    private readonly Walk _walk = new(net, new Joints(net), new Filters(net, new Joints(net)));
    private readonly Outward _outward = new(net, new Joints(net), new Filters(net, new Joints(net)));
    private readonly Pieces _pieces = new(net);

    public Answer Of(Entry entry)
    {
        var (certain, possible) = (entry.Public.Certain, entry.Public.Possible);
        var networks = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var sub in entry.Subs.Select(_joints.Sub).Where(s => s.StorageEndpoint))
        {
            networks.Add(sub.Vnet);
            certain = Math.Max(certain, Levels.Network);
        }

        foreach (var place in entry.Places)
        {
            var found = net.Vnets.Select(v => (v.Name, Reaches: Reaches(v, place))).ToList();
            var premises = Premises(place);
            networks.UnionWith(found.Where(f => f.Reaches == Truth.Yes).Select(f => f.Name));
            certain = Math.Max(certain, premises == Truth.Yes ? Levels.Corporate : found.Exists(f => f.Reaches == Truth.Yes) ? Levels.Network : 0);
            possible = Math.Max(possible, premises != Truth.No || !net.Whole ? Levels.Corporate : found.Exists(f => f.Reaches != Truth.No) || Learned(place).Any() ? Levels.Network : 0);
        }

        possible = Math.Max(Math.Max(possible, certain), entry.Linkable && !net.Whole ? Levels.Corporate : 0);
        if (entry.IsMachine && !net.Whole)
            possible = Levels.Internet;
        return new Answer(possible <= certain ? Levels.Names[certain] : "unknown", Levels.Names[certain], string.Join(",", networks));
    }

    /// <summary>Source, verdict and leg of everything that comes to a door.</summary>
    public IEnumerable<(string Source, string Verdict, string Leg)> Sources(Entry entry)
    {
        var side = entry.Public;
        if (side.Possible == Levels.Internet)
            yield return ("internet", side.Certain == Levels.Internet ? "open" : "unknown", "public");
        if (side.Azure || side.Possible >= Levels.Azure)
            yield return ("azure", side.Azure ? "open" : "unknown", "public");
        var senders = Senders().ToList();
        foreach (var sender in senders)
        {
            if (side.Possible > 0 && _outward.Admits(sender, entry) is var admits and not Truth.No && _outward.Calls(sender, entry, _pieces) is var calls and not Truth.No)
                yield return (sender.Key, Verdict(admits.And(calls)), "public");
            if (entry.Subs.Contains(sender.Key) && sender.Sub.StorageEndpoint && _outward.Leaves(sender.Sub, entry, _pieces) is var leaves and not Truth.No)
                yield return (sender.Key, Verdict(leaves), "serviceEndpoint");
            foreach (var place in entry.Places)
            {
                if (Sends(sender, place) is var sent and not Truth.No)
                    yield return (sender.Key, Verdict(sent), entry.Leg);
            }
        }

        foreach (var sub in entry.Places.SelectMany(Learned))
        {
            if (senders.Exists(s => s.Key == Joints.Key(sub)))
                yield return (Joints.Key(sub), "unknown", "gateway");
        }
    }

    private static string Verdict(Truth truth) => truth == Truth.Yes ? "open" : "unknown";

    private Truth Reaches(Vnet vnet, Target place) => IsFar(vnet.Name, place) ? Truth.No : net.Subs.Where(s => s.Vnet == vnet.Name && !Reserved.Contains(s.Name))
        .SelectMany(s => _pieces.Of(s.Prefix).Select(a => _walk.Go(new Packet(From.Vnet, a, null, place), s))).DefaultIfEmpty(Truth.No).Max();

    private Truth Sends(Sender sender, Target place)
    {
        if (IsFar(sender.Sub.Vnet, place) || Reaches(_joints.Of(sender.Sub), place) == Truth.No)
            return Truth.No;
        if (sender.Cards.Count > 0)
            return sender.Cards.Select(c => _walk.Go(new Packet(From.Vnet, Ip.Of(c.Address), c.Group, place), sender.Sub, c.Nsg)).Max();
        var seen = _pieces.Of(sender.Sub.Prefix).Select(a => _walk.Go(new Packet(From.Vnet, a, null, place), sender.Sub)).Distinct().ToList();
        return seen is [var one] ? one : Truth.Maybe;
    }

    /// <summary>Neither peered nor sending through an appliance beside the place: only a gateway may have learned the way.</summary>
    private bool IsFar(string vnet, Target place)
    {
        var home = _joints.Sub(place.Sub!).Vnet;
        var near = _joints.Peers(home).Select(p => p.Name).Append(home).ToList();
        return !near.Contains(vnet) && !net.Subs.Any(s => s.Vnet == vnet && !Reserved.Contains(s.Name) && s.Table is not null && (_joints.TableOf(s) is { Read: true } table
            ? table.Routes.Any(r => r.Hop == "VirtualAppliance" && _joints.HubOf(s, r.Address!) is { } hub && near.Contains(hub))
            : near.Contains(vnet) || near.Exists(n => _joints.Peered(vnet, n))));
    }

    /// <summary>Subnets whose gateway may have learned the place's network from another one, or that have a route to their gateway: what they send is not walked.</summary>
    private IEnumerable<Sub> Learned(Target place)
    {
        if (_joints.GatewayOf(_joints.Sub(place.Sub!).Vnet) is not { } home || _pieces.Private.All(a => _walk.Arrives(new Packet(From.Vnet, a, null, place)) == Truth.No))
            return [];
        return net.Subs.Where(s => !Reserved.Contains(s.Name) && _joints.GatewayOf(s.Vnet) is { } own
            && ((own != home && _joints.TableOf(s) is not { Read: true, NoGateway: true }) || _joints.Routes(s).Any(r => r.Hop == "VirtualNetworkGateway")));
    }

    private Truth Premises(Target place)
    {
        if (_joints.GatewayOf(_joints.Sub(place.Sub!).Vnet) is not { } gateway)
            return Truth.No;
        return _walk.Go(new Packet(From.Premises, 0, null, place), net.Subs.First(s => s.Vnet == gateway && s.Name == "GatewaySubnet"));
    }

    private IEnumerable<Sender> Senders()
    {
        foreach (var sub in net.Subs)
        {
            var key = Joints.Key(sub);
            var cards = net.Cards.Where(c => c.IsCode && c.Sub == key).ToList();
            var whole = net.Containers.Any(c => c.Sub == key);
            if (whole || cards.Count > 0)
                yield return new Sender(key, sub, whole ? [] : cards, cards.Exists(c => c.PublicSku is not null));
        }
    }
}
