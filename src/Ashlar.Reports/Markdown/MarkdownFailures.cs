using System.Text;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Failures that count, by control: at length while there is room, then in a line, then counted.</summary>
internal static class MarkdownFailures
{
    /// <param name="controls">In the order of their urgency.</param>
    /// <param name="room">Bytes.</param>
    public static string Write(IReadOnlyList<MarkdownControl> controls, int room)
    {
        var failing = controls.Where(c => c.Tally.Counted > 0).ToList();
        var text = new StringBuilder();
        var left = room - 200;
        var done = 0;
        foreach (var control in failing)
        {
            // What comes after gets a line each, when that can be.
            var later = Math.Min(left / 2, (failing.Count - done - 1) * 160);
            var block = Full(control);
            if (Encoding.UTF8.GetByteCount(block) > left - later)
                block = Short(control);
            var bytes = Encoding.UTF8.GetByteCount(block);
            if (bytes > left)
                break;
            left -= bytes;
            done++;
            text.Append(block);
        }

        if (done < failing.Count)
            text.Append($"\n**Left out for want of room:** {Count.Of(failing.Skip(done).Sum(c => (long)c.Tally.Counted), "failure")} of {Count.Of(failing.Count - done, "more control")}. All are in findings.json and in the report.\n\n");
        return text.ToString();
    }

    private static string Heading(MarkdownControl control) =>
        $"{control.Tally.Worst!.Value.Name()}: {MarkdownText.Prose(control.Control.Title)} ({Count.Of(control.Tally.Counted)} of {Count.Of(control.Tally.Asked)})";

    private static string Short(MarkdownControl control) =>
        $"- **{Heading(control)}** {Place(control.Failures[0])}{(control.Tally.Counted > 1 ? $" and {Count.Of(control.Tally.Counted - 1)} more" : "")}\n";

    private static string Full(MarkdownControl control)
    {
        var text = new StringBuilder();
        text.Append("### ").Append(Heading(control)).Append("\n\n").Append(MarkdownText.Prose(control.Control.Why)).Append("\n\n");
        foreach (var finding in control.Failures)
        {
            text.Append("- ").Append(Place(finding));
            foreach (var reason in finding.SeverityReasons)
                text.Append("; ").Append(MarkdownText.Code(reason));
            text.Append('\n');
        }

        if (control.Tally.Counted > control.Failures.Count)
            text.Append("- and ").Append(Count.Of(control.Tally.Counted - control.Failures.Count)).Append(" more\n");
        Fix(text, control);
        return text.ToString();
    }

    private static void Fix(StringBuilder text, MarkdownControl control)
    {
        var fix = control.Control.Fix;
        var finding = control.Failures[0];
        text.Append("\n<details><summary>How to fix it</summary>\n\n").Append(MarkdownText.Prose(fix.Summary)).Append("\n\n");
        if (fix.Breaks is not null)
            text.Append("May break: ").Append(MarkdownText.Prose(fix.Breaks)).Append("\n\n");
        // A Terraform address has a dot between type and name, a symbolic name of Bicep cannot.
        var terraform = finding.Origin?.Address?.Contains('.', StringComparison.Ordinal) == true && fix.Terraform is not null;
        Patch(text, "hcl", terraform ? fix.Terraform : null, finding, fix.Choices);
        Patch(text, "bicep", terraform ? null : fix.Bicep, finding, fix.Choices);
        Patch(text, "sh", terraform || finding.Origin is not null ? null : fix.Az, finding, fix.Choices);
        text.Append("</details>\n\n");
    }

    private static void Patch(StringBuilder text, string language, string? patch, Finding finding, IReadOnlyDictionary<string, string> choices)
    {
        if (patch is null)
            return;
        var filled = FixPatch.FillSafely(patch, az: language == "sh", finding.ResourceId, location: null, finding.SubKey) ?? patch;
        text.Append(MarkdownText.Block(language, filled)).Append('\n');
        var open = FixPatch.ChoicesIn(filled).Where(choices.ContainsKey).ToList();
        foreach (var choice in open)
            text.Append("- yours to choose: ").Append(MarkdownText.Code(choice)).Append(", such as ").Append(MarkdownText.Code(choices[choice])).Append('\n');
        text.Append(open.Count == 0 ? "" : "\n");
    }

    public static string Place(Finding finding) =>
        (finding.Origin is { } origin ? MarkdownText.Code(OriginWords.Words(origin)) + " " : "") + MarkdownText.Code(OriginWords.Name(finding));
}
