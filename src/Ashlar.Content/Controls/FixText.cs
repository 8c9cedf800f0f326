using System.Text.RegularExpressions;
using Ashlar.Model;

namespace Ashlar.Content;

internal static class FixText
{

    public static Fix? Read(YamlFields control)
    {
        var fields = YamlFields.Of(control.Value("fix", required: true), "'fix'", control.File, control.Problems, "summary", "breaks", "az", "bicep", "terraform", "choices", "replace");
        if (fields?.Text("summary", required: true) is not { } summary)
        {
            return null;
        }

        foreach (var key in (string[])["summary", "breaks", "az", "bicep", "terraform"])
        {
            CheckPlaceholders(fields, key);
        }

        return new Fix(
            summary,
            fields.Text("breaks", required: false),
            fields.Text("az", required: false),
            fields.Text("bicep", required: false),
            fields.Text("terraform", required: false))
        {
            Choices = Choices(fields),
            Replace = fields.Flag("replace", whenAbsent: false),
        };
    }

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
                var line = text.Line + (text.Block ? 1 : 0) + text.Value.AsSpan(0, match.Index).Count('\n');
                fields.Problems.Error(LintCodes.Placeholder, fields.File, line, 1, $"'{{{name}}}' is no placeholder.{Nearest.Hint(name, FixPatch.Placeholders)} Placeholders: {{{string.Join("} {", FixPatch.Placeholders)}}}.");
            }
        }
    }
}
