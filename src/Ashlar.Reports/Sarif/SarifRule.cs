using System.Text;
using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

internal static class SarifRule
{
    public static void Write(Utf8JsonWriter json, ControlTally tally)
    {
        var control = tally.Control;
        json.WriteStartObject();
        json.WriteString("id", control.Id);
        json.WriteStartObject("shortDescription");
        json.WriteString("text", control.Title);
        json.WriteEndObject();
        json.WriteStartObject("fullDescription");
        json.WriteString("text", control.Why);
        json.WriteEndObject();
        json.WriteStartObject("help");
        json.WriteString("text", Help(control, markdown: false));
        json.WriteString("markdown", Help(control, markdown: true));
        json.WriteEndObject();
        if (control.References.FirstOrDefault(r => Uri.IsWellFormedUriString(r, UriKind.Absolute)) is { } reference)
            json.WriteString("helpUri", reference);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", SarifLevel.Of(control.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("security-severity", SarifLevel.Score(control.Severity));
        ReportJson.Array(json, "tags", Tags(control));
        json.WriteStartObject("verdicts");
        json.WriteNumber("pass", tally.Pass);
        json.WriteNumber("fail", tally.Fail);
        json.WriteNumber("unknown", tally.Unknown);
        json.WriteNumber("notApplicable", tally.NotApplicable);
        json.WriteNumber("manual", tally.Manual);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // SARIF wants the tags of a property bag unique.
    private static List<string> Tags(Control control) =>
    [
        .. control.Frameworks
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .SelectMany(f => f.Value.Select(id => f.Key + "/" + id))
            .Prepend(control.Discipline.Name())
            .Prepend("security")
            .Distinct(StringComparer.Ordinal),
    ];

    private static string Help(Control control, bool markdown)
    {
        var help = new StringBuilder();
        help.Append(control.Why.Trim()).Append("\n\nHow to fix it: ").Append(control.Fix.Summary.Trim());
        if (control.Fix.Breaks is { } breaks)
            help.Append("\n\nWhat may break: ").Append(breaks.Trim());
        Patch(help, "az CLI", "sh", control.Fix.Az, markdown);
        Patch(help, "Bicep", "bicep", control.Fix.Bicep, markdown);
        Patch(help, "Terraform", "hcl", control.Fix.Terraform, markdown);
        if (control.Limits is { } limits)
            help.Append("\n\nWhat this check cannot see: ").Append(limits.Trim());
        foreach (var reference in control.References)
            help.Append(markdown ? "\n\n<" + reference + ">" : "\n" + reference);
        return help.Append('\n').ToString();
    }

    private static void Patch(StringBuilder help, string title, string language, string? patch, bool markdown)
    {
        if (patch is null)
            return;
        help.Append("\n\n").Append(title).Append(":\n");
        help.Append(markdown ? $"```{language}\n{patch.Trim()}\n```" : patch.Trim());
    }
}
