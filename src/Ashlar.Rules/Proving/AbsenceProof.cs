using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>Removes all rows of each other type that is read, and holds the verdicts against what control.yaml says of absence.</summary>
internal static class AbsenceProof
{
    public static void Check(LoadedControl control, CaseBench bench, ProblemList problems, CancellationToken cancellationToken)
    {
        foreach (var (table, type) in bench.Reads.Others())
        {
            foreach (var one in control.Cases)
            {
                var left = one.Rows.Where(row => !IsOf(row, table, type, bench.Reads)).ToList();
                if (left.Count < one.Rows.Count)
                {
                    var before = bench.Run(one, cancellationToken).Findings.ToDictionary(SubjectPart.Of, finding => finding.Verdict);
                    var after = bench.Run(one, left, cancellationToken).Findings;
                    Compare(control, one, type is null ? table : type, before, after, problems);
                }
            }
        }
    }

    private static void Compare(LoadedControl control, ControlCase one, string what, Dictionary<SubjectPart, Verdict> before, IReadOnlyList<Finding> after, ProblemList problems)
    {
        var line = control.Lines.GetValueOrDefault("passDependsOnAbsence", 1);
        if (!control.PassDependsOnAbsence && after.FirstOrDefault(finding => finding.Verdict is Verdict.Pass or Verdict.NotApplicable && Spoke(before, finding)) is { } pass)
        {
            problems.Error(LintCodes.AbsencePass, control.ControlFile, line, 1, $"'passDependsOnAbsence' is false, but in case '{one.Name}' {SubjectPart.Of(pass)} is {pass.Verdict.Name()} when no {what} is listed. Set it to true, or make the query say fail or unknown; a case that passes for another reason should hold no {what}.");
        }

        if (!control.FailDependsOnAbsence && after.FirstOrDefault(finding => finding.Verdict == Verdict.Fail && before.GetValueOrDefault(SubjectPart.Of(finding)) == Verdict.Pass && before.ContainsKey(SubjectPart.Of(finding))) is { } fail)
        {
            problems.Error(LintCodes.AbsencePass, control.ControlFile, control.Lines.GetValueOrDefault("failDependsOnAbsence", 1), 1, $"In case '{one.Name}' {SubjectPart.Of(fail)} fails because no {what} is listed. Say 'failDependsOnAbsence: true', so that it is unknown where the list may be incomplete.");
        }
    }

    // A verdict that stood on own properties and was notApplicable before says nothing of absence.
    private static bool Spoke(Dictionary<SubjectPart, Verdict> before, Finding finding) =>
        before.TryGetValue(SubjectPart.Of(finding), out var verdict) && (finding.Verdict == Verdict.Pass || verdict != Verdict.NotApplicable);

    private static bool IsOf(CaseRow row, string table, string? type, ControlReads reads) =>
        row.Table.Equals(table, StringComparison.OrdinalIgnoreCase) && (type is null ? !reads.IsOwn(table, PathTarget.TypeOf(row)) : PathTarget.TypeOf(row) == type);
}
