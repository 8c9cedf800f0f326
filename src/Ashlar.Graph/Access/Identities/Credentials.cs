using System.Globalization;
using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Access.Identities;

/// <summary>Secrets, certificates and federations of service principals, those of the application registration included.</summary>
internal sealed class Credentials
{
    private readonly Dictionary<string, List<Credential>> _ofApp = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Credential>> _ofPrincipal = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string Of, string Kind)> _untold = [];
    private readonly Dictionary<string, List<Federation>> _federations = new(StringComparer.OrdinalIgnoreCase);

    public Credentials(AccessQuery query)
    {
        var appIds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in query.Run("Applications | project id, appId, tostring(passwordCredentials), tostring(keyCredentials)"))
        {
            appIds.TryAdd(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]));
            Told(AccessQuery.Text(row[1]), AccessQuery.Text(row[2]), AccessQuery.Text(row[3]));
            Put(_ofApp, AccessQuery.Text(row[1]), Read(AccessQuery.Text(row[2]), AccessQuery.Text(row[3]), "application"));
        }

        foreach (var row in query.Run("ServicePrincipals | where not(array_length(passwordCredentials) == 0 and array_length(keyCredentials) == 0) or isnull(passwordCredentials) or isnull(keyCredentials) | project id, tostring(passwordCredentials), tostring(keyCredentials)"))
        {
            Told(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]), AccessQuery.Text(row[2]));
            Put(_ofPrincipal, AccessQuery.Text(row[0]), Read(AccessQuery.Text(row[1]), AccessQuery.Text(row[2]), "servicePrincipal"));
        }

        foreach (var row in query.Run("FederatedIdentityCredentials | project applicationId, name, issuer, subject, tostring(claimsMatchingExpression)"))
        {
            var app = AccessQuery.Text(row[0]);
            Put(_federations, appIds.GetValueOrDefault(app, app), [new Federation(AccessQuery.Text(row[1]), AccessQuery.Text(row[2]), AccessQuery.Text(row[3]), AccessQuery.Text(row[4]))]);
        }

        var identities = query.Run("resources | where type =~ 'microsoft.managedidentity/userassignedidentities' | project id, tostring(properties.principalId)")
            .DistinctBy(r => AccessQuery.Text(r[0]).ToLowerInvariant()).ToDictionary(r => AccessQuery.Text(r[0]).ToLowerInvariant(), r => AccessQuery.Text(r[1]), StringComparer.Ordinal);
        foreach (var row in query.Run("armresources | where type =~ 'microsoft.managedidentity/userassignedidentities/federatedidentitycredentials' | project id, name, tostring(properties.issuer), tostring(properties.subject), tostring(properties.claimsMatchingExpression)"))
        {
            var id = AccessQuery.Text(row[0]).ToLowerInvariant();
            var end = id.LastIndexOf("/federatedidentitycredentials", StringComparison.Ordinal);
            if (end > 0 && identities.TryGetValue(id[..end], out var principal))
                Put(_federations, principal, [new Federation(AccessQuery.Text(row[1]), AccessQuery.Text(row[2]), AccessQuery.Text(row[3]), AccessQuery.Text(row[4]))]);
        }
    }

    public IReadOnlyList<Credential> Of(string principalId, string appId) =>
        [.. (_ofApp.GetValueOrDefault(appId) ?? []).Concat(_ofPrincipal.GetValueOrDefault(principalId) ?? []).OrderBy(c => c.End, StringComparer.Ordinal).ThenBy(c => c.KeyId, StringComparer.Ordinal)];

    /// <summary>How many of a kind are live; null where none is known and a list was not reported.</summary>
    public long? Live(string kind, string now, string principalId, string appId)
    {
        var live = Of(principalId, appId).LongCount(c => c.Kind == kind && c.IsLive(now));
        return live == 0 && (_untold.Contains((principalId.ToLowerInvariant(), kind)) || _untold.Contains((appId.ToLowerInvariant(), kind))) ? null : live;
    }

    public IReadOnlyList<Federation> FederationsOf(string principalId, string appId) =>
        [.. (_federations.GetValueOrDefault(appId) ?? []).Concat(_federations.GetValueOrDefault(principalId) ?? []).OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Subject, StringComparer.Ordinal)];

    private void Told(string of, string secrets, string certificates)
    {
        foreach (var (kind, json) in new[] { ("secret", secrets), ("certificate", certificates) })
        {
            if (of.Length > 0 && JsonBodies.Parse(json).ValueKind != JsonValueKind.Array)
                _untold.Add((of.ToLowerInvariant(), kind));
        }
    }

    private static List<Credential> Read(string secrets, string certificates, string on)
    {
        var found = new List<Credential>();
        foreach (var (kind, json) in new[] { ("secret", secrets), ("certificate", certificates) })
        {
            foreach (var item in DirectoryReader.Items(json))
                found.Add(new Credential(kind, item.At("keyId").Text() ?? "", Time(item.At("startDateTime")), Time(item.At("endDateTime")), on));
        }

        return found;
    }

    private static string? Time(JsonElement value) =>
        DateTime.TryParse(value.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) : null;

    private static void Put<T>(Dictionary<string, List<T>> into, string key, List<T> values)
    {
        if (values.Count == 0 || key.Length == 0)
            return;
        if (!into.TryGetValue(key, out var list))
            into[key] = list = [];
        list.AddRange(values);
    }
}
