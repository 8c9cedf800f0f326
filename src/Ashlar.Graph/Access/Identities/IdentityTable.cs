using System.Globalization;
using System.Text.Json;
using Ashlar.Graph.Access.Counting;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Identities;

/// <summary>The table <c>Identities</c>.</summary>
internal sealed class IdentityTable
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly AccessQuery _query;
    private readonly AccessModel _model;
    private readonly EveryoneGroups _everyone;
    private readonly Coverage _coverage;
    private readonly Tiers _tiers;
    private readonly string _tenant;
    private readonly Dictionary<string, Fact> _facts;

    /// <summary>Object id of an application registration to that of its service principal.</summary>
    private readonly Dictionary<string, string> _principalOf;

    public IdentityTable(AccessQuery query, AccessModel model, EveryoneGroups everyone, Tiers tiers, Coverage coverage, string tenant)
    {
        (_query, _model, _everyone, _tiers, _coverage, _tenant) = (query, model, everyone, tiers, coverage, tenant);
        _facts = Facts(query);
        var byApp = _facts.Where(f => f.Value.AppId.Length > 0).DistinctBy(f => f.Value.AppId, StringComparer.OrdinalIgnoreCase).ToDictionary(f => f.Value.AppId, f => f.Key, StringComparer.OrdinalIgnoreCase);
        _principalOf = query.Run("Applications | project id, appId").Where(r => byApp.ContainsKey(AccessQuery.Text(r[1]))).DistinctBy(r => AccessQuery.Text(r[0]), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(r => AccessQuery.Text(r[0]), r => byApp[AccessQuery.Text(r[1])], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether an Entra object controls a workload, a subscription or the tenant; an application registration does when its service principal does.</summary>
    public bool Controls(string objectId) =>
        (_model.Directory.Find(objectId) ?? _model.Directory.Find(_principalOf.GetValueOrDefault(objectId, ""))) is { } principal && _tiers.Of(principal.Index) < 2;

    public void Write()
    {
        var now = _query.Snapshot.Info.AsOf.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var owners = Owners(_query);
        var credentials = new Credentials(_query);
        var runs = new RunsOn(_query);
        var missing = Missing(_coverage);
        var missingText = Json(missing);
        _query.Snapshot.WriteDerived(AccessTables.Identities, _model.Directory.All.OrderBy(p => p.Id, StringComparer.Ordinal).AsParallel().AsOrdered().Select(Row));

        object?[] Row(Principal principal)
        {
            var fact = _facts.GetValueOrDefault(principal.Id);
            var live = credentials.Of(principal.Id, fact?.AppId ?? "");
            var isGroup = principal.Kind == PrincipalKind.Group;
            return
            [
                principal.Id,
                $"/tenants/{_tenant}/providers/microsoft.graph/{Segment(principal.Kind)}/{principal.Id}",
                principal.Name,
                AccessNames.Of(principal.Kind),
                fact?.AppId ?? "",
                fact?.Enabled,
                fact?.Created,
                fact?.LastSignIn,
                Text((owners.GetValueOrDefault(principal.Id) ?? []).Concat(owners.GetValueOrDefault("app:" + fact?.AppId) ?? [])),
                credentials.Live("secret", now, principal.Id, fact?.AppId ?? ""),
                credentials.Live("certificate", now, principal.Id, fact?.AppId ?? ""),
                Json(live),
                Json(credentials.FederationsOf(principal.Id, fact?.AppId ?? "")),
                Json(runs.ResourcesOf(principal.Id)),
                Json(runs.WorkloadsOf(principal.Id)),
                isGroup ? (long)_model.Sets.Known(principal).Members.Count(m => m.Principal != principal.Index) : null,
                isGroup ? _everyone.Contains(principal.Index) : null,
                _tiers.Of(principal.Index),
                Json(_tiers.PrivilegesOf(principal.Index)),
                (long)_tiers.CountOf(principal.Index),
                missing.Count == 0,
                missingText,
            ];
        }
    }

    private static object Text(IEnumerable<string> ids) => Json<string>([.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    // As bytes: the privileges of a large tenant are hundreds of megabytes.
    private static object Json<T>(IReadOnlyCollection<T> values) => values.Count == 0 ? "[]" : JsonSerializer.SerializeToUtf8Bytes(values, CamelCase);

    private static string Segment(PrincipalKind kind) => kind switch
    {
        PrincipalKind.User or PrincipalKind.Guest => "users",
        PrincipalKind.Group => "groups",
        PrincipalKind.Application or PrincipalKind.ManagedIdentity or PrincipalKind.ForeignApplication => "serviceprincipals",
        _ => "directoryobjects",
    };

    private static Dictionary<string, Fact> Facts(AccessQuery query)
    {
        var facts = new Dictionary<string, Fact>(StringComparer.OrdinalIgnoreCase);
        query.Scan("Users | project id, accountEnabled, createdDateTime, todatetime(signInActivity.lastSignInDateTime), todatetime(signInActivity.lastNonInteractiveSignInDateTime)", row =>
            facts.TryAdd(row.Text(0), new Fact("", row.Bool(1), row.Time(2), Later(row.Time(3), row.Time(4)))));
        query.Scan("Groups | project id, createdDateTime", row => facts.TryAdd(row.Text(0), new Fact("", null, row.Time(1), null)));
        query.Scan("ServicePrincipals | project id, appId, accountEnabled, createdDateTime", row => facts.TryAdd(row.Text(0), new Fact(row.Text(1), row.Bool(2), row.Time(3), null)));
        return facts;
    }

    private static DateTime? Later(DateTime? left, DateTime? right) => left is null ? right : right is null || left > right ? left : right;

    /// <summary>Object id, or <c>app:</c> and a client id, to the ids of the owners.</summary>
    private static Dictionary<string, List<string>> Owners(AccessQuery query)
    {
        var owners = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        var apps = query.Run("Applications | project id, appId").DistinctBy(r => AccessQuery.Text(r[0]), StringComparer.OrdinalIgnoreCase).ToDictionary(r => AccessQuery.Text(r[0]), r => AccessQuery.Text(r[1]), StringComparer.OrdinalIgnoreCase);
        foreach (var row in query.Run("ApplicationOwners | project applicationId, ownerId"))
        {
            // An application without client id is nobody's registration.
            if (apps.GetValueOrDefault(AccessQuery.Text(row[0]), "") is { Length: > 0 } app)
                Put(owners, "app:" + app, AccessQuery.Text(row[1]));
        }

        foreach (var row in query.Run("ServicePrincipalOwners | project servicePrincipalId, ownerId"))
            Put(owners, AccessQuery.Text(row[0]), AccessQuery.Text(row[1]));
        foreach (var row in query.Run("GroupOwners | project groupId, ownerId"))
            Put(owners, AccessQuery.Text(row[0]), AccessQuery.Text(row[1]));
        return owners;
    }

    private static void Put(Dictionary<string, List<string>> owners, string of, string owner)
    {
        if (!owners.TryGetValue(of, out var list))
            owners[of] = list = [];
        list.Add(owner.ToLowerInvariant());
    }

    private static List<string> Missing(Coverage coverage)
    {
        var missing = new List<string>();
        if (!coverage.KnowsEveryone)
            missing.Add("Users, groups or service principals were not read completely: run the export kit.");
        if (!coverage.KnowsMembers)
            missing.Add("Members of groups were not read: run the export kit with GroupMember.Read.All.");
        missing.AddRange(coverage.OfIdentities());
        return missing;
    }

    private sealed record Fact(string AppId, bool? Enabled, DateTime? Created, DateTime? LastSignIn);
}
