using System.Text.Json;
using Ashlar.Cli.Access;
using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Cli.Paths;

/// <summary>Asks the tables of paths, and shows how it asked.</summary>
internal sealed class PathsQuestions(Snapshot snapshot, CancellationToken cancellationToken)
{
    public const string Columns = "PathId, Start, StartId, StartName, Goal, TargetId, TargetType, TargetName, tostring(WorkloadIds), tostring(Steps), State, Effort, Yield, Score, Severity, Similar, Complete, tostring(Missing)";

    public static readonly IReadOnlyList<string> Starts = ["internet", "anyTenant", "anyUser", "guest", "federation", "staleCredential", "leakedCredential", "poisonedDocument"];
    public static readonly IReadOnlyList<string> Goals = ["useModel", "takeModel", "changeFilter", "readData", "poisonData", "readPrompts", "readSecrets", "runCode", "controlWorkload", "controlTenant", "blindLogs"];

    /// <summary>Filter for what paths end at; null and a sentence when nothing is called so.</summary>
    public (string? Filter, string Problem) To(string text)
    {
        if (Goals.FirstOrDefault(g => g.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } goal)
            return ($"Goal == '{goal}'", "");
        var workloads = Run($"AiWorkloads | where WorkloadId =~ {Literal(text)} or Name =~ {Literal(text)} | project WorkloadId | order by WorkloadId asc").Select(r => (string)r[0]!).ToList();
        if (workloads.Count > 0)
            return (string.Join(" or ", workloads.Select(w => $"tostring(WorkloadIds) has '{w}'")), "");
        var by = text.StartsWith('/') ? $"TargetId =~ {Literal(text.TrimEnd('/'))}" : $"TargetName =~ {Literal(text)} or TargetId endswith {Literal("/" + text)}";
        if (Run($"AttackPaths | where {by} | take 1").Count > 0 || Known(text, "AccessTargets", "ResourceId"))
            return (by, "");
        var names = Run("AiWorkloads | project Name | order by Name asc").Concat(Run("AttackPaths | distinct TargetName | order by TargetName asc")).Select(r => r[0] as string ?? "").Concat(Goals);
        return (null, $"nothing is called '{text}' in this snapshot.{Nearest.Hint(text, [.. names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)])} A goal is one of: {string.Join(", ", Goals)}.");
    }

    /// <summary>Filter for where paths start.</summary>
    public (string? Filter, string Problem) From(string text)
    {
        if (Starts.FirstOrDefault(s => s.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } start)
            return ($"Start == '{start}'", "");
        var by = text.StartsWith('/') ? $"StartId =~ {Literal(text.TrimEnd('/'))}" : $"StartName =~ {Literal(text)} or StartId endswith {Literal("/" + text)}";
        if (Run($"AttackPaths | where {by} | take 1").Count > 0 || Known(text, "Identities", "ResourceId") || Run($"Identities | where Name =~ {Literal(text)} | take 1").Count > 0)
            return (by, "");
        var names = Run("AttackPaths | distinct StartName | order by StartName asc").Select(r => r[0] as string ?? "").Concat(Starts);
        return (null, $"nothing is called '{text}' in this snapshot.{Nearest.Hint(text, [.. names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)])} A start is one of: {string.Join(", ", Starts)}.");
    }

    public static string Paths(IEnumerable<string> filters) =>
        string.Concat(filters.Select(f => $" | where {f}").Prepend("AttackPaths")) + " | order by Score desc, Effort asc, PathId asc";

    /// <param name="filters">Of the paths; without any the changes are shown as they stand.</param>
    public static string Cuts(IReadOnlyList<string> filters) => filters.Count == 0
        ? "ChokePoints | extend Hit = CutsAlone | order by Rank asc"
        : $"ChokePoints | extend Breaks = tostring(Breaks) | mv-expand PathId = PathIds to typeof(string) | join kind=inner ({string.Concat(filters.Select(f => $" | where {f}").Prepend("AttackPaths"))} | project PathId) on PathId | summarize Hit = count() by Rank, ChangeId, Kind, ResourceId, Setting, Change, Cuts, CutsAlone, Total, Breaks | order by Rank asc";

    public IReadOnlyList<object?[]> Run(string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        if (!compiled.Success)
            throw new InvalidOperationException($"A query of 'ashlar paths' does not compile: {compiled.Diagnostics[0].Message} in {query}");
        return snapshot.Query(compiled, new KqlBudget(int.MaxValue - 1, TimeSpan.FromMinutes(5)), cancellationToken).Rows;
    }

    /// <summary>Whether everything was read that paths rest on, and what was not.</summary>
    public IReadOnlyList<string> Missing(IEnumerable<object?[]> paths)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var row in Run("BlastRadius | where SubjectKind == 'workload' and Complete != true | mv-expand sentence = Missing to typeof(string) | distinct sentence"))
            missing.Add((string)row[0]!);
        if (Run("AccessTargets | summarize All = count(), Open = countif(Complete != true)") is [[long all, long open and > 0]])
            missing.Add($"Of {open} of {all} resources not everything was read that bears on who has access: ashlar access --who-can says what is missing of each.");
        foreach (var row in Run("Identities | where Complete != true | take 1 | mv-expand sentence = Missing to typeof(string) | distinct sentence"))
            missing.Add((string)row[0]!);
        foreach (var row in paths)
            missing.UnionWith(JsonSerializer.Deserialize<List<string>>((string)row[17]!)!);
        return [.. missing];
    }

    private bool Known(string text, string table, string column) =>
        text.Length > 0 && Run($"{table} | where {column} =~ {Literal(text.TrimEnd('/'))} or {column} endswith {Literal("/" + text)} | take 1").Count > 0;

    private static string Literal(string text) => AccessQuestions.Literal(text);
}
