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
    private const int Batch = 2048;
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly AccessQuery _query;
    private readonly AccessModel _model;
    private readonly EveryoneGroups _everyone;
    private readonly Coverage _coverage;
    private readonly Tiers _tiers;
    private readonly string _tenant;
    private readonly IdentityFacts _facts;

    public IdentityTable(AccessQuery query, IdentityFacts facts, AccessModel model, EveryoneGroups everyone, Tiers tiers, Coverage coverage, string tenant) =>
        (_query, _facts, _model, _everyone, _tiers, _coverage, _tenant) = (query, facts, model, everyone, tiers, coverage, tenant);

    /// <summary>Whether an Entra object controls a workload, a subscription or the tenant; an application registration does when its service principal does.</summary>
    public bool Controls(string objectId) =>
        (_model.Directory.Find(objectId) ?? _model.Directory.Find(_facts.PrincipalOf(objectId))) is { } principal && _tiers.Of(principal.Index) < 2;

    public void Write()
    {
        var now = _query.Snapshot.Info.AsOf.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var (credentials, runs) = (_facts.Credentials, _facts.RunsOn);
        var missing = Missing(_coverage);
        var missingText = Json(missing);
        // In batches: rows that wait for the writer are hundreds of megabytes in a large tenant.
        _query.Snapshot.WriteDerived(AccessTables.Identities, _model.Directory.All.OrderBy(p => p.Id, StringComparer.Ordinal).Chunk(Batch)
            .SelectMany(batch => batch.AsParallel().AsOrdered().WithCancellation(_query.Cancellation).Select(Row).ToArray()));

        object?[] Row(Principal principal)
        {
            var fact = _facts.Of(principal.Id);
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
                Text(_facts.OwnersOf(principal.Id, fact?.AppId ?? "")),
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
}
