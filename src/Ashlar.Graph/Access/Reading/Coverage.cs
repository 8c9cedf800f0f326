using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Scopes;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Says of each target what was not read that bears on who has access to it.</summary>
internal sealed class Coverage
{
    private const string Assignments = "microsoft.authorization/roleassignments";
    private static readonly (string Table, string What)[] Directory =
    [
        ("directoryroleassignments", "Directory role assignments"), ("approleassignments", "Application permissions"), ("applicationowners", "Owners of applications"),
        ("serviceprincipalowners", "Owners of service principals"), ("groupowners", "Owners of groups"), ("directoryroledefinitions", "Definitions of directory roles"),
        ("serviceprincipals", "Service principals"),
    ];

    private static readonly (string Table, string What)[] Registrations =
    [
        ("applications", "Application registrations"), ("federatedidentitycredentials", "Federated credentials of applications"),
    ];

    private readonly Dictionary<(string Table, string Type), List<string>> _whole = [];
    private readonly List<(string Table, string Type, string Scope)> _gaps = [];
    private readonly Dictionary<(string Place, bool Groups, bool Seen, bool Cosmos, string Holes), (bool Complete, IReadOnlyList<string> Missing)> _known = [];
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private readonly ScopeTree _scopes;
    private readonly ILookup<string, string> _holes;

    public Coverage(Snapshot snapshot, ScopeTree scopes, IReadOnlyCollection<(string Scope, string Sentence)> holes)
    {
        _scopes = scopes;
        _holes = holes.ToLookup(h => h.Scope, h => h.Sentence, StringComparer.Ordinal);
        foreach (var row in snapshot.Completeness.Where(r => r.List))
        {
            AddWhole(row.Table, row.Type, row.Scope);
        }

        foreach (var gap in snapshot.Gaps.Where(g => g.Path is null && g.Reason != GapReason.NoBody))
        {
            var (table, type) = DataSets.Split(gap.DataSet);
            // What the tenant has no licence for, or has switched off, does not exist there.
            if (gap.Reason is GapReason.NotLicensed or GapReason.FeatureOff)
                AddWhole(table, type ?? "", gap.Scope);
            else
                _gaps.Add((table.ToLowerInvariant(), type?.ToLowerInvariant() ?? "", ScopeTree.Key(gap.Scope)));
        }
    }

    private void AddWhole(string table, string type, string scope)
    {
        var key = (table.ToLowerInvariant(), type.ToLowerInvariant());
        if (!_whole.TryGetValue(key, out var list))
            _whole[key] = list = [];
        list.Add(ScopeTree.Key(scope));
    }

    /// <summary>The directory was read whole: what it does not hold was deleted.</summary>
    public bool KnowsEveryone => Whole("users", "") && Whole("groups", "") && Whole("serviceprincipals", "");

    public bool KnowsMembers => Whole("groupmembers", "");

    /// <param name="above">Scopes above the target.</param>
    /// <param name="groups">A group holds access to it.</param>
    public (bool Complete, IReadOnlyList<string> Missing) Of(Target target, IReadOnlyList<int> above, bool groups)
    {
        var place = target.ObjectId is null ? Place(target.Key) : ScopeTree.Directory;
        var holes = _holes.Count == 0 ? "" : string.Join('|', above.Select(_scopes.KeyOf).Where(_holes.Contains));
        var cosmos = target.Type.StartsWith("microsoft.documentdb/databaseaccounts", StringComparison.Ordinal);
        var key = (place, groups, target.Seen, cosmos, holes);
        if (!_known.TryGetValue(key, out var known))
            _known[key] = known = target.ObjectId is null ? OfResource(place, groups, above, target.Seen, cosmos) : OfObject(groups);
        return known;
    }

    // One text for each subscription, however many targets lie below it.
    private string Place(string key)
    {
        var end = key.StartsWith("/subscriptions/", StringComparison.Ordinal) ? key.IndexOf('/', "/subscriptions/".Length) : 0;
        var span = end switch { < 0 => key.AsSpan(), 0 => ScopeTree.Root.AsSpan(), _ => key.AsSpan(0, end) };
        var places = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        if (places.TryGetValue(span, out var place))
            return place;
        _places.Add(span.ToString());
        return Place(key);
    }

