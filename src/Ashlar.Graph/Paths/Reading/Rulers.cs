using System.Text.Json;
using Ashlar.Graph.Access;
using Ashlar.Graph.Access.Reading;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>Who controls the tenant or a whole subscription (tier 0 of Identities), and by what.</summary>
internal sealed class Rulers
{
    /// <summary>Characters of one privilege at most: two ids and two names.</summary>
    private const int LongestPrivilege = 4000;

    private readonly Dictionary<int, Ruling> _of = [];
    private readonly People _people;
    private readonly WorkloadMap _workloads;
    private readonly ScopeNames _scopes;
    private readonly Dictionary<string, IReadOnlyList<int>> _below = new(StringComparer.OrdinalIgnoreCase);

    public Rulers(AccessQuery query, AccessNumbers access, People people, WorkloadMap workloads, ScopeNames scopes)
    {
        (_people, _workloads, _scopes) = (people, workloads, scopes);
        // Those that make the tier stand first, ordered by scope.
        query.Scan("Identities | where Tier == 0 | project Id, Privileges", row =>
        {
            var first = First(row.Utf8(1)[..Math.Min(LongestPrivilege, row.Utf8(1).Length)]);
            if (first.GetValueOrDefault("assignmentId") is { Length: > 0 } assignment && access.PrincipalOf(row.Text(0)) is >= 0 and var principal)
                _of[principal] = new Ruling(first.GetValueOrDefault("scope", ""), assignment, access.PrincipalOf(first.GetValueOrDefault("viaGroupId", "")), StateOf(first.GetValueOrDefault("state", "")));
        });
    }

    // The rest of a list that is ten long says nothing that is asked here.
    private static Dictionary<string, string> First(ReadOnlySpan<byte> privileges)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(privileges, isFinalBlock: false, default);
        var name = "";
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
                name = reader.GetString()!;
            else if (reader.TokenType == JsonTokenType.String)
                found[name] = reader.GetString()!;
        }

        return found;
    }

    /// <summary>Null: he rules nothing.</summary>
    public Ruling? Of(int principal) => _of.GetValueOrDefault(principal);

    /// <summary>What a principal rules, as a target.</summary>
    public (string Id, string Type, string Name, IReadOnlyList<int> Workloads) Target(int principal)
    {
        var scope = _of[principal].Scope;
        if (scope.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase))
            return (scope, "microsoft.resources/subscriptions", _scopes.Of(scope), Below(scope));
        if (scope.Contains("/managementgroups/", StringComparison.OrdinalIgnoreCase))
            return (scope, "microsoft.management/managementgroups", _scopes.Of(scope), []);
        var tenant = _people[principal]!.ResourceId;
        return (tenant[..tenant.IndexOf("/providers/", StringComparison.Ordinal)], "tenant", "the tenant", []);
    }

    private IReadOnlyList<int> Below(string scope)
    {
        if (!_below.TryGetValue(scope, out var below))
            _below[scope] = below = [.. _workloads.All.Where(w => Model.ResourceIds.Covers(scope, w.RootKey)).Select(w => w.Index)];
        return below;
    }

    private static AccessState StateOf(string state) => state switch
    {
        "active" => AccessState.Active,
        "conditional" => AccessState.Conditional,
        "eligible" => AccessState.Eligible,
        _ => AccessState.Unknown,
    };
}
