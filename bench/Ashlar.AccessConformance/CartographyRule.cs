using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ashlar.AccessConformance;

/// <summary>
/// How Cartography decides (cartography/intel/azure/permission_relationships.py), read and written anew: an assignment counts for a resource that its
/// scope is a prefix of, or equals where the scope names a provider; any permission suffices; each is looked for among the role's actions without its
/// notActions and then among its data actions without its notDataActions. It knows neither memberships nor denials nor conditions.
/// </summary>
internal static class CartographyRule
{
    public static bool Allows(JsonObject assignment, JsonObject role, string resource, IReadOnlyList<string> permissions) =>
        Covers((string)assignment["scope"]!, resource)
        && permissions.Any(p => (Any(role, "actions", p) && !Any(role, "not_actions", p)) || (Any(role, "data_actions", p) && !Any(role, "not_data_actions", p)));

    private static bool Covers(string scope, string resource) => scope.Contains("/providers/", StringComparison.Ordinal)
        ? string.Equals(scope, resource, StringComparison.OrdinalIgnoreCase)
        : resource.StartsWith(scope.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase);

    private static bool Any(JsonObject role, string list, string permission) =>
        role["permissions"]!.AsArray().SelectMany(p => p![list]!.AsArray()).Any(pattern => Regex.IsMatch(permission, "^" + Regex.Escape((string)pattern!).Replace("\\*", ".*", StringComparison.Ordinal) + "$", RegexOptions.IgnoreCase));
}
