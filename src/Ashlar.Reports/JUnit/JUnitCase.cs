using System.Xml;
using Ashlar.Model;

namespace Ashlar.Reports;

internal static class JUnitCase
{
    /// <summary>Readers take what stands before the last dot for a package.</summary>
    public static string ClassName(Control control) => control.Area + "." + control.Id;

    public static void Write(XmlWriter xml, Finding finding, Control control)
    {
        if (finding.Verdict == Verdict.NotApplicable)
            return;
        xml.WriteStartElement("testcase");
        // The whole id: readers tell cases apart by class and name, and names recur in other groups. No line number, which moves.
        xml.WriteAttributeString("name", XmlText.Line(finding.SubKey is null ? finding.ResourceId : finding.ResourceId + "#" + finding.SubKey));
        xml.WriteAttributeString("classname", XmlText.Line(ClassName(control)));
        if (finding.Counts)
            Failure(xml, finding, control);
        else if (finding.Verdict != Verdict.Pass)
            Skipped(xml, finding);
        xml.WriteEndElement();
    }

    // GitLab shows the content and not the message, Azure DevOps both.
    private static void Failure(XmlWriter xml, Finding finding, Control control)
    {
        xml.WriteStartElement("failure");
        xml.WriteAttributeString("message", XmlText.Line($"{finding.Severity.Name()}: {control.Title}"));
        xml.WriteAttributeString("type", finding.Severity.Name());
        var lines = new List<string>();
        if (finding.Origin is { } origin)
            lines.Add(OriginWords.Words(origin));
        lines.Add($"{OriginWords.Name(finding)} fails: {control.Title} ({finding.Severity.Name()})");
        lines.Add("Why: " + control.Why.Trim());
        lines.Add("Fix: " + control.Fix.Summary.Trim());
        if (control.Fix.Breaks is { } breaks)
            lines.Add("May break: " + breaks.Trim());
        lines.AddRange(finding.SeverityReasons.Concat(finding.Reasons));
        lines.Add("Read: " + finding.Evidence);
        xml.WriteString(XmlText.Lines(lines));
        xml.WriteEndElement();
    }

    private static void Skipped(XmlWriter xml, Finding finding)
    {
        var (kind, message) = finding switch
        {
            { Suppressed: { } suppression } => ("suppressed", $"suppressed until {Times.Day(suppression.Until)} by {suppression.Owner}: {suppression.Reason}"),
            { Verdict: Verdict.Fail } => ("known", "fails, and failed in the baseline"),
            { Verdict: Verdict.Manual } => ("manual", "needs a person's answer"),
            { Reasons.Count: 0 } => ("unknown", "unknown: what was read does not decide it"),
            _ => ("unknown", "unknown: " + string.Join(" ", finding.Reasons)),
        };
        xml.WriteStartElement("skipped");
        xml.WriteAttributeString("message", XmlText.Line(message));
        xml.WriteAttributeString("type", kind);
        xml.WriteEndElement();
    }
}
