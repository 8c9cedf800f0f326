using Ashlar.Sources.Exports.Files;

namespace Ashlar.Sources.Terraform;

/// <summary>What a reader is told of a plan.</summary>
internal static class PlanNotes
{
    private const int Listed = 12;

    public static void Say(PlanRows plan, InputFile file, SourceLog log)
    {
        log.Note(SourceCodes.TerraformPlan, $"A Terraform plan: {plan.Rows.Count} Azure resources, {plan.Gaps.Count} values are not known before apply or not told by Terraform and count as unknown.", file.Shown);
        if (plan.Unmapped.Count > 0)
        {
            log.Note(SourceCodes.TerraformUnmapped, $"Not assessed, Ashlar knows no ARM resource for them: {Names([.. plan.Unmapped.Select(u => u.Value == 1 ? u.Key : $"{u.Key} ({u.Value})")])}.", file.Shown);
        }

        if (plan.Loose.Count > 0)
        {
            log.Warn(SourceCodes.TerraformLoose, $"These change a resource that the plan does not show, and are not assessed: {Names(plan.Loose)}.", file.Shown);
        }
    }

    private static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(Listed)) + (names.Count > Listed ? $" and {names.Count - Listed} more" : "");
}
