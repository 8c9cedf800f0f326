using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Ashlar.Model;

namespace Ashlar.Reports.Tests;

public class JUnitTests
{
    /// <summary>What the strictest reader (xUnit plug-in of Jenkins, junit-10.xsd) allows of the elements that Ashlar writes.</summary>
    private const string Schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:complexType name="outcome" mixed="true"><xs:attribute name="type"/><xs:attribute name="message"/></xs:complexType>
          <xs:element name="testsuites"><xs:complexType>
            <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
            <xs:attribute name="name"/><xs:attribute name="tests"/><xs:attribute name="failures"/><xs:attribute name="errors"/>
          </xs:complexType></xs:element>
          <xs:element name="testsuite"><xs:complexType>
            <xs:choice minOccurs="0" maxOccurs="unbounded">
              <xs:element name="properties"><xs:complexType><xs:sequence>
                <xs:element name="property" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:attribute name="name" use="required"/><xs:attribute name="value" use="required"/></xs:complexType></xs:element>
              </xs:sequence></xs:complexType></xs:element>
              <xs:element name="testcase"><xs:complexType>
                <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="skipped" type="outcome"/><xs:element name="error" type="outcome"/><xs:element name="failure" type="outcome"/></xs:choice>
                <xs:attribute name="name" use="required"/><xs:attribute name="classname"/><xs:attribute name="time"/><xs:attribute name="group"/>
              </xs:complexType></xs:element>
            </xs:choice>
            <xs:attribute name="name" use="required"/>
            <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/><xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
            <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/><xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
          </xs:complexType></xs:element>
        </xs:schema>
        """;

    [Fact]
    public void A_usual_report_fits_the_schema() => Fits(Read(Sample.Results));

    [Fact]
    public void A_compared_report_fits_the_schema()
    {
        var (results, footer) = Compared.Run();
        Fits(Read(results, footer));
    }

    [Fact]
    public void A_hostile_report_is_whole_and_fits_the_schema()
    {
        var halves = Hostile.Results[0] with { Findings = [Hostile.Results[0].Findings[0] with { SubKey = "\ud800 \udc00 \uffff \0 \ud83d\ude00 ]]>" }] };
        Fits(Read([.. Hostile.Results, halves], Hostile.Footer, Hostile.Header));
    }

    [Fact]
    public void Every_case_tells_its_verdict()
    {
        var cases = Read(Sample.Results).Descendants("testcase").Select(c => (c.Attribute("classname")!.Value.Split('.')[1], c.Elements().SingleOrDefault()?.Name.LocalName)).ToList();
        Assert.Equal(
            [
                ("account-keys-off", null),
                ("account-keys-off", "failure"),
                ("data-can-be-restored", "failure"),
                ("no-open-rule", "failure"),
                ("no-open-rule", null),
                ("no-open-rule", "skipped"),
                ("model-reviewed", "skipped"),
                ("search-broken", "error"),
            ],
            cases);
    }

    [Fact]
    public void What_does_not_count_is_skipped_and_says_why()
    {
        var (results, footer) = Compared.Run();
        var skipped = Read(results, footer).Descendants("skipped").Select(s => (s.Attribute("type")!.Value, s.Attribute("message")!.Value)).ToList();
        Assert.Contains(("suppressed", "suppressed until 2027-01-31 by ann.lee@contoso.example: Old account goes in Q1"), skipped);
        Assert.Contains(("known", "fails, and failed in the baseline"), skipped);
        Assert.Contains(("unknown", "unknown: The properties of kv-chat were not reported."), skipped);
        Assert.Single(Read(results, footer).Descendants("failure"));
    }

    [Fact]
    public void No_two_cases_have_one_name() =>
        Assert.Distinct(Read(Sample.Results).Descendants("testcase").Select(c => (c.Attribute("classname")!.Value, c.Attribute("name")!.Value)));

    [Fact]
    public void A_failure_names_its_place_first()
    {
        var finding = Sample.Finding(Controls.Rules, Sample.Docs, Verdict.Fail, "{}") with { Origin = new Origin(Sample.Docs, "infra/main.bicep", 7, 3) };
        Assert.StartsWith("infra/main.bicep:7\n", Read([new ControlResult(Controls.Rules, [finding], [])]).Descendants("failure").Single().Value);
    }

    private static XDocument Read(IReadOnlyList<ControlResult> results, ReportFooter? footer = null, ReportHeader? header = null) =>
        XDocument.Parse(Encoding.UTF8.GetString(Sample.Run(f => new JUnitWriter(f), header, results, footer)));

    private static void Fits(XDocument document)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add("", XmlReader.Create(new StringReader(Schema)));
        document.Validate(schemas, (_, e) => Assert.Fail(e.Message));
        Assert.All(document.Descendants("testsuite"), suite =>
        {
            Assert.Equal((int)suite.Attribute("tests")!, suite.Elements("testcase").Count());
            Assert.Equal((int)suite.Attribute("failures")!, suite.Descendants("failure").Count());
            Assert.Equal((int)suite.Attribute("errors")!, suite.Descendants("error").Count());
            Assert.Equal((int)suite.Attribute("skipped")!, suite.Descendants("skipped").Count());
        });
    }
}
