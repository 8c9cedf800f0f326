namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>How networks are joined.</summary>
internal sealed class Joints(Net net)
{
    public Vnet Of(Sub sub) => net.Vnets.First(v => v.Name == sub.Vnet);

    public Sub Sub(string key) => net.Subs.First(s => Key(s) == key);

    public static string Key(Sub sub) => sub.Vnet + "/" + sub.Name;

    /// <summary>Both sides say connected.</summary>
    public bool Peered(string one, string other) => net.Peers.Any(p => p.From == one && p.To == other && p.Connected) && net.Peers.Any(p => p.From == other && p.To == one && p.Connected);

    public Peer Side(string from, string to) => net.Peers.First(p => p.From == from && p.To == to && p.Connected);

    public IEnumerable<Vnet> Peers(string vnet) => net.Vnets.Where(v => v.Name != vnet && Peered(vnet, v.Name));

    /// <summary>The network whose gateway joins this one to premises; null: none.</summary>
    public string? GatewayOf(string vnet) => net.Gateways.Contains(vnet) ? vnet
        : Peers(vnet).Select(p => p.Name).FirstOrDefault(p => Side(vnet, p).UsesRemote && net.Gateways.Contains(p) && Side(p, vnet).Lends);

    /// <summary>A gateway of one may know the other: both are joined, at different gateways.</summary>
    public bool MayLearn(string from, string to) => GatewayOf(from) is { } here && GatewayOf(to) is { } there && here != there;

    private IEnumerable<string> Certain(Sub sub) => Peers(sub.Vnet).Where(p => Side(sub.Vnet, p.Name).Access).Select(p => p.Prefix).Append(Of(sub).Prefix);

    public Truth InVirtualNetwork(long first, long last, Sub sub)
    {
        if (Certain(sub).Any(p => Ip.In(first, p) && Ip.In(last, p)))
            return Truth.Yes;
        if (sub.Table is { } name && net.Tables.FirstOrDefault(t => t.Name == name) is not { Read: true })
            return Truth.Maybe;
        return Routes(sub).Any(w => Ip.Range(w.Prefix) is var (from, to) && from <= last && first <= to) || (GatewayOf(sub.Vnet) is not null && !Ip.IsPublic(first)) ? Truth.Maybe : Truth.No;
    }

    public bool NetworkMayBeAll(Sub sub) => (sub.Table is { } name && net.Tables.FirstOrDefault(t => t.Name == name) is not { Read: true }) || Routes(sub).Any(w => w.Prefix == "0.0.0.0/0");

    public IEnumerable<Route> Routes(Sub sub) => net.Tables.FirstOrDefault(t => t.Name == sub.Table && t.Read)?.Routes ?? [];

    public Table? TableOf(Sub sub) => net.Tables.FirstOrDefault(t => t.Name == sub.Table);

    /// <summary>The network, of the sender's own and its peers, that an address lies in.</summary>
    public string? HubOf(Sub sub, string address) => Peers(sub.Vnet).Prepend(Of(sub)).FirstOrDefault(v => Ip.In(Ip.Of(address), v.Prefix))?.Name;
}
