using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Reads what a suppression is about, and refuses what would cover more than anybody can answer for.</summary>
internal static class SuppressionTargets
{
    private const int LeastLetters = 3;
    private static readonly string[] Keys = ["resource", "scope", "name"];

    public static SuppressionTarget? Read(YamlFields fields)
    {
        var given = Keys.Where(key => fields.Find(key) is not null).ToList();
        if (given.Count != 1)
        {
            fields.Problems.Error(LintCodes.Suppression, fields.File, fields.Map.Line, fields.Map.Column, given.Count == 0
                ? "What is suppressed? Give 'resource' (one id), 'scope' (an id, and all below it) or 'name' (such as st-legacy-*)."
                : $"Give one of 'resource', 'scope' and 'name', not {string.Join(" and ", given.Select(key => $"'{key}'"))}.");
            return null;
        }

        if (fields.Text(given[0], required: true) is not { } text)
        {
            return null;
        }

        var problem = given[0] switch
        {
            "resource" => Resource(text),
            "scope" => Scope(text),
            _ => Named(text),
        };
        if (problem is not null)
        {
            fields.Wrong(fields.Find(given[0])!.Value, problem);
            return null;
        }

        return new SuppressionTarget(Enum.Parse<SuppressionTargetKind>(given[0], ignoreCase: true), text);
    }

    private static string? Resource(string id) =>
        !id.StartsWith('/') || ResourceIds.Key(id).Length < 2 ? "'resource' must be a whole id, as findings.json shows it. It starts with a slash."
        : id.Contains('*', StringComparison.Ordinal) ? "'resource' is one id; '*' has no meaning in it. 'scope' covers all below an id, 'name' takes '*'."
        : null;

    // Ids of resources do not start with their management group, so such a scope would look wide and cover nothing.
    private static string? Scope(string id) =>
        id.Contains('*', StringComparison.Ordinal) ? "'scope' is one id, and covers all below it without '*'."
        : (id.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) || id.StartsWith("/tenants/", StringComparison.OrdinalIgnoreCase)) && ResourceIds.Key(id).Count(c => c == '/') >= 2
            ? null
            : "'scope' must be the id of a subscription, a resource group or a resource. Write one entry for each subscription.";

    private static string? Named(string name) =>
        name.Contains('/', StringComparison.Ordinal) ? "'name' is the last part of an id and has no slash. For an id use 'resource' or 'scope'."
        : name.Count(c => c != '*') < LeastLetters ? $"'name' needs {LeastLetters} letters or more beside '*', else it would cover what nobody thought of."
        : null;
}
