namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>Makes a network smaller for as long as it still fails.</summary>
internal static class NetShrinking
{
    public static Net Smallest(Net net, Func<Net, bool> fails)
    {
        while (Smaller(net).FirstOrDefault(fails) is { } smaller)
            net = smaller;
        return net;
    }

    private static IEnumerable<Net> Smaller(Net n) =>
    [
        .. Without(n.Stores).Where(x => n.Links.All(l => x.Any(s => s.Name == l.Target)) && n.Associations.All(a => x.Any(s => s.Name == a.Store))).Select(x => n with { Stores = x }),
        .. Without(n.Databases).Select(x => n with { Databases = x }), .. Without(n.Containers).Select(x => n with { Containers = x }), .. Without(n.Links).Select(x => n with { Links = x }),
        .. Without(n.Associations).Select(x => n with { Associations = x }), .. Without(n.Cards).Select(x => n with { Cards = x }), .. Without(n.Fires).Select(x => n with { Fires = x }), .. Without(n.Gateways).Select(x => n with { Gateways = x }),
        .. Without(n.Peers).Select(x => n with { Peers = x }),
        .. Each(n.Nsgs, g => Without(g.Rules).Select(r => g with { Rules = r })).Select(x => n with { Nsgs = x }),
        .. Each(n.Tables, t => Without(t.Routes).Select(r => t with { Routes = r })).Select(x => n with { Tables = x }),
        .. Each(n.Policies, p => Without(p.Collections).Select(c => p with { Collections = c })).Select(x => n with { Policies = x }),
        .. Each(n.Subs, s => Plainer(s)).Select(x => n with { Subs = x }),
        .. Each(n.Cards, c => [.. c.Nsg is null ? Array.Empty<Card>() : [c with { Nsg = null }], .. c.PublicSku is null ? Array.Empty<Card>() : [c with { PublicSku = null }], .. c.Group is null ? Array.Empty<Card>() : [c with { Group = null }]]).Select(x => n with { Cards = x }),
        .. Each(n.Stores, s => [.. Without(s.Ips).Select(i => s with { Ips = i }), .. Without(s.Subs).Select(i => s with { Subs = i })]).Select(x => n with { Stores = x }),
        .. n.Whole ? Array.Empty<Net>() : [n with { Whole = true }],
        .. Without(n.Subs, s => !s.Name.StartsWith('s') || n.Cards.Any(c => c.Sub == Joints.Key(s)) || n.Links.Any(l => l.Sub == Joints.Key(s)) || n.Containers.Any(c => c.Sub == Joints.Key(s)) || n.Stores.Any(t => t.Subs.Contains(Joints.Key(s))) || n.Databases.Any(d => d.Delegated == Joints.Key(s))).Select(x => n with { Subs = x }),
        .. Without(n.Nsgs, g => n.Subs.Any(s => s.Nsg == g.Name) || n.Cards.Any(c => c.Nsg == g.Name)).Select(x => n with { Nsgs = x }),
        .. Without(n.Tables, t => n.Subs.Any(s => s.Table == t.Name)).Select(x => n with { Tables = x }),
    ];

    private static IEnumerable<Sub> Plainer(Sub s) =>
    [
        .. s.Nsg is null ? Array.Empty<Sub>() : [s with { Nsg = null }], .. s.Table is null ? Array.Empty<Sub>() : [s with { Table = null }], .. s.StorageEndpoint ? [s with { StorageEndpoint = false }] : Array.Empty<Sub>(),
        .. s.Policies is null ? Array.Empty<Sub>() : [s with { Policies = null }], .. s.Nat is null ? Array.Empty<Sub>() : [s with { Nat = null }], .. s.DefaultOutbound is null ? Array.Empty<Sub>() : [s with { DefaultOutbound = null }],
    ];

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> list, Func<T, bool>? needed = null) =>
        Enumerable.Range(0, list.Count).Where(i => needed?.Invoke(list[i]) != true).Select(IReadOnlyList<T> (i) => [.. list.Where((_, n) => n != i)]);

    private static IEnumerable<IReadOnlyList<T>> Each<T>(IReadOnlyList<T> list, Func<T, IEnumerable<T>> smaller) =>
        Enumerable.Range(0, list.Count).SelectMany(i => smaller(list[i]).Select(IReadOnlyList<T> (s) => [.. list.Select((x, n) => n == i ? s : x)]));
}
