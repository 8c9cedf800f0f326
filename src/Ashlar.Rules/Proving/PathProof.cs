using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>
/// No silent pass. Every path that is read, and everything above it, is left out of every case. Who passes then, though another
/// value of that path would not let it pass, passes because something is missing: allowed only where control.yaml cites the
/// documented default.
/// </summary>
internal static class PathProof
{
    public static void Check(LoadedControl control, CaseBench bench, ProblemList problems, CancellationToken cancellationToken)
    {
        var targets = PathTarget.Of(bench.Reads);
        var rows = control.Cases.SelectMany(one => one.Rows).ToList();
        foreach (var target in targets.Where(target => !target.Path.IsColumn && !target.Values(rows).Any()))
        {
            problems.Error(LintCodes.UnprovenPath, control.CasesFile, 1, 1, $"The query reads {target.Path} of {target.Read.Table}, but no case holds a value there, so nothing shows what its absence does. Add it to a case.");
        }

        CheckMissing(control, bench, problems);
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in control.Cases)
        {
            var before = Verdicts(bench.Run(one, cancellationToken));
            foreach (var target in targets.Where(target => !IsCited(control, bench.Reads, target)))
            {
                foreach (var part in SilentPasses(one, target, before, rows, bench, cancellationToken))
                {
                    if (said.Add(target.Path + " " + one.Name))
                    {
                        problems.Error(LintCodes.SilentPass, control.CasesFile, one.Line, 1, $"Case '{one.Name}': without {target.Path}, {part} passes, though not for every value of it. Missing data is never a pass: say unknown (isnull, isempty) when it is missing, or cite the documented default of this path under 'defaults'.");
                    }
                }
            }
        }
    }

    private static IEnumerable<SubjectPart> SilentPasses(ControlCase one, PathTarget target, Dictionary<SubjectPart, Verdict> before, IReadOnlyList<CaseRow> all, CaseBench bench, CancellationToken cancellationToken)
    {
        var bare = target.Without(one.Rows) ?? one.Rows;
        var passing = Verdicts(bench.Run(one, bare, cancellationToken)).Where(pair => pair.Value == Verdict.Pass).Select(pair => pair.Key).ToHashSet();
        foreach (var part in passing.Where(part => NotPassed(before, part)).OrderBy(part => part.ToString(), StringComparer.Ordinal).ToList())
        {
            passing.Remove(part);
            yield return part;
        }

        foreach (var value in Alternatives(target, all))
        {
            if (passing.Count == 0)
            {
                yield break;
            }

            if (target.With(one.Rows, value) is { } changed)
            {
                var after = Verdicts(bench.Run(one, changed, cancellationToken));
                foreach (var part in passing.Where(part => NotPassed(after, part)).OrderBy(part => part.ToString(), StringComparer.Ordinal).ToList())
                {
                    passing.Remove(part);
                    yield return part;
                }
            }
        }
    }

    private static bool NotPassed(Dictionary<SubjectPart, Verdict> verdicts, SubjectPart part) =>
        verdicts.TryGetValue(part, out var verdict) && verdict is Verdict.Fail or Verdict.Unknown;

    private static Dictionary<SubjectPart, Verdict> Verdicts(ControlResult result) => result.Findings.ToDictionary(SubjectPart.Of, finding => finding.Verdict);

    /// <summary>Values the path has in any case, and some it has in none.</summary>
    private static List<JsonNode?> Alternatives(PathTarget target, IReadOnlyList<CaseRow> rows)
    {
        var seen = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var value in target.Values(rows))
        {
            seen.TryAdd(value?.ToJsonString() ?? "null", value);
        }

        foreach (var value in seen.Values.ToList())
        {
            foreach (var other in Opposites(value))
            {
                seen.TryAdd(other?.ToJsonString() ?? "null", other);
            }
        }

        seen.Remove("null");
        return [.. seen.Values];
    }

    private static IEnumerable<JsonNode?> Opposites(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.True => [JsonValue.Create(false)],
        JsonValueKind.False => [JsonValue.Create(true)],
        JsonValueKind.Number => [JsonValue.Create(0), JsonValue.Create(1_000_000)],
        JsonValueKind.String => [JsonValue.Create("zz-another-value")],
        JsonValueKind.Array => [new JsonArray()],
        _ => [],
    };

    // A parent may be left out when each read path below it has its cited default.
    private static bool IsCited(LoadedControl control, ControlReads reads, PathTarget target)
    {
        var path = ReadPaths.Plain(target.Path.ToString());
        var cited = control.Defaults.Select(one => ReadPaths.Plain(one.Path)).ToHashSet(StringComparer.Ordinal);
        if (cited.Contains(path))
        {
            return true;
        }

        var below = reads.All.Where(read => read.Table == target.Read.Table).SelectMany(read => read.Paths).Select(ReadPaths.Plain)
            .Where(read => read.StartsWith(path + ".", StringComparison.Ordinal)).ToList();
        return below.Count > 0 && below.TrueForAll(cited.Contains);
    }

    private static void CheckMissing(LoadedControl control, CaseBench bench, ProblemList problems)
    {
        var own = PathTarget.Of(bench.Reads).Where(target => target.Read.Types.Count == 0 ? bench.Reads.IsOwn(target.Read.Table, null) : target.Read.Types.Any(type => bench.Reads.IsOwn(target.Read.Table, type))).ToList();
        var bare = own.Exists(target => control.Cases.SelectMany(one => one.Rows).Where(target.Concerns).Any(row => !target.Path.Values(row.Values).Any()));
        if (own.Count > 0 && !bare)
        {
            problems.Error(LintCodes.CasesIncomplete, control.CasesFile, 1, 1, $"No case leaves out anything the query reads. Add one without {own[0].Path} and say what the control makes of it.");
        }
    }
}
