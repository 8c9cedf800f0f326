using Ashlar.Kql;

namespace Ashlar.Content;

/// <summary>Reads the entries under <c>on</c>. An entry that names several types is one target for each.</summary>
internal static class EdgeTargets
{
    private static readonly string[] Keys = ["type", "when", "by", "actions", "data", "and", "anywhere", "accessPolicy", "directory", "roles", "permissions", "owner"];
    private static readonly string[] AzureKeys = ["by", "actions", "data", "and", "anywhere", "accessPolicy"];
    private static readonly string[] EntraKeys = ["directory", "roles", "permissions", "owner"];
    private static readonly Dictionary<string, EdgeRoad> Roads = new(StringComparer.Ordinal) { ["role"] = EdgeRoad.Role, ["key"] = EdgeRoad.Key };

    /// <summary>The entries as written, each with its types.</summary>
    public static List<IReadOnlyList<EdgeTarget>> Read(YamlFields edge, KqlCatalog catalog)
    {
        var entries = new List<IReadOnlyList<EdgeTarget>>();
        foreach (var item in edge.Items("on", required: true))
        {
            if (YamlFields.Of(item, "An entry of 'on'", edge.File, edge.Problems, Keys) is { } fields)
            {
                entries.Add(Entry(fields, catalog));
            }
        }

        if (entries.Count == 0 && edge.Find("on") is { } on)
        {
            edge.Wrong(on.Value, "'on' names no target. Say on which type which actions give it.");
        }

        return entries;
    }

    private static IReadOnlyList<EdgeTarget> Entry(YamlFields fields, KqlCatalog catalog)
    {
        var types = EdgeWords.Types(fields);
        var when = fields.Text("when", required: false);
        if (when is not null && fields.Find("when")!.Value is YamlText guard)
        {
            foreach (var type in types.Where(type => EdgeForms.Type().IsMatch(type)))
            {
                EdgeGuard.Check(guard, type, fields, catalog);
            }
        }

        var target = new EdgeTarget(
            "",
            when?.Trim(),
            EdgeWords.Choice(fields, "by", Roads, EdgeRoad.Role),
            new EdgeNeed(EdgeWords.Actions(fields, "actions"), EdgeWords.Actions(fields, "data")),
            More(fields, "and"),
            More(fields, "anywhere"),
            EdgeWords.AccessPolicies(fields),
            EdgeWords.Directory(fields),
            EdgeWords.Roles(fields),
            EdgeWords.Permissions(fields),
            fields.Flag("owner", whenAbsent: false),
            fields.Map.Line);
        CheckRoads(fields, types, target);
        return [.. types.Select(type => target with { Type = type })];
    }

    private static EdgeNeed? More(YamlFields fields, string key)
    {
        if (fields.Find(key) is not { } pair || YamlFields.Of(pair.Value, $"'{key}'", fields.File, fields.Problems, "actions", "data") is not { } more)
        {
            return null;
        }

        var need = new EdgeNeed(EdgeWords.Actions(more, "actions"), EdgeWords.Actions(more, "data"));
        if (more.Find("actions") is null && more.Find("data") is null)
        {
            fields.Wrong(pair.Value, $"'{key}' names no action. Add 'actions' or 'data'.");
        }

        return need;
    }

    private static void CheckRoads(YamlFields fields, IReadOnlyList<string> types, EdgeTarget target)
    {
        foreach (var key in (types.Any(EdgeForms.IsGraph) ? AzureKeys : []).Concat(types.Any(type => !EdgeForms.IsGraph(type)) ? EntraKeys : []))
        {
            if (fields.Find(key) is { } pair)
            {
                fields.Wrong(pair.Value, AzureKeys.Contains(key) ? $"'{key}' speaks of Azure roles; an Entra object is reached by {string.Join(", ", EntraKeys)}." : $"'{key}' speaks of Entra objects; a resource is reached by 'actions', 'data' or 'accessPolicy'.");
            }
        }

        if (fields.Find("accessPolicy") is { } policy && types.Any(type => type != EdgeForms.Vault))
        {
            fields.Wrong(policy.Value, $"'accessPolicy' is a road to {EdgeForms.Vault} only.");
        }

        if (target is { Need.IsEmpty: true, AccessPolicy: [], Directory: [], Roles: [], Permissions: [], Owner: false })
        {
            fields.Problems.Error(LintCodes.MissingKey, fields.File, fields.Map.Line, fields.Map.Column, "This entry names nothing that gives it. Add actions, data, accessPolicy, directory, roles, permissions or owner.");
        }

        if (target.Need.IsEmpty && (target.And ?? target.Anywhere) is not null)
        {
            fields.Problems.Error(LintCodes.WrongValue, fields.File, fields.Map.Line, fields.Map.Column, "'and' and 'anywhere' add to 'actions' or 'data', and neither stands here.");
        }
    }
}
