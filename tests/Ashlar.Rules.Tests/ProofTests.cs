using Ashlar.Content;

namespace Ashlar.Rules.Tests;

/// <summary>The linter's proofs: each defect that a control can have, and that a good control has none.</summary>
public sealed class ProofTests
{
    private const string Endpoints = "| join kind=leftouter (resources | where type =~ 'microsoft.network/privateendpoints' | project Target = tolower(tostring(properties.target)), Approved = tostring(properties.status)) on $left.Key == $right.Target\n";

    private static readonly string EndpointCases = $$"""
        - name: approved, and none
          tables:
            resources:
              - { id: {{SampleControl.Off}}, properties: { } }
              - { id: {{SampleControl.On}}, properties: { } }
              - { id: {{SampleControl.Pre}}Microsoft.Network/privateEndpoints/p, properties: { target: {{SampleControl.Off}}, status: Approved } }
          expect: { {{SampleControl.Off}}: pass, {{SampleControl.On}}: fail }
        - name: not yet approved
          tables:
            resources:
              - { id: {{SampleControl.Off}}, properties: { disableLocalAuth: true } }
              - { id: {{SampleControl.Pre}}Microsoft.Network/privateEndpoints/p, properties: { target: {{SampleControl.Off}}, status: Pending } }
          expect: { {{SampleControl.Off}}: fail }
        """;

    [Fact]
    public void An_honest_control_is_proven()
    {
        var proof = SampleControl.Load().Prove();
        Assert.Empty(proof.Diagnostics);
        Assert.Equal((2, 2), (proof.Cases, proof.Held));
    }

    [Fact]
    public void A_case_that_comes_out_otherwise_is_said_with_evidence_at_its_line()
    {
        var proof = SampleControl.Load(cases: SampleControl.Cases.Replace($"{SampleControl.On}: fail }}", $"{SampleControl.On}: pass }}").Replace("{ id: " + SampleControl.On + ", properties: { } } ] }\n  expect: { " + SampleControl.On + ": unknown", "{ id: " + SampleControl.On + ", properties: { disableLocalAuth: false } } ] }\n  expect: { " + SampleControl.On + ": fail")).Prove(ProofDepth.Cases);
        var problem = proof.The(LintCodes.CaseVerdict);
        Assert.Equal(6, problem.Line);
        Assert.Contains("expects pass", problem.Message);
        Assert.Contains("says fail", problem.Message);
        Assert.Contains("\"properties.disableLocalAuth\":false", problem.Message);
        Assert.Equal(1, proof.Held);
    }

    [Fact]
    public void A_case_expects_of_every_subject_and_of_nobody_else()
    {
        var forgot = SampleControl.Load(cases: SampleControl.Cases.Replace($", {SampleControl.On}: fail", "") + $"\n- name: more\n  tables: {{ resources: [ {{ id: {SampleControl.On}, properties: {{ disableLocalAuth: false }} }} ] }}\n  expect: {{ {SampleControl.On}: fail }}").Prove(ProofDepth.Cases);
        Assert.Contains("does not say what it expects", forgot.The(LintCodes.CaseVerdict).Message);
        var stranger = SampleControl.Load(cases: SampleControl.Cases.Replace($"{SampleControl.Off}: pass,", $"{SampleControl.Off}: pass, /nobody: pass,")).Prove(ProofDepth.Cases);
        Assert.Contains("not in scope", stranger.The(LintCodes.CaseVerdict).Message);
    }

    [Fact]
    public void A_rule_error_in_a_case_is_said()
    {
        var proof = SampleControl.Load(verdict: "case(isnull(properties.disableLocalAuth), 'perhaps', tobool(properties.disableLocalAuth) == true, 'pass', 'fail')").Prove(ProofDepth.Cases);
        Assert.Contains(RunCodes.NoVerdict, proof.The(LintCodes.CaseRuleError).Message);
    }

    [Fact]
    public void A_pass_from_a_missing_value_is_a_silent_pass()
    {
        var proof = SampleControl.Load(
            verdict: "iff(tobool(properties.disableLocalAuth) == false, 'fail', 'pass')",
            cases: SampleControl.Cases.Replace(": unknown", ": pass")).Prove();
        Assert.All(proof.Diagnostics, problem => Assert.Equal(LintCodes.SilentPass, problem.Code));
        Assert.Contains(proof.Diagnostics, problem => problem.Message.Contains("properties.disableLocalAuth") && problem.Message.Contains("'off and on'"));
        Assert.Contains(proof.Diagnostics, problem => problem.Message.Contains("'not reported'"));
    }

