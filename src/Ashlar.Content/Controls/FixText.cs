using System.Text.RegularExpressions;
using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Reads and checks <c>fix</c> of control.yaml.</summary>
internal static class FixText
{
    private static readonly string[] Patches = ["az", "bicep", "terraform"];

    public static Fix? Read(YamlFields control)
    {
        var fields = YamlFields.Of(control.Value("fix", required: true), "'fix'", control.File, control.Problems, "summary", "breaks", "az", "bicep", "terraform", "choices", "replace", "byHand");
        if (fields?.Text("summary", required: true) is not { } summary)
        {
            return null;
        }

        foreach (var key in (string[])["summary", "breaks", "az", "bicep", "terraform"])
        {
            CheckPlaceholders(fields, key);
        }

        var choices = Choices(fields);
        CheckChoices(fields, choices);
        var fix = new Fix(
            summary,
            fields.Text("breaks", required: false),
            fields.Text("az", required: false),
            fields.Text("bicep", required: false),
            fields.Text("terraform", required: false))
        {
            Choices = choices,
            Replace = fields.Flag("replace", whenAbsent: false),
            ByHand = fields.Text("byHand", required: false),
        };
        CheckMended(fields, fix);
        return fix;
    }

    /// <summary>A patch that mends in place is Bicep, for that one is proven; else the fix says why there is none.</summary>
    private static void CheckMended(YamlFields fields, Fix fix)
    {
        var said = (fix.Bicep is null ? 0 : 1) + (fix.Replace ? 1 : 0) + (fix.ByHand is null ? 0 : 1);
        if (said != 1)
        {
            var message = said == 0
                ? "'fix' has no 'bicep'. Add the patch, or 'replace: true' where the resource must be made anew, or 'byHand: why' where no patch can mend it."
                : "'bicep' mends in place, 'replace' makes the resource anew, 'byHand' says that no patch can: give one of them.";
            fields.Problems.Error(LintCodes.FixMissing, fields.File, fields.LineOf("summary"), 1, message);
        }
    }

    private static void CheckChoices(YamlFields fields, SortedDictionary<string, string> choices)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in Patches.Select(key => fields.Find(key)?.Value).OfType<YamlText>())
        {
            foreach (var choice in FixPatch.ChoicesIn(text.Value).Where(used.Add).Where(choice => !choices.ContainsKey(choice)))
            {
                var line = LineAt(text, text.Value.IndexOf(choice, StringComparison.Ordinal));
                fields.Problems.Error(LintCodes.Choice, fields.File, line, 1, $"'{choice}' has no example.{Nearest.Hint(choice, choices.Keys)} Add it to 'choices', or use a placeholder that Ashlar fills: {{{string.Join("} {", FixPatch.Placeholders)}}}.");
            }
        }

        foreach (var pair in fields.Pairs("choices", required: false).Where(pair => choices.ContainsKey(pair.Key) && !used.Contains(pair.Key)))
        {
            fields.Problems.Error(LintCodes.Choice, fields.File, pair.Line, 1, $"No patch asks for '{pair.Key}'.{Nearest.Hint(pair.Key, used)} Remove it.");
        }
    }

    private static int LineAt(YamlText text, int index) => text.Line + (text.Block ? 1 : 0) + text.Value.AsSpan(0, index).Count('\n');

    private static SortedDictionary<string, string> Choices(YamlFields fields)
    {
        var choices = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in fields.Pairs("choices", required: false))
        {
            if (pair.Value is YamlText example && FixPatch.Choice().Match(pair.Key) is { Success: true } match && match.Length == pair.Key.Length)
            {
                choices[pair.Key] = example.Value;
            }
            else
            {
                fields.Problems.Error(LintCodes.WrongValue, fields.File, pair.Line, 1, $"'{pair.Key}' is no choice of the user with an example: write '<region>': westeurope.");
            }
        }

        return choices;
    }

    private static void CheckPlaceholders(YamlFields fields, string key)
    {
        if (fields.Find(key)?.Value is not YamlText text)
        {
            return;
        }

        foreach (Match match in FixPatch.Placeholder().Matches(text.Value))
        {
            var name = match.Groups[1].Value;
            if (!FixPatch.Placeholders.Contains(name))
            {
                var line = LineAt(text, match.Index);
                fields.Problems.Error(LintCodes.Placeholder, fields.File, line, 1, $"'{{{name}}}' is no placeholder.{Nearest.Hint(name, FixPatch.Placeholders)} Placeholders: {{{string.Join("} {", FixPatch.Placeholders)}}}.");
            }
        }
    }
}
