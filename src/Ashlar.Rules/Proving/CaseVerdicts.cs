using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>Every case against what it expects.</summary>
internal static class CaseVerdicts
{
    /// <summary>Number of cases that held.</summary>
    public static int Check(LoadedControl control, CaseBench bench, ProblemList problems, CancellationToken cancellationToken)
    {
        var held = 0;
        foreach (var one in control.Cases)
        {
            var before = problems.All.Count;
            CheckOne(control, one, bench.Run(one, cancellationToken), problems);
            held += problems.All.Count == before ? 1 : 0;
        }

        return held;
    }

    private static void CheckOne(LoadedControl control, ControlCase one, ControlResult result, ProblemList problems)
    {
        foreach (var error in result.Errors)
        {
            problems.Error(LintCodes.CaseRuleError, control.CasesFile, one.Line, 1, $"Case '{one.Name}': {error.Code}: {error.Message}");
        }

        var found = result.Findings.ToDictionary(SubjectPart.Of);
        foreach (var expected in one.Expect)
        {
            var part = SubjectPart.Of(expected);
            if (!found.Remove(part, out var finding))
            {
                problems.Error(LintCodes.CaseVerdict, control.CasesFile, expected.Line, 1, $"Case '{one.Name}' expects {expected.Verdict.Name()} of {part}, which is not in scope, or has no such SubKey. Mend the id, the row or 'scope'.");
            }
            else if (finding.Verdict != expected.Verdict)
            {
                var why = finding.Reasons.Count == 0 ? "" : " Reason: " + string.Join(" ", finding.Reasons);
                problems.Error(LintCodes.CaseVerdict, control.CasesFile, expected.Line, 1, $"Case '{one.Name}' expects {expected.Verdict.Name()} of {part}; the control says {finding.Verdict.Name()} on {Short(finding.Evidence)}.{why}");
            }
        }

        foreach (var (part, finding) in found.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal))
        {
            problems.Error(LintCodes.CaseVerdict, control.CasesFile, one.Line, 1, $"Case '{one.Name}' does not say what it expects of {part}; the control says {finding.Verdict.Name()}. Add it to 'expect'.");
        }
    }

    private static string Short(string evidence) => evidence.Length <= 300 ? evidence : evidence[..300] + "…";
}