    [Fact]
    public void A_cited_default_lets_a_missing_value_pass()
    {
        var proof = SampleControl.Load(
            verdict: "iff(tobool(properties.disableLocalAuth) == false, 'fail', 'pass')",
            cases: SampleControl.Cases.Replace(": unknown", ": pass"),
            yaml: "defaults: [ { path: properties.disableLocalAuth, value: true, source: https://learn.microsoft.com/azure/search/ } ]").Prove();
        Assert.Empty(proof.Diagnostics);
    }

    [Fact]
    public void A_value_missing_from_a_failing_subject_may_not_make_it_pass()
    {
        // Only both values together fail, so no passing case shows it.
        var cases = SampleControl.Cases.Replace("properties: { disableLocalAuth: true }", "properties: { disableLocalAuth: true, open: false }").Replace("properties: { disableLocalAuth: false }", "properties: { disableLocalAuth: false, open: true }").Replace(": unknown", ": pass");
        var proof = SampleControl.Load(verdict: "iff(tobool(properties.disableLocalAuth) == false and tobool(properties.open) == true, 'fail', 'pass')", cases: cases).Prove();
        Assert.Contains(proof.Diagnostics, problem => problem.Code == LintCodes.SilentPass && problem.Message.Contains("properties.open") && problem.Message.Contains("/on"));
    }

    [Fact]
    public void A_missing_parent_counts_as_much_as_a_missing_value()
    {
        var cases = SampleControl.Cases.Replace("{ disableLocalAuth: true }", "{ acls: { action: Deny } }").Replace("{ disableLocalAuth: false }", "{ acls: { action: Allow } }");
        var proof = SampleControl.Load(verdict: "case(isempty(tostring(properties.acls)), 'pass', isempty(tostring(properties.acls.action)), 'unknown', tostring(properties.acls.action) =~ 'Deny', 'pass', 'fail')", cases: cases.Replace(": unknown", ": pass") + Unproven).Prove();
        Assert.Contains(proof.Diagnostics, problem => problem.Code == LintCodes.SilentPass && problem.Message.Contains("without properties.acls,"));
        Assert.DoesNotContain(proof.Diagnostics, problem => problem.Message.Contains("'off and on': without properties.acls.action,"));
    }

    // The evidence of the sample reads disableLocalAuth.
    private static string Unproven => $"\n- name: both\n  tables: {{ resources: [ {{ id: {SampleControl.On}, properties: {{ disableLocalAuth: true, acls: {{ action: Allow }} }} }} ] }}\n  expect: {{ {SampleControl.On}: fail }}";

    [Fact]
    public void A_value_that_only_the_evidence_shows_needs_no_default() =>
        Assert.DoesNotContain(SampleControl.Load().Prove().Diagnostics, problem => problem.Message.Contains("location"));

    [Fact]
    public void A_path_that_no_case_holds_is_unproven()
    {
        var proof = SampleControl.Load(verdict: "case(isnull(properties.disableLocalAuth), 'unknown', tostring(properties.sku.tier) == 'free', 'fail', tobool(properties.disableLocalAuth) == true, 'pass', 'fail')").Prove();
        Assert.Contains(proof.Diagnostics, problem => problem.Code == LintCodes.UnprovenPath && problem.Message.Contains("properties.sku.tier"));
    }

    [Fact]
    public void A_case_leaves_something_out()
    {
        var proof = SampleControl.Load(cases: SampleControl.Cases[..SampleControl.Cases.IndexOf("- name: not reported", StringComparison.Ordinal)]).Prove();
        Assert.Contains("leaves out", proof.The(LintCodes.CasesIncomplete).Message);
    }

    private static LoadedControl Endpoint(string verdict, string yaml) => SampleControl.Load(
        cases: EndpointCases,
        yaml: yaml,
        query: "resources\n| where type =~ 'microsoft.search/searchservices'\n| extend Key = tolower(id)\n" + Endpoints + $"| summarize Good = countif(Approved =~ 'Approved'), Bad = countif(isnotempty(Approved) and Approved !~ 'Approved') by ResourceId = id\n| project ResourceId, Verdict = {verdict}, Evidence = pack('endpoints', Good)");

    [Fact]
    public void A_pass_that_needs_a_row_does_not_depend_on_absence() =>
        Assert.Empty(Endpoint("iff(Good > 0, 'pass', 'fail')", "passDependsOnAbsence: false\nfailDependsOnAbsence: true").Prove().Diagnostics);

