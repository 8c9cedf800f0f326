using System.Text.Json;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Rules;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Reads deny assignments that are enforced.</summary>
internal sealed class DenialReader(AccessQuery query, PrincipalDirectory directory, GroupGraph groups, RuleBook rules, ScopeTree scopes)
{
    /// <summary>Names every principal: learn.microsoft.com/azure/role-based-access-control/deny-assignments.</summary>
    private const string Everyone = "00000000-0000-0000-0000-000000000000";

    public IReadOnlyList<Denial> Read()
    {
        var found = new List<Denial>();
        foreach (var row in query.Run("armresources | where type =~ 'microsoft.authorization/denyassignments' | project id, tostring(properties) | order by id asc"))
        {
            var body = JsonBodies.Parse(AccessQuery.Text(row[1]));
            var id = AccessQuery.Text(row[0]);
            // Without certainty that everybody is stopped nobody is: what is conditional or only audited denies nothing here.
            if (body.At("denyAssignmentEffect").Text() is { } effect && !effect.Equals("enforced", StringComparison.OrdinalIgnoreCase))
                continue;
            if (body.At("condition").Text() is { Length: > 0 })
                continue;
            var atoms = Atoms(body);
            if (!atoms.Contains(true))
                continue;
            var end = id.LastIndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
            var scope = body.At("scope").Text() ?? (end <= 0 ? "/" : id[..end]);
            var (named, all) = Ids(body.At("principals"));
            var (excluded, _) = Ids(body.At("excludePrincipals"));
            found.Add(new Denial(found.Count, scopes.Node(ScopeTree.Key(scope)), body.At("doNotApplyToChildScopes").ValueKind == JsonValueKind.True, atoms, all, named, excluded));
        }

        return found;
    }

    private bool[] Atoms(JsonElement body)
    {
        var entries = body.At("permissions").Items().Select(p => PermissionEntry.Read(p, strict: true)).Where(e => e.Condition is null).ToList();
        return [.. rules.Atoms.Select(a => a.Kind is AtomKind.Action or AtomKind.Data && entries.Exists(e => e.Covers(a.Key, a.Kind == AtomKind.Data)))];
    }

    private (DenialList List, bool Everyone) Ids(JsonElement principals)
    {
        var found = new HashSet<int>();
        var everyone = false;
        foreach (var id in principals.Items().Select(i => i.At("id").Text()).OfType<string>())
        {
            everyone |= id == Everyone;
            if (directory.Find(id) is { } principal)
                found.Add(principal.Index);
        }

        var now = found.ToHashSet();
        foreach (var principal in found)
            now.UnionWith(groups.Closure(principal).Where(m => m.State == AccessState.Active).Select(m => m.Principal));
        return (new DenialList(found, now), everyone);
    }
}
