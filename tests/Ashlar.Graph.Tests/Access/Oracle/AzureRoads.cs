namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Role assignments, eligible ones, delegations to another tenant and Cosmos DB's own roles, one at a time.</summary>
internal sealed class AzureRoads(Tenant tenant, Subject subject, bool isGroup, IReadOnlySet<string> ids)
{
    public IEnumerable<Road> To(EdgeEntry entry, Target target)
    {
        var roads = Held(entry.Actions, entry.Data, target, target.Id);
        if (entry.AndActions.Count + entry.AndData.Count > 0)
        {
            var also = Held(entry.AndActions, entry.AndData, target, target.Id);
            roads = [.. roads.SelectMany(r => also.Select(r.With))];
        }

        if (entry.Anywhere.Count > 0)
        {
            var anywhere = Held(entry.Anywhere, [], null, null);

            // A road is what is held on the target; of what is held elsewhere only the surest counts.
            var surest = anywhere.OrderBy(Rank).FirstOrDefault();
            roads = surest is null ? [] : [.. roads.Select(r => r.With(surest) with { Group = r.Group, Keys = r.Keys })];
        }

        var needed = roads.Where(r => roads.All(r.Adds));
        return entry.By == "key" ? needed.Select(r => r with { By = "key" }) : needed;
    }

    /// <param name="scope">Null: anywhere.</param>
    private List<Road> Held(IReadOnlyList<string> actions, IReadOnlyList<string> data, Target? target, string? scope)
    {
        // Cosmos DB asks its own roles for its data, never Azure's.
        IReadOnlyList<string> azureData = target?.Type == Edges.Cosmos ? [] : data;
        var wanted = actions.Select(a => (Action: a, Data: false)).Concat(azureData.Select(a => (Action: a, Data: true))).ToList();
        var found = new List<Road>();
        foreach (var assignment in tenant.Assignments.Where(a => Names(a.Principal) && (scope is null || Scopes.Covers(tenant, a.Scope, scope))))
        {
            var role = tenant.Roles.FirstOrDefault(r => Scopes.Same(r.Guid, assignment.Role));
            var answers = wanted.Where(w => !Denied(w.Action, w.Data, scope, assignment.Scope)).SelectMany(w => (role?.Entries ?? [])
                .Where(e => Denials.Grants(e, w.Action, w.Data))
                .Select(e => Both(e.Condition, assignment.Condition, w.Action, scope)));
            Add(found, answers, "a" + assignment.Number, assignment.Eligible, assignment.Principal, "role");
        }

        foreach (var delegation in tenant.Delegations.Where(d => Scopes.Same(d.Principal, subject.Id) && (scope is null || Scopes.Covers(tenant, d.Scope, scope))))
        {
            var answers = actions.Where(a => !Denied(a, false, scope, delegation.Scope)).Select(a => Delegated(delegation.Role, a));
            Add(found, answers, "l" + delegation.Number, delegation.Eligible, delegation.Principal, "delegation");
        }

        if (target?.Type == Edges.Cosmos)
        {
            // A database or a container of the account is a part of its data.
            foreach (var assignment in tenant.CosmosAssignments.Where(c => Names(c.Principal) && Scopes.Same(c.Account, target.Id)))
            {
                var role = tenant.CosmosRoles.FirstOrDefault(r => Scopes.Same(r.Account, assignment.Account) && Scopes.Same(r.Guid, assignment.Guid));
                var answers = data.Where(d => role is not null && ActionPattern.Any(role.DataActions, d) && !ActionPattern.Any(role.NotDataActions, d)).Select(_ => (bool?)true);
                Add(found, answers, "c" + assignment.Number, false, assignment.Principal, "role");
            }
        }

        return found;
    }

    private static int Rank(Road road) => road.Eligible ? 2 : road.Conditional ? 1 : 0;

    private void Add(List<Road> found, IEnumerable<bool?> answers, string key, bool eligible, string named, string by)
    {
        var all = answers.Where(a => a != false).ToList();
        if (all.Count > 0)
        {
            found.Add(new Road([key], eligible, !all.Contains(true), !Scopes.Same(named, subject.Id), by));
        }
    }

    /// <summary>A group has what names the group itself; what comes from groups around it is its members' own.</summary>
    private bool Names(string principal) => isGroup ? Scopes.Same(principal, subject.Id) : ids.Contains(principal);

    private bool Denied(string action, bool data, string? scope, string assigned) => scope is null
        ? Denials.DeniedThroughout(tenant, ids, action, data, assigned)
        : Denials.Denied(tenant, ids, action, data, scope);

    private static bool? Both(Condition? one, Condition? other, string action, string? target)
    {
        bool? first = one is null ? true : one.Holds(action, target);
        bool? second = other is null ? true : other.Holds(action, target);
        return first == false || second == false ? false : first is null || second is null ? null : true;
    }

    /// <summary>
    /// Azure Lighthouse: built-in roles' actions only; no Owner; User Access Administrator may do nothing but assign the listed roles to managed identities.
    /// </summary>
    private bool? Delegated(string guid, string action)
    {
        var role = tenant.Roles.FirstOrDefault(r => Scopes.Same(r.Guid, guid));
        if (role is null || Scopes.Same(guid, KnownRoles.Owner) || !role.Entries.Any(e => Denials.Grants(e, action, data: false)))
        {
            return false;
        }

        return !Scopes.Same(guid, KnownRoles.UserAccessAdministrator) ? true : action == Edges.RoleAssignmentsWrite ? null : false;
    }
}
