using System.Globalization;
using System.Text;
using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Cli.Access;

/// <summary>Asks the derived tables, and shows how it asked.</summary>
internal sealed class AccessQuestions(Snapshot snapshot, CancellationToken cancellationToken)
{
    private static readonly string[] Tables = ["resources", "armresources"];

    public static string WhoCan(string capability, string resourceId) =>
        $"EffectiveAccess | where Capability == {Literal(capability)} and ResourceId =~ {Literal(resourceId)}";

    public static string WhatCan(string principalId) => $"EffectiveAccess | where PrincipalId == {Literal(principalId)}";

    public List<Road> Roads(string query) => [.. Run(query + " | project " + Road.Columns).Select(Road.Of)];

    /// <summary>Ids and types of resources by id or name.</summary>
    public List<(string Id, string Type)> Resources(string text)
    {
        var by = text.StartsWith('/') ? $"ResourceId =~ {Literal(text.TrimEnd('/'))}" : $"ResourceId endswith {Literal("/" + text)}";
        return [.. Run($"AccessTargets | where {by} | project ResourceId, ResourceType | order by ResourceId asc").Select(r => ((string)r[0]!, (string)r[1]!))];
    }

    /// <summary>Object ids, names and kinds of principals by object id, client id, sign-in name or name.</summary>
    public List<(string Id, string Name, string Kind)> Principals(string text)
    {
        var literal = Literal(text);
        var found = Run($"Identities | where Id =~ {literal} or AppId =~ {literal} or Name =~ {literal} | project Id, Name, Kind | order by Id asc");
        if (found.Count == 0)
            found = Run($"Users | where userPrincipalName =~ {literal} or mail =~ {literal} | project id, displayName, userType | join kind=inner (Identities | project Id, Kind) on $left.id == $right.Id | project Id, displayName, Kind | order by Id asc");
        return [.. found.Select(r => ((string)r[0]!, r[1] as string ?? "", r[2] as string ?? ""))];
    }

    /// <summary>Of a resource: complete, and what is missing.</summary>
    public (bool Complete, IReadOnlyList<string> Missing) Seen(string resourceId)
    {
        var rows = Run($"AccessTargets | where ResourceId =~ {Literal(resourceId)} | project Complete, tostring(Missing)");
        return rows.Count == 0 ? (false, []) : (rows[0][0] as bool? ?? false, System.Text.Json.JsonSerializer.Deserialize<List<string>>((string)rows[0][1]!)!);
    }

    /// <summary>Of a principal: whether all that it can do is known, and what is missing.</summary>
    public (bool Complete, IReadOnlyList<string> Missing) SeenOf(string principalId)
    {
        var missing = new List<string>();
        var rows = Run($"Identities | where Id =~ {Literal(principalId)} | project tostring(Missing)");
        if (rows.Count > 0)
            missing.AddRange(System.Text.Json.JsonSerializer.Deserialize<List<string>>((string)rows[0][0]!)!);
        var counts = Run("AccessTargets | summarize All = count(), Open = countif(Complete != true)");
        if (counts[0][1] is long and > 0)
            missing.Add($"Of {counts[0][1]} of {counts[0][0]} resources not everything was read that bears on who has access: --who-can says what is missing of each.");
        return (missing.Count == 0, missing);
    }

    /// <summary>Guards of the edge that the settings of a resource do not meet.</summary>
    public IReadOnlyList<string> Closed(AccessEdge edge, (string Id, string Type) resource)
    {
        var guards = edge.On.Where(o => o.Type == resource.Type && o.When is not null).Select(o => o.When!).Distinct(StringComparer.Ordinal).ToList();
        if (guards.Count == 0 || !resource.Id.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase))
            return [];
        var columns = string.Join(", ", guards.Select((g, i) => $"w{i} = ({g})"));
        var rows = Tables.SelectMany(t => Run($"{t} | where type =~ {Literal(resource.Type)} and id =~ {Literal(resource.Id)} | project {columns}")).ToList();
        return rows.Count == 0 ? [] : [.. guards.Where((_, i) => rows[0][i] is false)];
    }

    public IReadOnlyList<object?[]> Run(string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        if (!compiled.Success)
            throw new InvalidOperationException($"A query of the access verb does not compile: {compiled.Diagnostics[0].Message} in {query}");
        return snapshot.Query(compiled, new KqlBudget(int.MaxValue - 1, TimeSpan.FromMinutes(5)), cancellationToken).Rows;
    }

    public static string Literal(string text)
    {
        var literal = new StringBuilder("'");
        foreach (var c in text)
        {
            if (c is '\\' or '\'')
                literal.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
                literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                literal.Append(c);
        }

        return literal.Append('\'').ToString();
    }
}
