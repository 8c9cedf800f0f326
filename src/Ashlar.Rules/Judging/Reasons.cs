using Ashlar.Content;

namespace Ashlar.Rules;

/// <summary>Sentences a finding carries when the engine, not the query, decided.</summary>
internal static class Reasons
{
    public const string NoRow = "The control's query gave no row for this resource, so nothing is known.";

    public const string NoBody = "The input lists this resource without its properties. Collect it with its body (az graph query, the export kit or a live scan).";

    public const string RuleError = "The control itself gave no single valid verdict here; see the rule errors of this run.";

    public const string QueryFailed = "The control's query could not finish; see the rule errors of this run.";

    public static string Undecided(string setting)
    {
        var question = SettingKey.Find(setting)?.Question ?? "";
        return $"ashlar.yaml does not say '{setting}'. {question} 'ashlar init' writes a file to fill in.".Replace("  ", " ", StringComparison.Ordinal);
    }
}
