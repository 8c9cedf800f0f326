using Ashlar.Model;

namespace Ashlar.Content.Tests;

public sealed class SeverityTableTests
{
    private const string Text = """
        steps:
          - { exposure: internet, blastRadius: tenant, by: 2, because: Reachable from the internet and reaches the tenant. }
          - { exposure: internet, by: 1, because: Reachable from the internet. }
          - { exposure: nowhere, by: -1, because: Nobody can reach it. }
        """;

    [Fact]
    public void The_first_row_that_fits_moves_the_severity_and_says_why()
    {
        var table = SampleContent.Load(("severity.yaml", Text)).Severities;
        Assert.Equal(Severity.Critical, table.InContext(Severity.Medium, "internet", "tenant").Severity);
        Assert.Equal(["Reachable from the internet."], table.InContext(Severity.Medium, "internet", "group").Reasons);
        Assert.Equal(Severity.Low, table.InContext(Severity.Medium, "nowhere", null).Severity);
    }

    [Fact]
    public void What_did_not_move_has_no_reason()
    {
        var table = SampleContent.Load(("severity.yaml", Text)).Severities;
        Assert.Empty(table.InContext(Severity.Critical, "internet", null).Reasons);
        Assert.Equal((Severity.High, 0), (table.InContext(Severity.High, null, null).Severity, table.InContext(Severity.High, null, null).Reasons.Count));
    }

    [Theory]
    [InlineData("steps: [ { by: 1, because: x } ]", LintCodes.MissingKey)]
    [InlineData("steps: [ { exposure: internet, by: 9, because: x } ]", LintCodes.WrongValue)]
    [InlineData("steps: [ { exposure: internet, by: 1 } ]", LintCodes.MissingKey)]
    public void A_step_that_makes_no_sense_is_said(string text, string code) =>
        Assert.Equal("severity.yaml", SampleContent.Load(("severity.yaml", text)).The(code).File);
}
