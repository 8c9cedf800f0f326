using Ashlar.Graph.Reach.Addresses;
using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Rules;
using Ashlar.Graph.Reach.Walking;

namespace Ashlar.Graph.Reach.Judging;

/// <summary>Which code in subnets comes to doors by their public addresses.</summary>
internal sealed class PublicWays
{
    private readonly NetworkEstate _estate;
    private readonly Topology _topology;
    private readonly Walker _walker;
    private readonly EgressJudge _egress;
    private readonly IReadOnlyList<Sender> _senders;
    private readonly Egress[] _leaves;
    private readonly Dictionary<(string Service, string Region, int Port), Permit[]> _direct = [];
    private readonly Dictionary<int, int[]> _joined = [];

    public PublicWays(NetworkEstate estate, Topology topology, Walker walker, EgressJudge egress, IReadOnlyList<Sender> senders)
    {
        (_estate, _topology, _walker, _egress, _senders) = (estate, topology, walker, egress, senders);
        _leaves = [.. senders.Select(s => egress.Of(estate.Subnets[s.Subnet], s.HasEgress))];
    }

    /// <summary>Adds the numbers of senders that come to a door, and of those of which it is not known.</summary>
    public void Senders(Judged judged, int first, List<int> open, List<int> unsure)
    {
        var reach = judged.Public;
        if (reach.Width.Possible == Level.Nowhere)
            return;
        var door = judged.Door;
        var direct = Direct(door);
        var service = ServiceOf(door);
        var target = Target(door);
        var past = new Dictionary<string, Permit>(StringComparer.Ordinal);
        for (var i = 0; i < _senders.Count; i++)
        {
            var permit = direct[i];
            if (permit.IsNone || Admits(reach, service, i) is var admitted && admitted == false)
                continue;
            var subnet = _estate.Subnets[_senders[i].Subnet];
            if (_leaves[i].Firewall is { } firewall)
            {
                if (!past.TryGetValue(firewall.Key, out var passes))
                    past[firewall.Key] = passes = _egress.Past(firewall, target, door.Port, door.Hosts);
                permit = permit.And(passes);
            }

            if (!permit.IsNone)
                (admitted is null || !permit.Open.Holds(subnet.Prefixes) ? unsure : open).Add(i + first);
        }
    }

    /// <summary>Whether a sender's security group lets it call a service through its service endpoint.</summary>
    public bool? MayCall(Sender sender, Door door)
    {
        var subnet = _estate.Subnets[sender.Subnet];
        var permit = _walker.Through(subnet, false, subnet.Party, Target(door), door.Port);
        return permit.IsNone ? false : permit.Open.Holds(subnet.Prefixes) ? true : null;
    }

    /// <summary>Senders whose own gateway may have learned the networks at another one, or that send to theirs by a route.</summary>
    public int[] JoinedElsewhere(int gateway)
    {
        if (!_joined.TryGetValue(gateway, out var known))
        {
            _joined[gateway] = known = [.. _senders.Where(s =>
            {
                var subnet = _estate.Subnets[s.Subnet];
                var table = subnet.TableKey.Length == 0 ? null : _estate.Tables.GetValueOrDefault(subnet.TableKey);
                return _topology.IsJoined(subnet.Network) != false && ((_topology.GatewayOf(subnet.Network) != gateway && table?.NoGatewayRoutes != true) || table?.Routes.Any(r => r.Hop == NextHop.Gateway) == true);
            }).Select(s => s.Number)];
        }

        return known;
    }

    private static Party Target(Door door) => Party.Of(door.Service.Length > 0 ? door.Service : "?", door.Location);

    // By security group and route alone; what goes through a firewall hangs on the name too.
    private Permit[] Direct(Door door)
    {
        var key = (door.Service, door.Location, door.Port);
        if (!_direct.TryGetValue(key, out var known))
            _direct[key] = known = [.. _senders.Select((s, i) => _egress.Leaving(_estate.Subnets[s.Subnet], _leaves[i], Target(door), door.Port))];
        return known;
    }

    // With a service endpoint a subnet calls with its private address, which no rule for public ones knows.
    private bool? Admits(PublicReach reach, string service, int sender)
    {
        if (reach.Width.Certain == Level.Internet)
            return true;
        var possible = reach.Width.Possible > reach.Width.Certain ? (bool?)null : false;
        if (service.Length > 0 && DoorJudge.HasEndpoint(_estate.Subnets[_senders[sender].Subnet], service))
            return possible;
        if (reach.Azure)
            return true;
        if (reach.Ranges.IsEmpty)
            return possible;
        return _leaves[sender].Addresses is not { } addresses ? null : reach.Ranges.Holds(addresses) ? true : reach.Ranges.Meets(addresses) ? null : possible;
    }

    private static string ServiceOf(Door door) => door.Service switch
    {
        "Storage" => "microsoft.storage",
        "AzureKeyVault" => "microsoft.keyvault",
        "CognitiveServicesFrontend" => "microsoft.cognitiveservices",
        "AzureCosmosDB" => "microsoft.azurecosmosdb",
        "Sql" => "microsoft.sql",
        "EventHub" => "microsoft.eventhub",
        "ServiceBus" => "microsoft.servicebus",
        "AzureContainerRegistry" => "microsoft.containerregistry",
        "AppService" => "microsoft.web",
        _ => "",
    };
}
