namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>What each resource's own settings make of its doors.</summary>
internal sealed class Entries(Net net)
{
    private readonly Joints _joints = new(net);
    private readonly Walk _walk = new(net, new Joints(net), new Filters(net, new Joints(net)));
    private readonly Pieces _pieces = new(net);

    public Entry Of(Store store)
    {
        var host = store.Name + ".blob.core.windows.net";
        var (side, subs) = Firewall(store);
        var byPerimeter = store.Public == "SecuredByPerimeter";
        foreach (var association in net.Associations.Where(a => a.Store == store.Name))
        {
            var inside = Listed(association.Ranges, false);
            if (association.Mode == "Enforced" || byPerimeter)
                (side, subs) = (inside, []);
            else
                side = new PublicSide(Math.Max(side.Certain, inside.Certain), Math.Max(side.Possible, inside.Possible), [.. side.Ranges, .. inside.Ranges], side.Azure || inside.Azure);
        }

        // A perimeter that was not read may let in anybody.
        if (!net.Whole && !net.Associations.Any(a => a.Store == store.Name))
            side = side with { Possible = Levels.Internet };
        return new Entry(443, [.. net.Links.Where(l => l.Target == store.Name && l.State == "Approved").Select(l => Endpoint(l, host))], "privateEndpoint", subs, true, side) { Service = "Storage", Host = host };
    }

    public Entry Of(Database database)
    {
        if (database.Delegated is { } key)
        {
            var (from, to) = Ip.Range(_joints.Sub(key).Prefix);
            return new Entry(5432, [new Target(key, from, to, 5432)], "inside", [], true, PublicSide.None);
        }

        var side = database.Public switch
        {
            "Disabled" => PublicSide.None,
            "Enabled" => Rules(database),
            _ => PublicSide.Unknown,
        };
        return new Entry(5432, [], "inside", [], true, side);
    }

    private PublicSide Rules(Database database)
    {
        var side = Listed([.. database.Rules.Where(r => r.From != "0.0.0.0" || r.To != "0.0.0.0").Select(r => (Ip.Of(r.From), Ip.Of(r.To)))], database.Rules.Any(r => r.From == "0.0.0.0" && r.To == "0.0.0.0"));
        // Rules that were not read may let in anybody.
        return net.Whole ? side : side with { Possible = Levels.Internet };
    }

    public static Entry Of(Containers containers) =>
        new(containers.Port, [new Target(containers.Sub, Ip.Of(containers.Address), Ip.Of(containers.Address), containers.Port)], "inside", [], false, PublicSide.None);

    /// <param name="range">Ports the door covers.</param>
    /// <param name="ports">Those among them where a rule begins or has ended.</param>
    public Entry Of(Card card, (int From, int To) range, IReadOnlyList<int> ports)
    {
        var port = Math.Max(1, range.From);
        Target At(int p) => new(card.Sub, Ip.Of(card.Address), Ip.Of(card.Address), p) { CardNsg = card.Nsg, Group = card.Group };
        var sides = card.PublicSku is null ? [] : ports.Select(p => Front(card, At(p))).ToList();
        foreach (var fire in net.Fires)
        {
            foreach (var nat in fire.Nats.Where(n => n.To == card.Address && range.From <= n.Port && n.Port <= range.To))
                sides.Add(Translated(fire, nat, At(nat.Port)));
        }

        var side = sides.Aggregate(PublicSide.None, (one, other) => new(Math.Max(one.Certain, other.Certain), Math.Max(one.Possible, other.Possible), [.. one.Ranges, .. other.Ranges], one.Azure || other.Azure));
        return new Entry(port, [At(port)], "inside", [], false, side) { IsMachine = true };
    }

    private PublicSide Front(Card card, Target target)
    {
        // Without a security group the kind of address decides: standard ones are closed.
        if (card.Nsg is null && _joints.Sub(card.Sub).Nsg is null)
            return card.PublicSku == "Basic" ? PublicSide.All : PublicSide.None;
        var pieces = _pieces.Public.Select(p => (p, Truth: _walk.Arrives(new Packet(From.Internet, p.From, null, target)))).ToList();
        var azure = _walk.Arrives(new Packet(From.Azure, 0, null, target));
        List<(long, long)> open = [.. pieces.Where(p => p.Truth == Truth.Yes).Select(p => p.p)];
        var certain = Levels.Of(open, azure == Truth.Yes);
        return new(certain, Math.Max(certain, Levels.Of(pieces.Where(p => p.Truth != Truth.No).Select(p => p.p), azure != Truth.No)), open, azure == Truth.Yes);
    }

    private PublicSide Translated(Fire fire, Nat nat, Target target)
    {
        var own = net.Subs.First(s => s.Vnet == fire.Vnet && s.Name == "AzureFirewallSubnet");
        var seen = _pieces.Of(own.Prefix).Select(a => _walk.Arrives(new Packet(From.Vnet, a, null, target))).Distinct().ToList();
        var arrives = seen is [var one] ? one : Truth.Maybe;
        List<(long, long)> ranges = nat.Source == "*" ? [.. _pieces.Public] : [Ip.Range(nat.Source)];
        var level = Levels.Of(ranges, nat.Source == "*");
        return arrives switch
        {
            Truth.No => PublicSide.None,
            Truth.Yes => new(level, level, ranges, nat.Source == "*"),
            _ => PublicSide.None with { Possible = level },
        };
    }

    private static (PublicSide Side, IReadOnlyList<string> Subs) Firewall(Store store) => store.Public switch
    {
        "Disabled" or "SecuredByPerimeter" => (PublicSide.None, []),
        null or "Enabled" => store.Action == "Allow" ? (PublicSide.All, []) : (Listed(store.Ips, false), store.Subs),
        _ => (PublicSide.Unknown, []),
    };

    private static PublicSide Listed(IReadOnlyList<string> prefixes, bool azure) => Listed([.. prefixes.Select(Ip.Range)], azure);

    private static PublicSide Listed(List<(long From, long To)> ranges, bool azure)
    {
        var level = Levels.Of(ranges, azure);
        return new(level, level, ranges, azure || level == Levels.Internet);
    }

    private static Target Endpoint(Link link, string host) => new(link.Sub, Ip.Of(link.Address), Ip.Of(link.Address), 443) { IsEndpoint = true, Host = host };
}
