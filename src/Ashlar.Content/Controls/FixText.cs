using System.Text.RegularExpressions;
using Ashlar.Model;

namespace Ashlar.Content;

internal static partial class FixText
{
    private static readonly string[] Placeholders = ["id", "name", "resourceGroup", "subscriptionId"];

    public static Fix? Read(YamlFields control)
    {
        var fields = YamlFields.Of(control.Value("fix", required: true), "'fix'", control.File, control.Problems, "summary", "breaks", "az", "bicep", "terraform");
        if (fields?.Text("summary", required: true) is not { } summary)
        {
            return null;
        }

        foreach (var key in (string[])["summary", "breaks", "az", "bicep", "terraform"])
        {
            CheckPlaceholders(fields, key);
        }

        return new Fix(summary, fields.Text("breaks", required: false), fields.Text("az", required: false), fields.Text("bicep", required: false), fields.Text("terraform", required: false));
    }

    private static void CheckPlaceholders(YamlFields fields, string key)
    {
        if (fields.Find(key)?.Value is not YamlText text)
        {
            return;
        }

        foreach (Match match in Placeholder().Matches(text.Value))
        {
            var name = match.Groups[1].Value;
            if (!Placeholders.Contains(name))
            {
                var line = text.Line + (text.Block ? 1 : 0) + text.Value.AsSpan(0, match.Index).Count('\n');
                fields.Problems.Error(LintCodes.Placeholder, fields.File, line, 1, $"'{{{name}}}' is no placeholder.{Nearest.Hint(name, Placeholders)} Placeholders: {{{string.Join("} {", Placeholders)}}}.");
            }
        }
    }

    // ${name} is interpolation of Bicep, Terraform and shells, not ours.
    [GeneratedRegex(@"(?<!\$)\{([A-Za-z][A-Za-z0-9]*)\}")]
    private static partial Regex Placeholder();
}
