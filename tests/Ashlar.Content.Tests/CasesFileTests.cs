using Ashlar.Model;

namespace Ashlar.Content.Tests;

public sealed class CasesFileTests
{
    [Theory]
    [InlineData("resources:", "resorces:", "Did you mean 'resources'?")]
    [InlineData("off, properties:", "off, propertis:", "Did you mean 'properties'?")]
    [InlineData("{ id: /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/off, ", "{ name: off, ", "no id")]
    [InlineData("  expect:", "  incomplete: [ armresorces/x ]\n  expect:", "'armresorces/x' is no table")]
    public void Tables_and_columns_of_a_case_must_exist(string old, string with, string says) =>
        Assert.Contains(says, SampleContent.LoadWith("cases.yaml", old, with).The(LintCodes.CaseTable).Message);

    [Theory]
    [InlineData("/off: pass", "/off: passed", "Expected is one of")]
    [InlineData("  expect:", "  gaps: [ { dataSet: resources, scope: /, reason: denied } ]\n  expect:", "no reason of a gap")]
    [InlineData("  expect:", "  asOf: soon\n  expect:", "'asOf' is a date")]
    [InlineData("  expect:", "  notMended: { /a: [] }\n  expect:", "why the Bicep patch does not mend it")]
    [InlineData("- name: off and on", "- name: off and on\n  tables: {}\n  expect: {}\n- name: off and on", "Two cases")]
    public void Values_of_a_case_must_make_sense(string old, string with, string says) =>
        Assert.Contains(says, SampleContent.LoadWith("cases.yaml", old, with).The(LintCodes.WrongValue).Message);

    [Theory]
    [InlineData("/off: pass", "/off: unknown", "pass")]
    [InlineData("/on: fail", "/on: unknown", "fail")]
    public void Both_verdicts_must_be_expected_somewhere(string old, string with, string verdict) =>
        Assert.Contains($"expects {verdict}", SampleContent.LoadWith("cases.yaml", old, with).The(LintCodes.CasesIncomplete).Message);

    [Fact]
    public void A_case_holds_gaps_settings_a_clock_and_verdicts_by_sub_key()
    {
        var extra = """

            - name: everything
              tables: { armresources: [] }
              asOf: 2026-03-01
              settings: { approvedRegions: [ West Europe ] }
              gaps: [ { dataSet: armresources/microsoft.insights/diagnosticsettings, scope: /subscriptions/s, reason: forbidden, permission: Reader, detail: 403, path: properties.x } ]
              incomplete: [ armresources/microsoft.insights/diagnosticsettings ]
              expect: { /a: { port-80: fail, port-443: pass } }
              notMended: { /A: Only its owner can close it. }
              choices: { '<port>': '443' }
            """;
        var library = SampleContent.Load(("cases.yaml", SampleContent.Cases + extra));
        Assert.Empty(library.Diagnostics);
        var one = library.Controls[0].Cases[1];
        Assert.Equal(new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), one.AsOf);
        Assert.Equal(["westeurope"], one.Settings.Values["approvedRegions"]);
        Assert.Equal(new Gap("armresources/microsoft.insights/diagnosticsettings", "/subscriptions/s", GapReason.Forbidden, "Reader", "403", "properties.x"), Assert.Single(one.Gaps));
        Assert.Equal([("port-80", Verdict.Fail), ("port-443", Verdict.Pass)], one.Expect.Select(e => (e.SubKey!, e.Verdict)));
        Assert.Equal("Only its owner can close it.", one.NotMended["/a"]);
        Assert.Equal("443", one.Choices["<port>"]);
    }

    [Fact]
    public void Values_are_typed_as_yaml_1_2_says_so_that_no_and_dates_stay_text()
    {
        var row = "{ id: /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/off, properties: { a: no, b: 2026-01-01, c: 1.5, d: 007, e: 'true', f: ~, g: True, h: [ x, 1 ], i: 1e3 } }";
        var library = SampleContent.LoadWith("cases.yaml", "{ id: /subscriptions/s/resourceGroups/g/providers/Microsoft.Search/searchServices/off, properties: { disableLocalAuth: true } }", row);
        Assert.Equal("""{"a":"no","b":"2026-01-01","c":1.5,"d":7,"e":"true","f":null,"g":true,"h":["x",1],"i":1000}""", library.Controls[0].Cases[0].Rows[0].Values["properties"]!.ToJsonString());
    }
}
