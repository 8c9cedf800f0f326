using System.Text.Json.Nodes;

namespace Ashlar.AccessConformance;

/// <summary>
/// Every built-in role, each held by a principal of its own, against the list of the roles that grant a sensitive action. A role that the list marks
/// conditional is conditional where its condition names the action, or no action and so binds them all; it is active where the condition names others.
/// </summary>
internal static class SensitiveActions
{
    private const string Type = "microsoft.cognitiveservices/accounts";

    public static Part Run(Material material)
    {
        var listed = material.Json("roles/azure-sensitive-action-to-roles.json").AsObject();
        var actions = listed.Select(a => a.Key).ToList();
        var expected = new Dictionary<(string Role, string Action), string>();
        foreach (var (action, roles) in listed)
        {
            foreach (var role in roles!.AsArray())
                expected[((string)role!["id"]!, action)] = (bool)role["conditional"]! ? Conditional(material, (string)role["id"]!, action) : "active";
        }

        var marked = listed.SelectMany(a => a.Value!.AsArray()).Count(r => (bool)r!["conditional"]!);
        var found = Found(material, actions);
        var names = material.Roles.ToDictionary(r => (string)r["name"]!, r => (string)r["roleName"]!);
        var mismatches = expected.Keys.Union(found.Keys)
            .Where(k => expected.GetValueOrDefault(k) != found.GetValueOrDefault(k))
            .Select(k => $"{names[k.Role]}, {k.Action}: {found.GetValueOrDefault(k) ?? "no"}, listed as {expected.GetValueOrDefault(k) ?? "no"}")
            .Order(StringComparer.Ordinal).ToList();
        return new Part(
            $"sensitive actions: {material.Roles.Count} built-in roles, {actions.Count} actions, {expected.Count} grants listed; {found.Count} found, {expected.Count(e => found.GetValueOrDefault(e.Key) == e.Value)} as listed; {marked} marked conditional, {found.Count(f => f.Value == "conditional")} bound by their condition",
            [], mismatches);
    }

    private static string Conditional(Material material, string role, string action) =>
        material.Roles.Single(r => (string)r["name"]! == role)["permissions"]!.AsArray()
            .Any(e => (string?)e!["condition"] is { } condition && (condition.Contains(action, StringComparison.OrdinalIgnoreCase) || !condition.Contains("ActionMatches", StringComparison.OrdinalIgnoreCase)))
            ? "conditional" : "active";

    private static Dictionary<(string Role, string Action), string> Found(Material material, List<string> actions)
    {
        var edges = actions.Select((a, i) => Derived.Edge("a" + i, a.StartsWith("D:", StringComparison.Ordinal) ? (Type, [], [a[2..]]) : (Type, [a], []))).ToList();
        var roles = material.Roles.Select(r => (string)r["name"]!).ToList();
        using var tenant = new Derived(
            new Dictionary<string, IReadOnlyList<JsonObject>>
            {
                ["resourcecontainers"] = Azure.Containers(),
                ["resources"] = [Azure.Row(Azure.Group + "/providers/Microsoft.CognitiveServices/accounts/a", Type, [])],
                ["authorizationresources"] = [.. material.RoleRows(), .. roles.Select(r => Azure.Assignment(r, "User", r, Azure.Subscription))],
                ["Users"] = [.. roles.Select(r => new JsonObject { ["id"] = r })],
            },
            edges);
        return tenant.Rows("EffectiveAccess | project PrincipalId, Capability, State")
            .ToDictionary(r => ((string)r[0]!, actions[int.Parse(((string)r[1]!)[1..])]), r => (string)r[2]!);
    }
}
