using Ashlar.Graph.Flows.Finding;

namespace Ashlar.Graph.Flows.Joining;

/// <summary>Looks up the ends, drops what concerns no AI, and makes one flow of those that several settings state.</summary>
internal static class FlowJoin
{
    /// <returns>Ordered by where it comes from, kind, where it goes, region of a copy.</returns>
    public static IReadOnlyList<JoinedFlow> Join(Ledger ledger, Owners owners)
    {
        var joined = new Dictionary<(string Kind, string From, string To, string Region), List<JoinedFlow>>();
        foreach (var found in ledger.Flows)
        {
            var (from, to) = (ResolvedEnd.Of(found.From, found.FromType, ledger), ResolvedEnd.Of(found.To, "", ledger));
            // A host that turns out to be the resource itself moves nothing.
            if ((from.IsNone && to.IsNone) || (from.Key == to.Key && found.ToRegion is null))
                continue;
            var workloads = owners.Of(found, from, to);
            if (workloads.Count == 0)
                continue;
            var key = (found.Kind, from.Key.Length > 0 ? from.Key : "?" + from.Type, to.Key, found.ToRegion ?? "");
            if (!joined.TryGetValue(key, out var list))
                joined[key] = list = [];
            list.Add(new(found, from, to, workloads));
        }

        return
        [
            .. joined.OrderBy(j => j.Key.From, StringComparer.Ordinal).ThenBy(j => j.Key.Kind, StringComparer.Ordinal).ThenBy(j => j.Key.To, StringComparer.Ordinal).ThenBy(j => j.Key.Region, StringComparer.Ordinal)
                .Select(j => One(j.Value)),
        ];
    }

    // A setting counts before a role, and of settings the one with the weakest proof of who reads.
    private static JoinedFlow One(List<JoinedFlow> same)
    {
        if (same.Count == 1)
            return same[0];
        var first = same
            .OrderBy(f => f.Found.Inferred)
            .ThenBy(f => f.Found.Authentication)
            .ThenBy(f => f.Found.ViaId, StringComparer.OrdinalIgnoreCase)
            .ThenBy(f => f.Found.ViaId, StringComparer.Ordinal)
            .ThenBy(f => f.Found.ViaPath, StringComparer.Ordinal)
            .First();
        // One that names its deployment says nothing of the others.
        var deployment = same.Select(f => f.Found.Inferred ? first.Found.Deployment : f.Found.Deployment).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1 ? first.Found.Deployment : null;
        var found = first.Found with { Deployment = deployment };
        // Settings of an app seldom tell how it shows who it is; a role of its identity at that very place does.
        if (found is { Authentication: Authentication.Unknown, RunsAsOf: null } && same.Find(f => f.Found is { Inferred: true, Authentication: Authentication.Identity }) is { } role)
            found = found with { RunsAsOf = role.Found.RunsAsOf };
        return first with
        {
            Found = found,
            Workloads = [.. same.SelectMany(f => f.Workloads).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }
}
