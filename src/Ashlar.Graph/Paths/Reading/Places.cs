using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Access.Writing;
using Ashlar.Model;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>Resources and Entra objects that paths can go through: those of AI workloads, and those that lead to identities which matter.</summary>
internal sealed class Places
{
    private readonly Dictionary<string, Place> _byKey = new(StringComparer.Ordinal);
    private readonly List<Place> _all = [];
    private readonly WorkloadMap _workloads;

    /// <param name="matters">Principals that control something, by number.</param>
    public Places(AccessQuery query, WorkloadMap workloads, AccessNumbers access, People people, FlowTable flows)
    {
        _workloads = workloads;
        var hosts = people.All.Where(p => Matters(p) && p.RunsOn.Length > 0).SelectMany(p => People.Texts(p.RunsOn)).Select(ResourceIds.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var flow in flows.All)
        {
            hosts.Add(flow.FromKey);
            hosts.Add(flow.ToKey);
        }

        var identities = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in query.Run("resources | where type =~ 'microsoft.managedidentity/userassignedidentities' | project id, tostring(properties.principalId)"))
        {
            if (access.PrincipalOf(AccessQuery.Text(row[1])) is >= 0 and var principal && people[principal] is { } person && Matters(person))
                identities.TryAdd(ResourceIds.Key(AccessQuery.Text(row[0])), principal);
        }

        var applications = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in query.Run("Applications | project id, appId | order by id asc"))
        {
            if (people.OfApplication(AccessQuery.Text(row[1])) is { } person && Matters(person))
                applications.TryAdd(AccessQuery.Text(row[0]), person.Number);
        }

        var pool = new TextPool();
        query.Snapshot.ScanDerived(AccessParts.Targets, row =>
        {
            var (key, type) = (row.Text(3), pool.Of(row.Utf8(4)));
            var principal = -1;
            if (type.StartsWith("microsoft.graph/", StringComparison.Ordinal))
            {
                var objectId = key[(key.LastIndexOf('/') + 1)..];
                principal = type == "microsoft.graph/applications" ? applications.GetValueOrDefault(objectId, -1) : access.PrincipalOf(objectId) is >= 0 and var number && people[number] is { } person && Matters(person) ? number : -1;
                if (principal < 0)
                    return;
            }
            else if (!identities.TryGetValue(key, out principal))
            {
                principal = -1;
                if (!hosts.Contains(key) && workloads.Of(key).Count == 0)
                    return;
            }

            var place = new Place(_all.Count, row.Text(2), key, type, (int)row.Long(0)!, (int)row.Long(1)!, pool.Of(row.Utf8(5)), (int)row.Long(6)!) { Principal = principal };
            Put(place.ObjectId.Length > 0 && people[principal]!.Name.Length > 0 ? place with { Name = people[principal]!.Name } : place);
        }, query.Cancellation);
    }

    /// <summary>Targets first, in their order.</summary>
    public IReadOnlyList<Place> All => _all;

    public Place? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The place of an id; made when access does not speak of it.</summary>
    public Place Of(string id, string type)
    {
        var key = ResourceIds.Key(id);
        return _byKey.TryGetValue(key, out var known) ? known : Put(new Place(_all.Count, id, key, type, -1, -1, "unknown", -1));
    }

    // Who holds nothing of weight gives an attacker nothing.
    private static bool Matters(Person person) => person.Tier < 2 || person.Workloads.Length > 0;

    private Place Put(Place place)
    {
        place.Workloads = _workloads.Of(place.Key);
        place.IsOwn = _workloads.IsOwn(place.Key);
        _byKey[place.Key] = place;
        _all.Add(place);
        return place;
    }
}
