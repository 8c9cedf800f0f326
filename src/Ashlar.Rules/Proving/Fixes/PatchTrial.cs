using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>Deploys the patch of one control over each subject that fails in a case of it.</summary>
internal sealed class PatchTrial(LoadedControl control, BoundReaders readers, Func<string, string, PatchDeployment> deploy)
{
    /// <summary>Region of a subject whose case does not name one.</summary>
    private const string SomeRegion = "westeurope";

    private readonly ProblemList _problems = new();
    private readonly bool _byPart = FixPatch.UsesPart(control.Control.Fix.Bicep!);
    private int _patched;

    public FixProof Run(CancellationToken cancellationToken)
    {
        foreach (var one in control.Cases)
        {
            using var before = new CaseEstate(one, one.Rows, readers);
            var failing = Failing(before, control, cancellationToken).ToList();
            foreach (var findings in failing.GroupBy(f => (ResourceIds.Key(f.ResourceId), _byPart ? f.SubKey : null)))
            {
                _patched++;
                Try(one, before, [.. findings], cancellationToken);
            }

            Say(one, one.NotMended.Keys.Except(failing.Select(f => f.ResourceId), StringComparer.OrdinalIgnoreCase).Select(id => $"'notMended' names {id}, which does not fail. Remove it."));
        }

        return new FixProof(control, _patched, _problems.InOrder());
    }

    /// <param name="failing">What one patch is to mend: findings of one subject, or of one part of it.</param>
    private void Try(ControlCase one, CaseEstate before, IReadOnlyList<Finding> failing, CancellationToken cancellationToken)
    {
        var subject = failing[0].ResourceId;
        var deployment = deploy(Filled(one, failing[0]), subject);
        if (deployment.Problems.Count > 0)
        {
            Say(one, deployment.Problems.Select(problem => $"the Bicep patch for {subject} is wrong: {problem}"));
            return;
        }

        var rows = PatchedRows.Of(one.Rows, deployment);
        using var after = new CaseEstate(one, rows, readers);
        var open = StillOpen(failing.Select(SubjectPart.Of), after.Ask(control, cancellationToken)).Select(said => "after the Bicep patch " + said);
        List<string> problems = [.. open, .. readers.Of(deployment.Resources, rows).SelectMany(reader => Harm(before, after, subject, reader, cancellationToken))];
        if (!one.NotMended.ContainsKey(subject))
        {
            Say(one, problems);
        }
        else if (problems.Count == 0)
        {
            Say(one, [$"the Bicep patch mends {subject}, although 'notMended' names it. Remove it there."]);
        }
    }

    /// <summary>What fails because of the patch.</summary>
    private static IEnumerable<string> Harm(CaseEstate before, CaseEstate after, string subject, LoadedControl reader, CancellationToken cancellationToken)
    {
        var failed = Failing(before, reader, cancellationToken).Select(SubjectPart.Of).ToHashSet();
        return Failing(after, reader, cancellationToken).Where(f => !failed.Contains(SubjectPart.Of(f)))
            .Select(f => $"the Bicep patch for {subject} makes {reader.Control.Id} fail for {SubjectPart.Of(f)} on {f.Evidence}")
            .Concat(after.Ask(reader, cancellationToken).Errors.Select(error => $"after the Bicep patch for {subject} {reader.Control.Id} says {error.Message}"));
    }

    /// <summary>What failed before and does not pass now. A part that is gone, such as a rule, is mended; a subject that is gone is not.</summary>
    private static IEnumerable<string> StillOpen(IEnumerable<SubjectPart> failed, ControlResult after)
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

    private string Filled(ControlCase one, Finding failing)
    {
        var fix = control.Control.Fix;
        var location = PatchedRows.Find(one.Rows, failing.ResourceId)?.Values["location"] is JsonValue value && value.TryGetValue<string>(out var own) ? own : SomeRegion;
        return fix.Choices.Aggregate(FixPatch.Fill(fix.Bicep!, failing.ResourceId, location, failing.SubKey), (text, choice) => text.Replace(choice.Key, one.Choices.GetValueOrDefault(choice.Key, choice.Value), StringComparison.Ordinal));
    }

    private static IEnumerable<Finding> Failing(CaseEstate estate, LoadedControl asked, CancellationToken cancellationToken) =>
        estate.Ask(asked, cancellationToken).Findings.Where(f => f.Verdict == Verdict.Fail);

    private void Say(ControlCase one, IEnumerable<string> problems)
    {
        foreach (var problem in problems)
        {
            _problems.Error(LintCodes.FixProof, control.ControlFile, control.Lines.GetValueOrDefault("fix", 1), 1, $"Case '{one.Name}': {problem}");
        }
    }
}
