using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>Deploys the patch of one control over each subject that fails in a case of it.</summary>
internal sealed class PatchTrial(LoadedControl control, IReadOnlyDictionary<LoadedControl, ControlReads> all, Func<string, string, PatchDeployment> deploy)
{
    /// <summary>Region of a subject whose case does not name one.</summary>
    private const string SomeRegion = "westeurope";

    private readonly ProblemList _problems = new();
    private int _patched;

    public FixProof Run(CancellationToken cancellationToken)
    {
        foreach (var one in control.Cases)
        {
            using var before = new CaseEstate(one, one.Rows);
            var failing = Failing(before.Ask(control, all[control], cancellationToken)).Select(f => f.ResourceId).DistinctBy(ResourceIds.Key).ToList();
            foreach (var subject in failing)
            {
                _patched++;
                Try(one, before, subject, cancellationToken);
            }
        }

        return new FixProof(control, _patched, _problems.InOrder());
    }

    private void Try(ControlCase one, CaseEstate before, string subject, CancellationToken cancellationToken)
    {
        var deployment = deploy(Filled(one, subject), subject);
        foreach (var problem in deployment.Problems)
        {
            Say(one, $"the Bicep patch for {subject} is wrong: {problem}");
        }

        if (deployment.Problems.Count > 0)
        {
            return;
        }

        using var after = new CaseEstate(one, PatchedRows.Of(one.Rows, deployment));
        CheckOwn(one, before, after, subject, cancellationToken);
        var touched = deployment.Resources.Select(r => (r.Table, ResourceIds.Type((string)r.Row["id"]!))).ToList();
        foreach (var (other, reads) in all.Where(pair => pair.Key != control && pair.Key.Query is not null && touched.Exists(t => pair.Value.All.Any(read => read.Reads(t.Table, t.Item2)))))
        {
            var failed = Failing(before.Ask(other, reads, cancellationToken)).Select(SubjectPart.Of).ToHashSet();
            var result = after.Ask(other, reads, cancellationToken);
            foreach (var finding in Failing(result).Where(f => !failed.Contains(SubjectPart.Of(f))))
            {
                Say(one, $"the Bicep patch for {subject} makes {other.Control.Id} fail for {SubjectPart.Of(finding)} on {finding.Evidence}");
            }

            foreach (var error in result.Errors)
            {
                Say(one, $"after the Bicep patch for {subject} {other.Control.Id} says {error.Message}");
            }
        }
    }

    private void CheckOwn(ControlCase one, CaseEstate before, CaseEstate after, string subject, CancellationToken cancellationToken)
    {
        var key = ResourceIds.Key(subject);
        var result = after.Ask(control, all[control], cancellationToken);
        var now = result.Findings.Where(f => ResourceIds.Key(f.ResourceId) == key).ToDictionary(SubjectPart.Of);
        foreach (var part in Failing(before.Ask(control, all[control], cancellationToken)).Select(SubjectPart.Of).Where(part => part.Key == key && !now.ContainsKey(part)))
        {
            // A part that the patch took away, such as a rule, is mended; a subject that is gone is not.
            if (part.SubKey is null || now.Count == 0)
            {
                Say(one, $"after the Bicep patch {part} is no subject any more");
            }
        }

        foreach (var finding in now.Values.Where(f => f.Verdict != Verdict.Pass))
        {
            var why = finding.Reasons.Count == 0 ? "" : " Reason: " + string.Join(" ", finding.Reasons);
            Say(one, $"after the Bicep patch {SubjectPart.Of(finding)} is {finding.Verdict.Name()} on {finding.Evidence}.{why}");
        }

        var failed = Failing(before.Ask(control, all[control], cancellationToken)).Select(SubjectPart.Of).ToHashSet();
        foreach (var finding in Failing(result).Where(f => ResourceIds.Key(f.ResourceId) != key && !failed.Contains(SubjectPart.Of(f))))
        {
            Say(one, $"the Bicep patch for {subject} makes {SubjectPart.Of(finding)} fail on {finding.Evidence}");
        }

        foreach (var error in result.Errors)
        {
            Say(one, $"after the Bicep patch for {subject} the control says {error.Message}");
        }
    }

    private string Filled(ControlCase one, string subject)
    {
        var fix = control.Control.Fix;
        var location = PatchedRows.Find(one.Rows, subject)?.Values["location"] is JsonValue value && value.TryGetValue<string>(out var own) ? own : SomeRegion;
        return fix.Choices.Aggregate(FixPatch.Fill(fix.Bicep!, subject, location), (text, choice) => text.Replace(choice.Key, choice.Value, StringComparison.Ordinal));
    }

    private static IEnumerable<Finding> Failing(ControlResult result) => result.Findings.Where(f => f.Verdict == Verdict.Fail);

    private void Say(ControlCase one, string what) =>
        _problems.Error(LintCodes.FixProof, control.ControlFile, control.Lines.GetValueOrDefault("fix", 1), 1, $"Case '{one.Name}': {what}");
}
