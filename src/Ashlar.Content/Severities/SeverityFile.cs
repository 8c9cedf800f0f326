using System.Globalization;

namespace Ashlar.Content;

internal static class SeverityFile
{
    public static SeverityTable Read(ContentFile file, ProblemList problems)
    {
        var fields = YamlFields.Of(YamlTree.Read(file.Shown, file.Text, problems), "severity.yaml", file.Shown, problems, "steps");
        var steps = new List<SeverityStep>();
        foreach (var item in fields?.Items("steps", required: true) ?? [])
        {
            var step = YamlFields.Of(item, "A step", file.Shown, problems, "exposure", "blastRadius", "by", "because");
            var by = step?.Text("by", required: true);
            var because = step?.Text("because", required: true);
            if (step is null || by is null || because is null)
            {
                continue;
            }

            var (exposure, blastRadius) = (step.Text("exposure", required: false), step.Text("blastRadius", required: false));
            if (!int.TryParse(by, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) || count is 0 or < -4 or > 4)
            {
                step.Wrong(step.Find("by")!.Value, "'by' is a number of steps from -4 to 4, not 0.");
            }
            else if (exposure is null && blastRadius is null)
            {
                problems.Error(LintCodes.MissingKey, file.Shown, step.Map.Line, step.Map.Column, "A step needs 'exposure' or 'blastRadius'; without either it would move every severity.");
            }
            else
            {
                steps.Add(new SeverityStep(exposure, blastRadius, count, because));
            }
        }

        return steps.Count == 0 ? SeverityTable.None : new SeverityTable(steps);
    }
}
