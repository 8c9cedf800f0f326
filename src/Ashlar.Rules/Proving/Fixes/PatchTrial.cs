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
            var subjects = Failing(before, control, cancellationToken).Select(f => f.ResourceId).DistinctBy(ResourceIds.Key).ToList();
            foreach (var subject in subjects)
            {
                _patched++;
                Try(one, before, subject, cancellationToken);
            }

            foreach (var id in one.NotMended.Keys.Except(subjects, StringComparer.OrdinalIgnoreCase))
            {
                Say(one, $"'notMended' names {id}, which does not fail. Remove it.");
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
        var parts = Failing(before, control, cancellationToken).Select(SubjectPart.Of).Where(part => part.Key == ResourceIds.Key(subject)).ToList();
        var open = StillOpen(parts, after.Ask(control, all[control], cancellationToken)).ToList();
        if (!one.NotMended.ContainsKey(subject))
        {
            open.ForEach(said => Say(one, $"after the Bicep patch {said}"));
        }
        else if (open.Count == 0)
        {
            Say(one, $"the Bicep patch mends {subject}, although 'notMended' names it. Remove it there.");
        }

        var touched = deployment.Resources.Select(r => (r.Table, ResourceIds.Type((string)r.Row["id"]!))).ToList();
        foreach (var (reader, _) in all.Where(pair => pair.Key.Query is not null && touched.Exists(t => pair.Value.All.Any(read => read.Reads(t.Table, t.Item2)))))
        {
            var failed = Failing(before, reader, cancellationToken).Select(SubjectPart.Of).ToHashSet();
            foreach (var finding in Failing(after, reader, cancellationToken).Where(f => !failed.Contains(SubjectPart.Of(f))))
            {
                Say(one, $"the Bicep patch for {subject} makes {reader.Control.Id} fail for {SubjectPart.Of(finding)} on {finding.Evidence}");
            }

            foreach (var error in after.Ask(reader, all[reader], cancellationToken).Errors)
            {
                Say(one, $"after the Bicep patch for {subject} {reader.Control.Id} says {error.Message}");
            }
        }
    }

    /// <summary>What failed before and does not pass now. A part that is gone, such as a rule, is mended; a subject that is gone is not.</summary>
    private static IEnumerable<string> StillOpen(List<SubjectPart> failed, ControlResult after)
    {
        var now = after.Findings.ToDictionary(SubjectPart.Of);
        foreach (var part in failed)
        {
            if (!now.TryGetValue(part, out var finding))
            {
                if (part.SubKey is null || !now.Keys.Any(other => other.Key == part.Key))
                {
                    yield return $"{part} is no subject any more";
                }
            }
            else if (finding.Verdict != Verdict.Pass)
            {
                var why = finding.Reasons.Count == 0 ? "" : " Reason: " + string.Join(" ", finding.Reasons);
                yield return $"{part} is {finding.Verdict.Name()} on {finding.Evidence}.{why}";
            }
        }
    }

    private string Filled(ControlCase one, string subject)
    {
        var fix = control.Control.Fix;
        var location = PatchedRows.Find(one.Rows, subject)?.Values["location"] is JsonValue value && value.TryGetValue<string>(out var own) ? own : SomeRegion;
        return fix.Choices.Aggregate(FixPatch.Fill(fix.Bicep!, subject, location), (text, choice) => text.Replace(choice.Key, one.Choices.GetValueOrDefault(choice.Key, choice.Value), StringComparison.Ordinal));
    }

    private IEnumerable<Finding> Failing(CaseEstate estate, LoadedControl asked, CancellationToken cancellationToken) =>
        estate.Ask(asked, all[asked], cancellationToken).Findings.Where(f => f.Verdict == Verdict.Fail);

    private void Say(ControlCase one, string what) =>
        _problems.Error(LintCodes.FixProof, control.ControlFile, control.Lines.GetValueOrDefault("fix", 1), 1, $"Case '{one.Name}': {what}");
}
