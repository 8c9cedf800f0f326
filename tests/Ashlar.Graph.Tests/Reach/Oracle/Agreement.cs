using System.Globalization;

namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>What the engine and the oracle say of one network, as lines.</summary>
internal static class Agreement
{
    public static IReadOnlyList<string> Engine(Net net)
    {
        using var snapshot = Reach.Engine.Derive(net);
        return
        [
            .. snapshot.Ask("Exposure | project ResourceId, Door, Inbound, AtLeast, tostring(Networks)").Select(r => $"{Name(r[0])} {r[1]}: {r[2]} {r[3]} [{string.Join(",", Names(r[4]))}]"),
            .. snapshot.Ask("NetworkReach | project ResourceId, Door, SourceId, Verdict, Leg | distinct ResourceId, Door, SourceId, Verdict, Leg").Select(r => $"{Name(r[0])} {r[1]} <- {Source(r[2])} {r[3]} {r[4]}"),
        ];
    }

    public static IReadOnlyList<string> Oracle(Net net)
    {
        var oracle = new ReachOracle(net);
        var entries = new Entries(net);
        var all = net.Stores.Select(s => (s.Name, Door: "blob", Entry: entries.Of(s))).Concat(net.Databases.Select(d => (d.Name, Door: "postgresqlServer", Entry: entries.Of(d))))
            .Concat(net.Containers.Select(c => (c.Name, Door: c.Port + "/tcp", Entry: Entries.Of(c)))).Concat(net.Cards.Where(c => c.IsCode).SelectMany(c => Ports(net, c).Select(p => (c.Name, Door: Door(p), Entry: entries.Of(c, p, Within(net, c, p))))));
        return
        [
            .. all.Select(e => (e, Answer: oracle.Of(e.Entry))).Select(e => $"{e.e.Name} {e.e.Door}: {e.Answer.Inbound} {e.Answer.AtLeast} [{e.Answer.Networks}]"),
            .. all.SelectMany(e => oracle.Sources(e.Entry).Distinct().Select(s => $"{e.Name} {e.Door} <- {s.Source} {s.Verdict} {s.Leg}")),
        ];
    }

    // The doors of a machine: ports that rules let in somebody to, ports that a firewall forwards; SSH when there is none.
    private static List<(int From, int To)> Ports(Net net, Card card)
    {
        List<(int, int)> found = [.. Groups(net, card).SelectMany(n => n.Rules).Where(r => r.In && r.Allow && r.Protocol is "*" or "Tcp").Select(r => Range(r.Ports)), .. net.Fires.SelectMany(f => f.Nats).Where(n => n.To == card.Address).Select(n => (n.Port, n.Port))];
        return found.Count == 0 ? [(22, 22)] : [.. found.Distinct().Order()];
    }

    private static IEnumerable<Nsg> Groups(Net net, Card card) => net.Nsgs.Where(n => n.Read && (n.Name == card.Nsg || n.Name == net.Subs.First(s => Joints.Key(s) == card.Sub).Nsg));

    // Every port at which a rule begins or has ended.
    private static int[] Within(Net net, Card card, (int From, int To) range) =>
        [.. Groups(net, card).SelectMany(n => n.Rules).Select(r => Range(r.Ports)).SelectMany(p => new[] { p.From, p.To + 1 }).Append(Math.Max(1, range.From)).Where(p => p >= Math.Max(1, range.From) && p <= range.To).Distinct()];

    private static (int From, int To) Range(string ports) => ports == "*" ? (0, 65535) : (int.Parse(ports.Split('-')[0], CultureInfo.InvariantCulture), int.Parse(ports.Split('-')[^1], CultureInfo.InvariantCulture));

    private static string Door((int From, int To) p) => p == (0, 65535) ? "any" : p.From == p.To ? p.From + "/tcp" : $"{p.From}-{p.To}/tcp";

    private static string Name(object? id) => Model.ResourceIds.Name((string)id!);

    private static IEnumerable<string> Names(object? ids) => System.Text.Json.JsonSerializer.Deserialize<string[]>((string)ids!)!.Select(Model.ResourceIds.Name).Order(StringComparer.Ordinal);

    private static string Source(object? id) => ((string)id!).Contains("/subnets/", StringComparison.Ordinal) ? string.Join('/', ((string)id).Split('/')[^3], ((string)id).Split('/')[^1]) : (string)id;
}
