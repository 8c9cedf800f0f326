using Ashlar.Graph.Access.Reading;

namespace Ashlar.Graph.Access.Identities;

/// <summary>What is read of identities whatever access they have: their state, owners, credentials, and what runs as them.</summary>
internal sealed class IdentityFacts
{
    private readonly Dictionary<string, IdentityFact> _facts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Object id, or <c>app:</c> and a client id, to the ids of the owners.</summary>
    private readonly Dictionary<string, List<string>> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Object id of an application registration to that of its service principal.</summary>
    private readonly Dictionary<string, string> _principalOf = new(StringComparer.OrdinalIgnoreCase);

    public IdentityFacts(AccessQuery query)
    {
        ReadFacts(query);
        var appIds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in query.Run("Applications | project id, appId"))
            appIds.TryAdd(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]));
        var byApp = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, fact) in _facts)
        {
            if (fact.AppId.Length > 0)
                byApp.TryAdd(fact.AppId, id);
        }

        foreach (var (id, appId) in appIds)
        {
            if (byApp.TryGetValue(appId, out var principal))
                _principalOf[id] = principal;
        }

        ReadOwners(query, appIds);
        Credentials = new Credentials(query);
        RunsOn = new RunsOn(query);
    }

    public Credentials Credentials { get; }

    public RunsOn RunsOn { get; }

    public IdentityFact? Of(string principalId) => _facts.GetValueOrDefault(principalId);

    /// <summary>Object id of the service principal of an application registration; empty when there is none.</summary>
    public string PrincipalOf(string applicationId) => _principalOf.GetValueOrDefault(applicationId, "");

    public IEnumerable<string> OwnersOf(string principalId, string appId) =>
        (_owners.GetValueOrDefault(principalId) ?? []).Concat(_owners.GetValueOrDefault("app:" + appId) ?? []);

    private void ReadFacts(AccessQuery query)
    {
        query.Scan("Users | project id, accountEnabled, createdDateTime, todatetime(signInActivity.lastSignInDateTime), todatetime(signInActivity.lastNonInteractiveSignInDateTime)", row =>
            _facts.TryAdd(row.Text(0), new IdentityFact("", row.Bool(1), row.Time(2), Later(row.Time(3), row.Time(4)))));
        query.Scan("Groups | project id, createdDateTime", row => _facts.TryAdd(row.Text(0), new IdentityFact("", null, row.Time(1), null)));
        query.Scan("ServicePrincipals | project id, appId, accountEnabled, createdDateTime", row => _facts.TryAdd(row.Text(0), new IdentityFact(row.Text(1), row.Bool(2), row.Time(3), null)));
    }

    private void ReadOwners(AccessQuery query, Dictionary<string, string> appIds)
    {
        foreach (var row in query.Run("ApplicationOwners | project applicationId, ownerId"))
        {
            // An application without client id is nobody's registration.
            if (appIds.GetValueOrDefault(AccessQuery.Text(row[0]), "") is { Length: > 0 } app)
                Owns("app:" + app, AccessQuery.Text(row[1]));
        }

        foreach (var row in query.Run("ServicePrincipalOwners | project servicePrincipalId, ownerId"))
            Owns(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]));
        foreach (var row in query.Run("GroupOwners | project groupId, ownerId"))
            Owns(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]));
    }

    private void Owns(string of, string owner)
    {
        if (!_owners.TryGetValue(of, out var list))
            _owners[of] = list = [];
        list.Add(owner.ToLowerInvariant());
    }

    private static DateTime? Later(DateTime? left, DateTime? right) => left is null ? right : right is null || left > right ? left : right;
}
