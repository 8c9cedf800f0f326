using Ashlar.Graph.Tests.Reach.Oracle;

namespace Ashlar.Graph.Tests.Reach;

/// <summary>The networks that hold the engine to its oracle are worth it: every verdict comes up, and every feature is felt.</summary>
public class RandomNetTests
{
    private static readonly Lazy<List<(Net Net, HashSet<string> Lines)>> Nets = new(() => [.. Enumerable.Range(1, 100).Select(s => RandomNet.Of(s)).Select(n => (n, Agreement.Oracle(n).ToHashSet()))]);

    [Theory]
    [InlineData(": internet")]
    [InlineData(": azure")]
    [InlineData(": corporate")]
    [InlineData(": network")]
    [InlineData(": nowhere")]
    [InlineData(": unknown nowhere")]
    [InlineData(": unknown network")]
    [InlineData("open public")]
    [InlineData("unknown public")]
    [InlineData("open privateEndpoint")]
    [InlineData("unknown privateEndpoint")]
    [InlineData("open inside")]
    [InlineData("open serviceEndpoint")]
    [InlineData("unknown gateway")]
    public void Every_verdict_comes_up(string text) => Assert.True(Nets.Value.Count(n => n.Lines.Any(l => l.Contains(text, StringComparison.Ordinal))) >= 3);

    [Fact]
    public void Every_feature_is_felt()
    {
        bool Felt(Func<Net, Net> without) => Nets.Value.Exists(n => !Agreement.Oracle(without(n.Net)).ToHashSet().SetEquals(n.Lines));
        Assert.All(
            new (string Feature, Func<Net, Net> Without)[]
            {
                ("security groups", n => n with { Subs = [.. n.Subs.Select(s => s with { Nsg = null })] }),
                ("groups of interfaces", n => n with { Cards = [.. n.Cards.Select(c => c with { Nsg = null })] }),
                ("application security groups", n => n with { Cards = [.. n.Cards.Select(c => c with { Group = null })] }),
                ("routes", n => n with { Subs = [.. n.Subs.Select(s => s with { Table = null })] }),
                ("firewalls", n => n with { Fires = [] }),
                ("parents of policies", n => n with { Policies = [.. n.Policies.Select(p => p with { Parent = null })] }),
                ("peerings", n => n with { Peers = [] }),
                ("access of peerings", n => n with { Peers = [.. n.Peers.Select(p => p with { Access = true })] }),
                ("forwarded traffic", n => n with { Peers = [.. n.Peers.Select(p => p with { Forwarded = true })] }),
                ("gateways", n => n with { Gateways = [] }),
                ("policies for endpoints", n => n with { Subs = [.. n.Subs.Select(s => s with { Policies = null })] }),
                ("service endpoints", n => n with { Subs = [.. n.Subs.Select(s => s with { StorageEndpoint = false })] }),
                ("private subnets", n => n with { Subs = [.. n.Subs.Select(s => s with { DefaultOutbound = null })] }),
                ("NAT gateways", n => n with { Subs = [.. n.Subs.Select(s => s with { Nat = null })] }),
                ("perimeters", n => n with { Associations = [] }),
                ("translation", n => n with { Fires = [.. n.Fires.Select(f => f with { Nats = [] })] }),
                ("incomplete lists", n => n with { Whole = true }),
            },
            f => Assert.True(Felt(f.Without), f.Feature + " changed nothing"));
    }

    [Fact]
    public void A_failing_network_shrinks_to_what_fails()
    {
        static bool ByEndpoint(Net n) => Agreement.Oracle(n).Any(l => l.EndsWith("open privateEndpoint", StringComparison.Ordinal));
        var small = NetShrinking.Smallest(Nets.Value.First(n => ByEndpoint(n.Net)).Net, ByEndpoint);
        Assert.Equal([1, 1, 0, 0], [small.Links.Count, small.Stores.Count, small.Fires.Count, small.Associations.Count]);
    }
}
