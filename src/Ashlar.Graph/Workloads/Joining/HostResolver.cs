using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Joining;

/// <summary>Finds the resource behind a host name.</summary>
internal static class HostResolver
{
    /// <summary>Host to id, for hosts whose resource was read.</summary>
    public static Dictionary<string, string> Resolve(IEnumerable<Found> found, RowReader rows)
    {
        var hosts = found.Where(f => !f.Id.StartsWith('/')).Select(f => f.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var resolved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in hosts.GroupBy(h => HostNames.Type(h)!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var byName = group.ToLookup(HostNames.Name, StringComparer.OrdinalIgnoreCase);
            foreach (var row in rows.RunFor(byName.Select(n => n.Key).ToList(), $"resources | where type in ({Types(group.Key)}) | where name in~ ({{0}}) | where {OfItsName} | project id, name"))
            {
                foreach (var host in byName[RowReader.Text(row[1])])
                    resolved.TryAdd(host, RowReader.Text(row[0]));
            }
        }

        return resolved;
    }

    public static Dictionary<string, Found> Apply(Dictionary<string, Found> members, Dictionary<string, string> resolved)
    {
        if (resolved.Count == 0)
            return members;
        var result = new Dictionary<string, Found>(StringComparer.Ordinal);
        foreach (var (key, found) in members.Where(m => !resolved.ContainsKey(m.Value.Id)))
            result[key] = found;
        foreach (var found in members.Values.OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            if (resolved.TryGetValue(found.Id, out var id))
                result.TryAdd(ResourceIds.Key(id), found with { Key = ResourceIds.Key(id), Id = id, Type = ResourceIds.Type(id) ?? found.Type });
        }

        return result;
    }

    // Hosts of an account that has a domain are made of that, and its name as a domain may be somebody else's.
    private const string OfItsName = "isempty(tostring(properties.customSubDomainName)) or tostring(properties.customSubDomainName) =~ name";

    // Event Hubs and Service Bus share one domain.
    private static string Types(string type) => type == "microsoft.eventhub/namespaces" ? "'microsoft.eventhub/namespaces', 'microsoft.servicebus/namespaces'" : $"'{type}'";
}
