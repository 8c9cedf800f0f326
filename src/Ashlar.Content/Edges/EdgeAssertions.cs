using System.Text.Json.Nodes;
using Ashlar.Kql;

namespace Ashlar.Content;

/// <summary>Reads the assertions of an edge and checks that they speak of every entry.</summary>
internal static class EdgeAssertions
{
    private static readonly string[] GrantKeys = ["actions", "notActions", "dataActions", "notDataActions", "condition", "accessPolicy", "directory", "roles", "permissions", "owner"];

    public static List<EdgeAssertion> Read(YamlFields edge, List<IReadOnlyList<EdgeTarget>> entries, KqlCatalog catalog)
    {
        var assertions = new List<EdgeAssertion>();
        var whole = true;
        foreach (var item in edge.Items("assertions", required: true))
        {
            var fields = YamlFields.Of(item, "An assertion", edge.File, edge.Problems, "because", "on", "grants", "can", "by");
            var assertion = fields is null ? null : Assertion(fields, entries, catalog);
            whole &= assertion is not null;
            if (assertion is not null)
            {
                assertions.Add(assertion);
            }
        }

        if (whole && edge.Find("assertions") is not null)
        {
            CheckProof(edge, entries, assertions);
        }

        return assertions;
    }

    private static EdgeAssertion? Assertion(YamlFields fields, List<IReadOnlyList<EdgeTarget>> entries, KqlCatalog catalog)
    {
        var because = fields.Text("because", required: true);
        var (type, columns) = On(fields, entries, catalog);
        var grants = Grants(fields);
        EdgeAnswer? can = null;
        if (fields.Value("can", required: true) is not null)
        {
            can = EdgeWords.Choice<EdgeAnswer?>(fields, "can", EdgeForms.Answers.ToDictionary(pair => pair.Key, pair => (EdgeAnswer?)pair.Value), null);
        }

        var by = EdgeWords.Choice<EdgeRoad?>(fields, "by", EdgeForms.Roads.ToDictionary(pair => pair.Key, pair => (EdgeRoad?)pair.Value), null);
        return because is null || type is null || grants is null || can is null ? null : new EdgeAssertion(because, type, columns, grants, can.Value, by, fields.Map.Line);
    }

    private static (string? Type, JsonObject Columns) On(YamlFields fields, List<IReadOnlyList<EdgeTarget>> entries, KqlCatalog catalog)
    {
        if (fields.Value("on", required: true) is not { } value)
        {
            return (null, []);
        }

        var type = value is YamlMap map && map.Pairs.FirstOrDefault(pair => pair.Key == "type") is { Value: YamlText text } ? text.Value : "";
        var table = catalog.Find(EdgeForms.GraphTables.GetValueOrDefault(type, "resources"), KqlDialect.Arg);
        if (YamlFields.Of(value, "'on'", fields.File, fields.Problems, [.. (table?.Columns ?? []).Select(column => column.Name).Append("type").Distinct(StringComparer.Ordinal)]) is not { } on)
        {
            return (null, []);
        }

        var known = entries.SelectMany(entry => entry).Select(target => target.Type).Distinct(StringComparer.Ordinal).ToList();
        if (on.Text("type", required: true) is { } named && !known.Contains(named, StringComparer.Ordinal))
        {
            on.Wrong(on.Find("type")!.Value, $"No entry of 'on' speaks of '{named}', so this proves nothing.{Nearest.Hint(named, known)}");
            return (null, []);
        }

        return (type, new JsonObject(on.Map.Pairs.Where(pair => pair.Key != "type").Select(pair => KeyValuePair.Create(pair.Key, YamlJson.Node(pair.Value)))));
    }

    private static EdgeGrants? Grants(YamlFields fields)
    {
        if (YamlFields.Of(fields.Value("grants", required: true), "'grants'", fields.File, fields.Problems, GrantKeys) is not { } grants)
        {
            return null;
        }

        return new EdgeGrants(
            Granted(grants, "actions"),
            Granted(grants, "notActions"),
            Granted(grants, "dataActions"),
            Granted(grants, "notDataActions"),
            grants.Text("condition", required: false),
            EdgeWords.AccessPolicies(grants),
            EdgeWords.Directory(grants),
            EdgeWords.Roles(grants),
            EdgeWords.Permissions(grants),
            grants.Flag("owner", whenAbsent: false));
    }

    private static IReadOnlyList<string> Granted(YamlFields grants, string key) =>
        EdgeWords.Read(grants, key, EdgeForms.Granted(), "an action as roles write it; '*' stands for anything", LintCodes.EdgeAction);

    private static void CheckProof(YamlFields edge, List<IReadOnlyList<EdgeTarget>> entries, List<EdgeAssertion> assertions)
    {
        foreach (var answer in (EdgeAnswer[])[EdgeAnswer.Yes, EdgeAnswer.No])
        {
            if (!assertions.Exists(assertion => assertion.Can == answer))
            {
                edge.Problems.Error(LintCodes.EdgeProof, edge.File, edge.LineOf("assertions"), 1, $"No assertion says 'can: {answer.ToString().ToLowerInvariant()}'. An edge is proven by at least one grant that gives it and one near miss.");
            }
        }

        foreach (var entry in entries.Where(entry => entry.Count > 0 && !assertions.Exists(assertion => Proves(assertion, entry))))
        {
            var road = entry[0].By == EdgeRoad.Key ? " by key" : "";
            edge.Problems.Error(LintCodes.EdgeProof, edge.File, entry[0].Line, 1, $"No assertion says 'can: yes' on {string.Join(" or ", entry.Select(target => target.Type))}{road}. Add a grant that gives it.");
        }
    }

    // A guard may be one that no row decides; its entry is proven by an answer that says so.
    private static bool Proves(EdgeAssertion assertion, IReadOnlyList<EdgeTarget> entry) =>
        (assertion.Can == EdgeAnswer.Yes || (assertion.Can == EdgeAnswer.Unknown && entry[0].When is not null))
        && entry.Any(target => target.Type == assertion.OnType)
        && (assertion.By is not { } by || (by == EdgeRoad.Key) == (entry[0].By == EdgeRoad.Key));
}
