using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Rules.Tests;

public sealed class VerdictTests
{
    [Theory]
    [InlineData("pass", Verdict.Pass)]
    [InlineData("fail", Verdict.Fail)]
    [InlineData("unknown", Verdict.Unknown)]
    [InlineData("notApplicable", Verdict.NotApplicable)]
    public void What_the_query_says_stands_when_everything_was_seen(string said, Verdict verdict)
    {
        var finding = new Judged { Rows = [(Judged.Id("a"), null, said)] }.The();
        Assert.Equal(verdict, finding.Verdict);
        Assert.Empty(finding.Reasons);
        Assert.Equal("""{"a":1}""", finding.Evidence);
        Assert.Equal((Severity.High, Severity.High), (finding.Severity, finding.SeverityBase));
        Assert.Equal(Fingerprints.Of("search-keys-off", Judged.Id("a"), null), finding.Fingerprint);
    }

    [Fact]
    public void A_subject_without_a_row_is_unknown_and_says_so()
    {
        var finding = new Judged { Rows = [] }.The();
        Assert.Equal(Verdict.Unknown, finding.Verdict);
        Assert.Contains("no row", Assert.Single(finding.Reasons));
    }

    [Fact]
    public void Ids_join_whatever_their_case_and_are_shown_as_the_scope_gives_them()
    {
        var finding = new Judged { Scope = [Judged.Id("A")], Rows = [(Judged.Id("a").ToUpperInvariant() + "/", null, "fail")] }.The();
        Assert.Equal((Verdict.Fail, Judged.Id("A")), (finding.Verdict, finding.ResourceId));
    }

    [Fact]
    public void A_row_outside_the_scope_is_a_rule_error_and_the_rest_stands()
    {
        var result = new Judged { Rows = [(Judged.Id("a"), null, "pass"), (Judged.Id("z"), null, "fail")] }.Run();
        Assert.Equal(Verdict.Pass, Assert.Single(result.Findings).Verdict);
        var error = Assert.Single(result.Errors);
        Assert.Equal((RunCodes.OutsideScope, DiagnosticLevel.Error), (error.Code, error.Level));
        Assert.Contains(Judged.Id("z"), error.Message);
    }

    [Fact]
    public void Two_rows_for_one_subject_are_a_rule_error_and_the_subject_is_unknown()
    {
        var result = new Judged { Scope = [Judged.Id("a"), Judged.Id("b")], Rows = [(Judged.Id("a"), null, "pass"), (Judged.Id("b"), null, "pass"), (Judged.Id("A"), null, "pass")] }.Run();
        Assert.Equal([Verdict.Unknown, Verdict.Pass], result.Findings.Select(finding => finding.Verdict));
        Assert.Equal(RunCodes.TwoVerdicts, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public void Parts_of_a_subject_are_findings_of_their_own_in_order()
    {
        var result = new Judged { Rows = [(Judged.Id("a"), "b", "fail"), (Judged.Id("a"), "a", "pass"), (Judged.Id("a"), "c", "pass"), (Judged.Id("a"), "c", "fail")] }.Run();
        Assert.Equal([("a", Verdict.Pass), ("b", Verdict.Fail), ("c", Verdict.Unknown)], result.Findings.Select(finding => (finding.SubKey!, finding.Verdict)));
        Assert.Equal(3, result.Findings.Select(finding => finding.Fingerprint).Distinct().Count());
        Assert.Contains("(c)", Assert.Single(result.Errors).Message);
    }

    [Theory]
    [InlineData("Pass")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("manual")]
    public void A_verdict_that_is_none_is_a_rule_error_and_unknown(string? said)
    {
        var result = new Judged { Rows = [(Judged.Id("a"), null, said)] }.Run();
        Assert.Equal(Verdict.Unknown, Assert.Single(result.Findings).Verdict);
        Assert.Equal(RunCodes.NoVerdict, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public void Thousands_of_rule_errors_are_one_sentence()
    {
        var result = new Judged { Rows = [.. Enumerable.Range(0, 5000).Select(i => (Judged.Id("z" + i), (string?)null, (string?)"pass"))] }.Run();
        var message = Assert.Single(result.Errors).Message;
        Assert.Contains("and 4997 more", message);
    }

    [Theory]
    [InlineData(null, "{}")]
    [InlineData("[1]", """{"value":[1]}""")]
    [InlineData("\"x\"", """{"value":"x"}""")]
    public void Evidence_is_always_an_object(string? said, string evidence) => Assert.Equal(evidence, new Judged { Evidence = said }.The().Evidence);

    [Fact]
    public void A_setting_nobody_decided_makes_all_unknown_and_names_its_key()
    {
        var needs = new Judged { Needs = ["approvedRegions"] };
        Assert.Equal(Verdict.Unknown, needs.The().Verdict);
        Assert.Contains("'approvedRegions'", Assert.Single(needs.The().Reasons));
        var decided = needs with { Settings = new Settings([KeyValuePair.Create("approvedRegions", (IReadOnlyList<string>)["westeurope"])]) };
        Assert.Equal(Verdict.Pass, decided.The().Verdict);
    }

    [Fact]
    public void A_manual_control_gives_each_subject_its_attestation()
    {
        var finding = new Judged { Attestation = "The owner has reviewed the red-team report." }.The();
        Assert.Equal(Verdict.Manual, finding.Verdict);
        Assert.Equal(["The owner has reviewed the red-team report."], finding.Reasons);
    }

    [Fact]
    public void A_query_that_could_not_finish_leaves_all_unknown_and_says_why()
    {
        var failure = new Diagnostic(RunCodes.QueryFailed, DiagnosticLevel.Error, "The query could not finish.");
        var scope = new KqlResult([new("ResourceId", KqlType.String)], [[Judged.Id("a")], [Judged.Id("b")]], Truncated: false);
        var result = new Judged().Run(new Answer(scope, null, new HashSet<string>(), new HashSet<string>(), failure));
        Assert.Equal([Verdict.Unknown, Verdict.Unknown], result.Findings.Select(finding => finding.Verdict));
        Assert.Equal([failure], result.Errors);
    }

    [Fact]
    public void A_scope_that_could_not_be_asked_has_no_population_and_says_why()
    {
        var failure = new Diagnostic(RunCodes.ScopeFailed, DiagnosticLevel.Error, "'scope' could not finish.");
        var result = new Judged().Run(new Answer(null, null, new HashSet<string>(), new HashSet<string>(), failure));
        Assert.Empty(result.Findings);
        Assert.Equal([failure], result.Errors);
    }

    [Fact]
    public void Findings_are_ordered_by_key_whatever_the_order_of_rows()
    {
        var names = new[] { "c", "A", "b", "B" };
        var result = new Judged { Scope = [.. names.Select(name => Judged.Id(name))], Rows = [] }.Run();
        Assert.Equal([Judged.Id("A"), Judged.Id("B"), Judged.Id("c")], result.Findings.Select(finding => finding.ResourceId));
    }
}
