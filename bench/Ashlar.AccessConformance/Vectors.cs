using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.AccessConformance;

/// <summary>Asks the access graph the questions of <see cref="VectorList"/>.</summary>
internal static partial class Vectors
{
    private static readonly string[] BestFirst = ["active", "conditional", "eligible", "unknown"];

    public static Part Run(Material material, IReadOnlyList<AccessEdge> shipped)
    {
        var vectors = new VectorList(material).All().ToList();
        var mismatches = vectors.SelectMany(v => Differences(material, v, shipped).Select(d => $"vector {v.Number}: {d}")).ToList();
        return new Part(
            $"vectors: {vectors.Select(v => v.Number).Distinct().Count()} of section 5.11 with the {material.Roles.Count} built-in roles, {vectors.Sum(v => v.Questions.Count)} questions, {vectors.Sum(v => v.Questions.Count) - mismatches.Count} answered as written there",
            [], mismatches);
    }

    private static IEnumerable<string> Differences(Material material, Vector vector, IReadOnlyList<AccessEdge> shipped)
    {
        var asked = vector.Questions.Select(q => q.Ask).Where(a => a.Contains('/', StringComparison.Ordinal)).Distinct().ToList();
        using var tenant = new Derived(Tables(material, vector), [.. shipped, .. asked.Select((a, i) => Edge("a" + i, a))]);
        var rows = tenant.Rows("EffectiveAccess | project PrincipalId, Capability, ResourceId, State, Condition");
        foreach (var question in vector.Questions)
        {
            var capability = asked.IndexOf(question.Ask) is >= 0 and var at ? "a" + at : question.Ask;
            var roads = rows.Where(r => (string)r[0]! == question.Principal && (string)r[1]! == capability && ResourceIds.Key((string)r[2]!) == ResourceIds.Key(question.Resource)).ToList();
            var answer = BestFirst.FirstOrDefault(s => roads.Any(r => (string)r[3]! == s)) ?? "no";
            if (answer != question.Answer)
                yield return $"{question.Ask} on {question.Resource.Split('/')[^1]}: {answer}, not {question.Answer}";
            else if (question.Guids is { } guids && !roads.All(r => Guids().Matches((string)r[4]!).Select(m => m.Value.ToLowerInvariant()).ToHashSet().SetEquals(guids)))
                yield return $"{question.Ask}: bound to other roles than {string.Join(", ", guids)}";
        }
    }

    private static AccessEdge Edge(string id, string ask)
    {
        var types = VectorList.Resources().Select(r => (string)r["type"]!).Distinct();
        return Derived.Edge(id, [.. types.Select(t => ask.StartsWith("D:", StringComparison.Ordinal) ? (t, (IReadOnlyList<string>)[], (IReadOnlyList<string>)[ask[2..]]) : (t, [ask], []))]);
    }

    private static Dictionary<string, IReadOnlyList<JsonObject>> Tables(Material material, Vector vector) => new()
    {
        ["resourcecontainers"] = Azure.Containers(),
        ["resources"] = VectorList.Resources(),
        ["armresources"] = vector.Arm,
        ["authorizationresources"] = [.. material.RoleRows(), .. vector.Authorization],
        ["GroupMembers"] = [.. vector.Members.Select(m => new JsonObject { ["groupId"] = m.Group, ["memberId"] = m.Member })],
    };

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Guids();
}