    private (bool Complete, IReadOnlyList<string> Missing) OfResource(string place, bool groups, IReadOnlyList<int> above, bool seen, bool cosmos)
    {
        var missing = new List<string>();
        if (!Covered("authorizationresources", Assignments, place))
            missing.Add("Role assignments here were not read completely: run the export kit, or az role assignment list --all.");
        if (!_scopes.KnowsAncestry(place))
            missing.Add("The management groups above the subscription were not read: run the export kit, or az graph query on resourcecontainers.");
        if (!Covered("managedserviceresources", "microsoft.managedservices/registrationassignments", place) && !Covered("managedservicesresources", "microsoft.managedservices/registrationassignments", place))
            missing.Add("Delegations to other tenants (Lighthouse) were not read: run the export kit, or az graph query on managedserviceresources.");
        if (cosmos && !Covered("armresources", "microsoft.documentdb/databaseaccounts/sqlroleassignments", place))
            missing.Add("Role assignments of Cosmos DB itself were not read: run the export kit, or az cosmosdb sql role assignment list.");
        missing.AddRange(above.SelectMany(s => _holes[_scopes.KeyOf(s)]).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase));
        if (groups && !KnowsMembers)
            missing.Add("Members of groups were not read: run the export kit with GroupMember.Read.All, or az ad group member list.");
        if (!seen)
            missing.Add("The resource itself was not read: only an assignment names it.");
        var complete = missing.Count == 0;
        if (!Covered("armresources", "microsoft.authorization/roleeligibilityscheduleinstances", place))
            missing.Add("Eligible assignments (PIM) were not read: run the export kit.");
        if (!Covered("armresources", "microsoft.authorization/denyassignments", place))
            missing.Add("Deny assignments were not read, so more may be listed than holds: run the export kit.");
        return (complete, missing);
    }

    /// <summary>What was not read of credentials, owners and assignments of principals.</summary>
    public IEnumerable<string> OfIdentities()
    {
        foreach (var (table, what) in Directory.Concat(Registrations))
        {
            if (!Whole(table, ""))
                yield return $"{what} were not read completely: run the export kit.";
        }

        if (!Everywhere("authorizationresources", Assignments))
            yield return "Role assignments were not read completely: run the export kit, or az role assignment list --all.";
        if (_holes.Count > 0)
            yield return $"At {_holes.Count} scopes something is assigned whose principal or permissions were not read: run the export kit.";
        if (!Everywhere("armresources", "microsoft.managedidentity/userassignedidentities/federatedidentitycredentials"))
            yield return "Federated credentials of user-assigned identities were not read completely: run the export kit.";
    }

    private (bool Complete, IReadOnlyList<string> Missing) OfObject(bool groups)
    {
        var missing = new List<string>();
        foreach (var (table, what) in Directory)
        {
            if (!Whole(table, ""))
                missing.Add($"{what} were not read completely: run the export kit.");
        }

        if (groups && !KnowsMembers)
            missing.Add("Members of groups were not read: run the export kit with GroupMember.Read.All.");
        if (_scopes.Units.Any(u => !KnowsUnit(u)))
            missing.Add("Members of administrative units at which roles are assigned were not read: run the export kit.");
        missing.AddRange(_holes[ScopeTree.Directory].Order(StringComparer.OrdinalIgnoreCase));
        var complete = missing.Count == 0;
        if (!Whole("directoryroleeligibilities", ""))
            missing.Add("Eligible directory roles (PIM) were not read: run the export kit.");
        return (complete, missing);
    }

    // What is listed by subscription is whole when each subscription's list is.
    private bool Everywhere(string table, string type) =>
        Covered(table, type, ScopeTree.Root) || (_scopes.Subscriptions.Count > 0 && _scopes.Subscriptions.All(s => Covered(table, type, s)));

    // Members are listed unit by unit: each list is whole for its own.
    private bool KnowsUnit(string unit) => Whole("administrativeunitmembers", "") ||
        (_whole.GetValueOrDefault(("administrativeunitmembers", "")) ?? []).Exists(s => s.EndsWith("/administrativeunits/" + unit, StringComparison.Ordinal));

    private bool Whole(string table, string type) => Covered(table, type, ScopeTree.Root);

    private bool Covered(string table, string type, string place)
    {
        bool Here(List<string>? scopes) => scopes?.Exists(s => ResourceIds.Covers(s, place)) == true;
        return (Here(_whole.GetValueOrDefault((table, type))) || Here(_whole.GetValueOrDefault((table, ""))))
            && !_gaps.Exists(g => g.Table == table && (g.Type.Length == 0 || g.Type == type) && (ResourceIds.Covers(g.Scope, place) || ResourceIds.Covers(place, g.Scope) || _scopes.MayHold(g.Scope, place)));
    }
}
