using System.Globalization;
using System.Text;
using System.Xml;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>
/// Test results as Jenkins, Azure DevOps and GitLab read them: a suite for each control, a case for each subject it was asked of. Streamed.
/// </summary>
/// <remarks>
/// Failed is a failure that counts. What is unknown, needs a person, is suppressed or known from the baseline is skipped, with the reason:
/// it did not pass, and it does not stop the build. Shape: junit-10.xsd of Jenkins' xUnit plug-in, the strictest of the readers.
/// </remarks>
public sealed class JUnitWriter : IReportWriter
{
    private readonly ReportFile _file;
    private readonly XmlWriter _xml;

    public JUnitWriter(ReportFile file)
    {
        _file = file;
        _xml = XmlWriter.Create(file.Stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false });
    }

    public void Begin(ReportHeader header)
    {
        _xml.WriteStartDocument();
        _xml.WriteStartElement("testsuites");
        Attribute("name", "Ashlar: " + header.Title);
    }

    public void Write(ControlResult result)
    {
        var tally = ControlTally.Of(result);
        var broken = result.Errors.Any(e => e.Level == DiagnosticLevel.Error);
        _xml.WriteStartElement("testsuite");
        Attribute("name", result.Control.Id);
        Number("tests", tally.Asked + (broken ? 1 : 0));
        Number("failures", tally.Counted);
        Number("errors", broken ? 1 : 0);
        Number("skipped", tally.Asked - tally.Pass - tally.Counted);
        Properties(result.Control, tally);
        if (broken)
            Broken(result);
        foreach (var finding in result.Findings)
            JUnitCase.Write(_xml, finding, result.Control);
        _xml.WriteEndElement();
        _xml.Flush();
    }

    public void End(ReportFooter footer)
    {
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
        _xml.Dispose();
        _file.Commit();
    }

    public void Dispose()
    {
        _xml.Dispose();
        _file.Dispose();
    }

    private void Properties(Control control, ControlTally tally)
    {
        _xml.WriteStartElement("properties");
        Property("title", control.Title);
        Property("severity", control.Severity.Name());
        Property("notApplicable", tally.NotApplicable.ToString(CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    private void Broken(ControlResult result)
    {
        _xml.WriteStartElement("testcase");
        Attribute("name", "the control runs");
        Attribute("classname", JUnitCase.ClassName(result.Control));
        _xml.WriteStartElement("error");
        Attribute("message", "The control could not run: nothing of it was assessed.");
        Attribute("type", "error");
        _xml.WriteString(XmlText.Lines(result.Errors.Select(e => $"{e.Code}: {e.Message}")));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Property(string name, string value)
    {
        _xml.WriteStartElement("property");
        Attribute("name", name);
        Attribute("value", value);
        _xml.WriteEndElement();
    }

    private void Attribute(string name, string value) => _xml.WriteAttributeString(name, XmlText.Line(value));

    private void Number(string name, int value) => Attribute(name, value.ToString(CultureInfo.InvariantCulture));
}
