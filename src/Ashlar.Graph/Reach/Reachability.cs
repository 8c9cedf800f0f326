using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Reach.Judging;
using Ashlar.Graph.Reach.Networks;
using Ashlar.Graph.Reach.Reading;
using Ashlar.Graph.Reach.Walking;
using Ashlar.Graph.Reach.Writing;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Reach;

/// <summary>Derives from where the doors of AI workloads can be reached, and where their code can reach: the tables <c>Exposure</c> and <c>NetworkReach</c>.</summary>
/// <remarks>
/// A door is walked to only from the networks that can come into question: its own, the peered ones, those that send through an
/// appliance beside it. Who reaches which door is kept as sets. Rules and their sources: docs/reach.md.
/// </remarks>
public static class Reachability
{
    /// <summary>Raised when the same snapshot gives other tables.</summary>
    private const string Version = "3";

    public static bool IsDerived(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.IsDerived(ReachTables.NetworkReach.Name, Version);
    }

    /// <summary>Reads <c>AiWorkloadResources</c>, which has to be derived before.</summary>
    public static void Derive(Snapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var query = new AccessQuery(snapshot, cancellationToken);
        var subscriptions = query.Run("resourcecontainers | where type =~ 'microsoft.resources/subscriptions' | project subscriptionId").Concat(query.Run("resources | distinct subscriptionId"))
            .Select(r => AccessQuery.Text(r[0]).ToLowerInvariant()).Where(s => s.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var coverage = new ReachCoverage(snapshot, [.. subscriptions.Order(StringComparer.Ordinal).Select(s => "/subscriptions/" + s)]);
        var subjects = new SubjectReader(query, coverage);
        subjects.Read();
        // Without a door nothing of networks matters.
        var estate = subjects.Rows.Count == 0 ? new NetworkEstate() : new NetworkEstateReader(query, coverage).Read();
        foreach (var row in subjects.Rows)
            EndpointReader.Connections(estate, row.Key, row.Properties);
        Scopes(estate, subjects.Children);

        var topology = new Topology(estate);
        var walker = new Walker(estate, topology);
        var machines = new MachineDoors(estate);
        IReadOnlyList<Door> doors = [.. subjects.Rows.SelectMany(r => Doors(r, subjects.Children, machines))];
        var senders = Senders.Of(estate, doors, estate.Interfaces.Where(i => i.OwnerKey.Length > 0).ToLookup(i => i.OwnerKey));
        var egress = new EgressJudge(estate, topology, walker);
        var byKey = doors.DistinctBy(d => d.Key).ToDictionary(d => d.Key, StringComparer.Ordinal);
        var judge = new DoorJudge(estate, new PlaceJudge(estate, topology, walker, senders), new PublicJudge(estate, walker, coverage), new DnsJudge(estate, coverage), new OutboundJudge(estate, egress, byKey), coverage, subscriptions);
        var behind = BehindReader.Read(query, doors);
        var judged = doors.Select((d, i) => (Door: d, Behind: behind[i])).AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(d => judge.Judge(d.Door) with { Behind = d.Behind }).ToList();
        ExposureWriter.Write(snapshot, judged);
        new NetworkReachWriter(estate, senders, new PublicWays(estate, topology, walker, egress, senders)).Write(snapshot, judged, Version, cancellationToken);
    }

    private static List<Door> Doors(DoorRow row, Children children, MachineDoors machines)
    {
        var doors = new List<Door>(DoorReader.Read(row, children));
        if (DoorReader.Machines.Contains(row.Type))
        {
            var cards = machines.CardsOf(row.Key);
            machines.Read(row, cards, doors);
            foreach (var door in doors)
                door.Outbound = new(cards.Count == 0 ? OutboundKind.Unknown : OutboundKind.Subnet, [.. cards.Select(c => c.SubnetKey).Distinct()], cards.Any(c => c.PublicAddressKey.Length > 0 || c.GetsPublicAddress || c.PoolKeys.Count > 0) ? ["egress"] : []);
        }
        else if (row.Type == AiTypes.Cluster && row.Properties.At("nodeResourceGroup").Text() is { Length: > 0 } nodes && ResourceIds.SubscriptionId(row.Key) is { } subscription)
        {
            machines.Cluster(row, $"/subscriptions/{subscription}/resourcegroups/{nodes.ToLowerInvariant()}", doors);
        }

        return doors;
    }

    /// <summary>Logs are reached through the endpoints of the scopes that list them.</summary>
    private static void Scopes(NetworkEstate estate, Children children)
    {
        foreach (var (scope, _, body) in children.Of("microsoft.insights/privatelinkscopes/scopedresources"))
        {
            if (body.Ref("linkedResourceId") is { Length: > 0 } linked && estate.Endpoints.TryGetValue(scope, out var endpoints))
            {
                if (!estate.Endpoints.TryGetValue(linked + "|scope", out var list))
                    estate.Endpoints[linked + "|scope"] = list = [];
                list.AddRange(endpoints);
            }
        }
    }
}
