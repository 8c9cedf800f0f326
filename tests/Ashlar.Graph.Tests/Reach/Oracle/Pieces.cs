namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>The address space cut wherever some prefix begins or ends: within a piece nothing changes.</summary>
internal sealed class Pieces
{
    private readonly long[] _edges;

    public Pieces(Net net) => _edges =
    [
        .. Prefixes(net).Where(p => Ip.IsPrefix(p) && !p.EndsWith("/33", StringComparison.Ordinal)).SelectMany(Ip.Edges).Concat(Ip.PrivateEdges)
            .Concat(net.Databases.SelectMany(d => d.Rules).SelectMany(r => new[] { Ip.Of(r.From), Ip.Of(r.To) + 1 })).Append(0).Append(1L << 32).Distinct().Order(),
    ];

    /// <summary>First address of each piece of a prefix.</summary>
    public IEnumerable<long> Of(string prefix) => _edges.Where(e => e < 1L << 32 && Ip.In(e, prefix));

    public IEnumerable<long> Private => _edges.Where(e => e < 1L << 32 && !Ip.IsPublic(e));

    public IEnumerable<(long From, long To)> Public => _edges.Zip(_edges.Skip(1)).Where(p => Ip.IsPublic(p.First)).Select(p => (p.First, p.Second - 1));

    private static IEnumerable<string> Prefixes(Net net) =>
    [
        .. net.Vnets.Select(v => v.Prefix), .. net.Subs.Select(s => s.Prefix), .. net.Nsgs.SelectMany(n => n.Rules).SelectMany(r => new[] { r.Source, r.Destination }), .. net.Tables.SelectMany(t => t.Routes).Select(w => w.Prefix),
        .. net.Policies.SelectMany(p => p.Collections).SelectMany(c => new[] { c.Source, c.Destination }), .. net.Stores.SelectMany(s => s.Ips), .. net.Associations.SelectMany(a => a.Ranges),
        .. net.Fires.SelectMany(f => f.Nats).Select(n => n.Source), .. net.Cards.Select(c => c.Address),
    ];
}
