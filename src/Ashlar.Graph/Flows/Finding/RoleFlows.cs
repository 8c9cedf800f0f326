using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Flows.Joining;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>
/// What a service's own identity may do at one resource: a search service that may read a store is there to index it. Only roles given
/// at the resource itself count; one for a whole subscription says nothing of any one store.
/// </summary>
internal static class RoleFlows
{
    private const string Held = """
        EffectiveAccess
        | where Capability in ('read-data', 'invoke') and State == 'active' and By == 'role' and Membership == 'direct'
        | where PrincipalId in ({0}) and Scope =~ ResourceId
        | project PrincipalId, Capability, ResourceId, ResourceType, AssignmentIds
        """;

    private static readonly HashSet<string> Holders = [AiTypes.Search, AiTypes.Account, Reading.FlowTypes.Project, AiTypes.Workspace, AiTypes.Workspace + "/onlineendpoints", AiTypes.Gateway, AiTypes.Cluster, .. AiTypes.Apps];

    /// <summary>What runs images; the others may read a registry for whatever reason.</summary>
    private static readonly HashSet<string> Runners = [AiTypes.Workspace, AiTypes.Cluster, AiTypes.ContainerApp, "microsoft.app/jobs", AiTypes.ContainerGroup, "microsoft.web/sites", "microsoft.web/sites/slots"];

    public static void Find(AccessQuery query, Ledger ledger, Owners owners)
    {
        var holders = ledger.Holders
            .Where(h => owners.IsMember(h.Key) && ledger.ById(h.Key) is { } place && Holders.Contains(place.Type))
            .SelectMany(h => h.Value.Select(p => (Principal: p.Principal, Holder: ledger.ById(h.Key)!)))
            .ToLookup(h => h.Principal, h => h.Holder, StringComparer.OrdinalIgnoreCase);
        if (holders.Count == 0)
            return;
        query.Scan(Held.Replace("{0}", RowReader.Literals(holders.Select(h => h.Key).Order(StringComparer.Ordinal)), StringComparison.Ordinal), row =>
        {
            var (target, type) = (row.Text(2), row.Text(3));
            var assignment = JsonBodies.Parse(row.Text(4)).Items().Select(a => a.Text()).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault() ?? "";
            foreach (var holder in holders[row.Text(0)])
            {
                if (Kind(holder.Type, type, invokes: row.Text(1) == "invoke") is not { } kind || ResourceIds.Key(target) == holder.Key)
                    continue;
                var inward = kind is not FlowKinds.Call;
                ledger.Flows.Add(new(kind, inward ? End.Exact(target) : End.Exact(holder.Id), inward ? End.Exact(holder.Id) : End.Exact(target), holder.Id, assignment, "properties.principalId")
                {
                    Authentication = Authentication.Identity,
                    RunsAsOf = holder.Id,
                    Inferred = true,
                });
            }
        });
    }

    private static string? Kind(string holder, string target, bool invokes)
    {
        if (invokes)
            return target is AiTypes.Account || target.StartsWith(AiTypes.Workspace + "/", StringComparison.Ordinal) ? FlowKinds.Call : null;
        var expected = AppFlows.KindOf(target);
        if (expected is not (FlowKinds.Retrieve or FlowKinds.Use or FlowKinds.Registry))
            return null;
        if (expected == FlowKinds.Registry)
            return Runners.Contains(holder) ? expected : null;
        return holder switch
        {
            AiTypes.Search => target == AiTypes.Search ? null : FlowKinds.Index,
            AiTypes.Account or Reading.FlowTypes.Project => FlowKinds.Retrieve,
            AiTypes.Workspace => expected == FlowKinds.Use ? FlowKinds.Train : expected,
            _ => expected,
        };
    }
}