    [Fact]
    public void A_fail_from_absence_must_be_declared()
    {
        var problem = Endpoint("iff(Good > 0, 'pass', 'fail')", "passDependsOnAbsence: false").Prove().The(LintCodes.AbsencePass);
        Assert.Contains("failDependsOnAbsence: true", problem.Message);
    }

    [Fact]
    public void A_pass_from_absence_may_not_deny_it()
    {
        var control = SampleControl.Load(
            cases: EndpointCases.Replace($"{SampleControl.On}: fail", $"{SampleControl.On}: pass"),
            yaml: "passDependsOnAbsence: false",
            query: "resources\n| where type =~ 'microsoft.search/searchservices'\n| extend Key = tolower(id)\n" + Endpoints + "| summarize Bad = countif(isnotempty(Approved) and Approved !~ 'Approved') by ResourceId = id\n| project ResourceId, Verdict = iff(Bad > 0, 'fail', 'pass'), Evidence = pack('bad', Bad)");
        Assert.Contains(control.Prove().Diagnostics, problem => problem.Code == LintCodes.AbsencePass && problem.Message.Contains("'passDependsOnAbsence' is false"));
    }

    [Fact]
    public void A_subject_that_is_not_its_own_row_is_found_out_by_taking_the_body_away()
    {
        // The scope names parents, but the rows it reads are the children: their missing bodies would go unseen.
        const string account = SampleControl.Pre + "Microsoft.Search/searchServices/off";
        var cases = $$"""
            - name: good
              tables: { armresources: [ { id: {{account}}/parts/p, properties: { on: true } } ] }
              expect: { {{account}}: pass }
            - name: bad
              tables: { armresources: [ { id: {{account}}/parts/p, properties: { on: false } } ] }
              expect: { {{account}}: fail }
            - name: empty
              tables: { armresources: [ { id: {{account}}/parts/p, properties: { } } ] }
              expect: { {{account}}: fail }
            """;
        const string query = "armresources\n| where type =~ 'microsoft.search/searchservices/parts'\n| project ResourceId = tostring(split(id, '/parts/')[0]), Verdict = iff(tobool(properties.on) == true, 'pass', 'fail'), Evidence = pack('on', properties.on)";
        var text = ContentText.Of(
            ("controls/search/parts-on/control.yaml", "title: Parts are on\nwhy: x\nseverity: low\ndiscipline: data\nscope: armresources | where type =~ 'microsoft.search/searchservices/parts' | project ResourceId = tostring(split(id, '/parts/')[0])\nfix: { summary: x, byHand: y }\nframeworks: {}\nreferences: [ https://example.org ]"),
            ("controls/search/parts-on/query.kql", query),
            ("controls/search/parts-on/cases.yaml", cases));
        var control = Assert.Single(ContentLibrary.Load([text], Store.Snapshot.EmptyCatalog).Controls);
        Assert.Contains(control.Prove().Diagnostics, problem => problem.Code == LintCodes.BodylessVerdict);
    }

    [Fact]
    public void A_case_with_a_gap_and_an_incomplete_list_is_judged_by_the_engine()
    {
        var cases = SampleControl.Cases + $$"""

            - name: forbidden
              tables: { resources: [ { id: {{SampleControl.Off}}, properties: { disableLocalAuth: true } }, { id: {{SampleControl.On}}, properties: { disableLocalAuth: false } } ] }
              gaps: [ { dataSet: resources/microsoft.search/searchservices, scope: /, reason: forbidden } ]
              expect: { {{SampleControl.Off}}: unknown, {{SampleControl.On}}: fail }
            - name: listed without a body
              tables: { resources: [ { id: {{SampleControl.Off}} } ] }
              expect: { {{SampleControl.Off}}: unknown }
            """;
        Assert.Empty(SampleControl.Load(cases: cases).Prove().Diagnostics);
    }

    [Fact]
    public void A_case_has_a_clock_of_its_own()
    {
        var cases = $$"""
            - name: not yet
              tables: { resources: [ { id: {{SampleControl.Off}}, properties: { disableLocalAuth: true } } ] }
              expect: { {{SampleControl.Off}}: pass }
            - name: then
              asOf: 2026-06-01
              tables: { resources: [ { id: {{SampleControl.Off}}, properties: { disableLocalAuth: true } } ] }
              expect: { {{SampleControl.Off}}: fail }
            """;
        Assert.Empty(SampleControl.Load(verdict: "iff(now() > datetime(2026-05-01), 'fail', 'pass')", cases: cases).Prove(ProofDepth.Cases).Diagnostics);
    }
}
