using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>Two cases that every control has without writing them: its subjects without bodies, and a gap over everything it reads.</summary>
internal static class BlindProof
{
    public static void Check(LoadedControl control, CaseBench bench, ProblemList problems, CancellationToken cancellationToken)
    {
        foreach (var one in control.Cases)
        {
            if (bench.Reads.ReadsBody && bench.Run(one, Bare(one.Rows, bench.Reads), cancellationToken).Findings.FirstOrDefault(finding => finding.Verdict != Verdict.Unknown) is { } seen)
            {
                problems.Error(LintCodes.BodylessVerdict, control.CasesFile, one.Line, 1, $"Case '{one.Name}': {SubjectPart.Of(seen)} is {seen.Verdict.Name()} though its row has no properties. Read the body where the verdict depends on it.");
            }

            foreach (var read in bench.Reads.All)
            {
                foreach (var dataSet in read.Types.Count == 0 ? [read.Table] : read.Types.Select(type => read.Table + "/" + type))
                {
                    var gap = new Gap(dataSet, "/", GapReason.Forbidden, null, "");
                    if (bench.Run(one, [gap], cancellationToken).Findings.FirstOrDefault(finding => finding.Verdict == Verdict.Pass) is { } passed)
                    {
                        problems.Error(LintCodes.GapVerdict, control.CasesFile, one.Line, 1, $"Case '{one.Name}': {SubjectPart.Of(passed)} passes though {dataSet} was not seen.");
                    }
                }
            }
        }
    }

    private static List<CaseRow> Bare(IReadOnlyList<CaseRow> rows, ControlReads reads) =>
        [.. rows.Select(row => reads.IsOwn(row.Table, PathTarget.TypeOf(row)) ? row with { Values = Listed(row.Values) } : row)];

    private static JsonObject Listed(JsonObject values) =>
        new(values.Where(pair => !ReadPaths.NeedsBody(pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
}
