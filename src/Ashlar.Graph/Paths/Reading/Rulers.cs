using Ashlar.Graph.Access;
using Ashlar.Graph.Access.Reading;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>Who controls the tenant or a whole subscription (tier 0 of Identities), and by what.</summary>
internal sealed class Rulers
{
    private readonly Dictionary<int, Ruling> _of = [];
    private readonly People _people;
    private readonly WorkloadMap _workloads;

    public Rulers(AccessQuery query, AccessNumbers access, People people, WorkloadMap workloads)
    {
        (_people, _workloads) = (people, workloads);
        // Those that make the tier stand first, ordered by scope.
        foreach (var row in query.Run("Identities | where Tier == 0 | project Id, tostring(Privileges[0].scope), tostring(Privileges[0].assignmentId), tostring(Privileges[0].viaGroupId), tostring(Privileges[0].state)"))
        {
            var assignment = AccessQuery.Text(row[2]);
            if (assignment.Length > 0)
                _of[access.PrincipalOf(AccessQuery.Text(row[0]))] = new Ruling(AccessQuery.Text(row[1]), assignment, access.PrincipalOf(AccessQuery.Text(row[3])), StateOf(AccessQuery.Text(row[4])));
        }
    }

    /// <summary>Null: he rules nothing.</summary>
    public Ruling? Of(int principal) => _of.GetValueOrDefault(principal);

    /// <summary>What a principal rules, as a target.</summary>
    public (string Id, string Type, string Name, IReadOnlyList<int> Workloads) Target(int principal)
    {
        var scope = _of[principal].Scope;
        if (scope.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase))
            return (scope, "microsoft.resources/subscriptions", Model.ResourceIds.Name(scope), Below(scope));
        if (scope.Contains("/managementgroups/", StringComparison.OrdinalIgnoreCase))
            return (scope, "microsoft.management/managementgroups", Model.ResourceIds.Name(scope), []);
        var tenant = _people[principal]!.ResourceId;
        return (tenant[..tenant.IndexOf("/providers/", StringComparison.Ordinal)], "tenant", "the tenant", []);
    }

    private int[] Below(string scope) => [.. _workloads.All.Where(w => Model.ResourceIds.Covers(scope, w.RootKey)).Select(w => w.Index)];

    private static AccessState StateOf(string state) => state switch
    {
        "active" => AccessState.Active,
        "conditional" => AccessState.Conditional,
        "eligible" => AccessState.Eligible,
        _ => AccessState.Unknown,
    };
}
