using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Reach.Doors;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Reach.Reading;

/// <summary>Finds which gateways forward to which doors: by the ids and host names in their backends, by the rules of load balancers.</summary>
internal static class BehindReader
{
    private static readonly (string Table, string Type)[] Gateways =
    [
        ("resources", "microsoft.network/applicationgateways"), ("resources", "microsoft.network/frontdoors"),
        ("armresources", "microsoft.apimanagement/service/backends"), ("armresources", "microsoft.cdn/profiles/origingroups/origins"),
    ];

    /// <returns>For each door, in order, ids of its gateways.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Read(AccessQuery query, IReadOnlyList<Door> doors)
    {
        var byKey = doors.Select((d, i) => (d.Key, i)).ToLookup(d => d.Key, d => d.i, StringComparer.Ordinal);
        var byHost = doors.SelectMany((d, i) => d.Hosts.Select(h => (h, i))).ToLookup(d => d.h, d => d.i, StringComparer.Ordinal);
        var found = doors.Select(d => new SortedSet<string>(d.Fronts?.Select(f => f.Id).Where(f => f.Contains("/loadbalancers/", StringComparison.OrdinalIgnoreCase)).Select(f => References.TopLevel(f) ?? f) ?? [], StringComparer.OrdinalIgnoreCase)).ToArray();
        foreach (var (table, type) in Gateways)
        {
            query.Scan($"{table} | where type == '{type}' | project id, properties", row =>
            {
                var gateway = References.TopLevel(row.Text(0)) ?? row.Text(0);
                var key = ResourceIds.Key(gateway);
                foreach (var reference in References.In(type, JsonBodies.Parse(row.Text(1)), default(JsonElement)))
                {
                    var named = reference.Id is { } id ? byKey[ResourceIds.Key(id)] : byHost[reference.Host!];
                    foreach (var door in named.Where(d => doors[d].Key != key))
                        found[door].Add(gateway);
                }
            });
        }

        return found.Select(f => (IReadOnlyList<string>)[.. f]).ToList();
    }
}
