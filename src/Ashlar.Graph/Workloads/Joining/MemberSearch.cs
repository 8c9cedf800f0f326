using Ashlar.Graph.Workloads.Facts;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads.Joining;

/// <summary>Follows the references of each workload one step: out to what its own resources name, in from what names them.</summary>
internal static class MemberSearch
{
    /// <returns>For each workload cluster, in order, its members: by role, then key.</returns>
    public static IReadOnlyList<IReadOnlyList<AiWorkloadMember>> Find(Estate estate, IReadOnlyList<Cluster> clusters, RowReader rows)
    {
        var inward = Inward(estate);
        var rolesOf = estate.Roles.ToLookup(r => r.PrincipalId, r => r.Scope, StringComparer.Ordinal);
        var found = rows.Beside(clusters.Where(c => c.IsWorkload)).Select(c => Of(c, estate, inward, rolesOf)).ToList();
        var names = HostResolver.Resolve(found.SelectMany(f => f.Values), rows);
        found = [.. found.Select(f => HostResolver.Apply(f, names))];
        var seen = Seen(found.SelectMany(f => f.Keys), estate, rows);
        var uses = found.SelectMany(f => f.Keys).GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. rows.Beside(found).Select(f => (IReadOnlyList<AiWorkloadMember>)[.. f
                .Select(m => new AiWorkloadMember(seen.GetValueOrDefault(m.Key, m.Value.Id), m.Value.Type, AiTypes.Role(m.Value.Type), m.Value.Via, m.Value.ReferredBy, uses.Contains(m.Key), seen.ContainsKey(m.Key)))
                .OrderBy(m => m.Role)
                .ThenBy(m => ResourceIds.Key(m.ResourceId), StringComparer.Ordinal)]),
        ];
    }

    private static Dictionary<string, Found> Of(Cluster cluster, Estate estate, ILookup<string, Found> inward, ILookup<string, string> rolesOf)
    {
        var members = new Dictionary<string, Found>(StringComparer.Ordinal);
        foreach (var node in cluster.Core)
        {
            var tie = cluster.Core.Count == 1 ? default : cluster.Core.SelectMany(n => n.References.Select(r => (n, r))).FirstOrDefault(x => x.n != node && estate.Target(x.r.To) == node);
            Add(members, node == cluster.Root || tie.n is null
                ? Found.Of(node.Row, node == cluster.Root ? "root" : Outward(node, cluster, estate), null)
                : Found.Of(node.Row, tie.r.To.Path, tie.r.From.Id));
            foreach (var child in node.Children)
                Add(members, Found.Of(child, "child", node.Row.Id));
        }

        foreach (var node in cluster.Core)
        {
            foreach (var (from, reference) in node.References)
                Add(members, Leaf(from, reference, estate));
            foreach (var found in inward[node.Row.Key])
                Add(members, found);
            foreach (var scope in Identities.PrincipalIds(node).SelectMany(p => rolesOf[p]))
            {
                if (References.TopLevel(scope) is { } id)
                    Add(members, new Found(id, id, ResourceIds.Type(id)!, "role of its identity", node.Row.Id));
            }
        }

        return members;
    }

    // An app is tied by what it names itself.
    private static string Outward(Node node, Cluster cluster, Estate estate)
    {
        var own = node.References.FirstOrDefault(r => estate.Target(r.To) is { } target && target != node && cluster.Core.Contains(target));
        return own.To is null ? "role of its identity" : own.To.Path;
    }

    private static Found? Leaf(AiRow from, Reference reference, Estate estate)
    {
        if (estate.Target(reference) is { } node)
            return Found.Of(node.Row, reference.Path, from.Id);
        if (reference.Id is { } id)
            return ResourceIds.Type(id) is { } type ? new Found(reference.Key, id, type, reference.Path, from.Id) : null;
        return new Found(reference.Key, reference.Host!, HostNames.Type(reference.Host!)!, reference.Path, from.Id);
    }

    /// <summary>Node key to the private endpoints, apps and gateways that name it.</summary>
    private static ILookup<string, Found> Inward(Estate estate)
    {
        var inward = new List<(string Key, Found Found)>();
        foreach (var endpoint in estate.PrivateEndpoints)
        {
            foreach (var reference in endpoint.References)
            {
                if (estate.Target(reference) is { } target)
                    inward.Add((target.Row.Key, Found.Of(endpoint, reference.Path, target.Row.Id)));
            }
        }

        var scopes = estate.Roles.ToLookup(r => r.PrincipalId, r => r.Scope, StringComparer.Ordinal);
        foreach (var node in estate.Nodes.Where(n => n.Kind is NodeKind.App or NodeKind.Gateway))
        {
            foreach (var (_, reference) in node.References)
            {
                if (estate.Target(reference) is { } target && target != node)
                    inward.Add((target.Row.Key, Found.Of(node.Row, reference.Path, target.Row.Id)));
            }

            foreach (var scope in Identities.PrincipalIds(node).SelectMany(p => scopes[p]))
            {
                if (References.TopLevel(scope) is { } id && estate.ById(id) is { } target && target != node)
                    inward.Add((target.Row.Key, Found.Of(node.Row, "role of its identity", target.Row.Id)));
            }
        }

        return inward.ToLookup(i => i.Key, i => i.Found, StringComparer.Ordinal);
    }

    /// <summary>Key to the id as reported, for those the snapshot has a row of.</summary>
    private static Dictionary<string, string> Seen(IEnumerable<string> keys, Estate estate, RowReader rows)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in estate.Nodes.SelectMany(n => n.Children.Prepend(n.Row)).Concat(estate.PrivateEndpoints))
            seen[row.Key] = row.Id;
        var open = keys.Where(k => k.StartsWith('/') && !seen.ContainsKey(k)).Distinct(StringComparer.Ordinal).ToList();
        foreach (var row in rows.RunFor(open, "resources | where id in~ ({0}) | project id"))
            seen[ResourceIds.Key(RowReader.Text(row[0]))] = RowReader.Text(row[0]);
        return seen;
    }

    private static void Add(Dictionary<string, Found> members, Found? found)
    {
        if (found is not null && !AiTypes.IsPartOfNothing(found.Type))
            members.TryAdd(found.Key, found);
    }
}
