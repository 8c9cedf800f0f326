using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Rules.Tests;

/// <summary>What was not seen against verdicts: missing data is never a pass.</summary>
public sealed class BlindnessTests
{
    private static readonly Judged WithOther = new() { Reads = [Judged.OwnRead, Judged.OtherRead] };

    private static Judged Said(Judged judged, string verdict) => judged with { Rows = [(Judged.Id("a"), null, verdict)] };

    private static Gap Forbidden(string dataSet, string scope = "/", string? path = null) =>
        new(dataSet, scope, path is null ? GapReason.Forbidden : GapReason.Undecided, "Microsoft.Network/privateEndpoints/read", "HTTP 403", path);

    [Theory]
    [InlineData("pass", Verdict.Unknown)]
    [InlineData("notApplicable", Verdict.Unknown)]
    [InlineData("fail", Verdict.Fail)]
    public void A_gap_over_what_is_read_takes_a_pass_and_leaves_a_fail(string said, Verdict verdict)
    {
        var finding = Said(WithOther with { Gaps = [Forbidden("resources/" + Judged.OtherType)] }, said).The();
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(verdict == Verdict.Unknown, finding.Reasons.Count == 1);
    }

    [Fact]
    public void The_reason_names_what_is_missing_and_the_permission_for_it()
    {
        var reason = Assert.Single((WithOther with { Gaps = [Forbidden("resources/" + Judged.OtherType, "/subscriptions/1")] }).The().Reasons);
        Assert.Contains("/subscriptions/1", reason);
        Assert.Contains("HTTP 403", reason);
        Assert.Contains("Needs: Microsoft.Network/privateEndpoints/read", reason);
    }

    [Fact]
    public void A_fail_that_depends_on_absence_is_taken_too() =>
        Assert.Equal(Verdict.Unknown, Said(WithOther with { FailDependsOnAbsence = true, Gaps = [Forbidden("resources/" + Judged.OtherType)] }, "fail").The().Verdict);

    [Theory]
    [InlineData("resources", "/", Verdict.Unknown)]
    [InlineData("Resources", "/", Verdict.Unknown)]
    [InlineData("resources/" + Judged.OwnType, "/", Verdict.Unknown)]
    [InlineData("resources/microsoft.search/SearchServices", "/SUBSCRIPTIONS/1", Verdict.Unknown)]
    [InlineData("resources/microsoft.storage/storageaccounts", "/", Verdict.Pass)]
    [InlineData("armresources", "/", Verdict.Pass)]
    [InlineData("resources", "/subscriptions/2", Verdict.Pass)]
    [InlineData("resources", "/subscriptions/1/resourceGroups/r", Verdict.Pass)]
    [InlineData("resources", "/subscriptions/1/resourceGroups/rg", Verdict.Unknown)]
    public void A_gap_counts_where_table_type_and_scope_meet(string dataSet, string scope, Verdict verdict) =>
        Assert.Equal(verdict, new Judged { Gaps = [Forbidden(dataSet, scope)] }.The().Verdict);

    [Fact]
    public void A_gap_below_the_subject_counts_for_parts_that_are_read() =>
        Assert.Equal(Verdict.Unknown, (WithOther with { Gaps = [Forbidden("resources/" + Judged.OtherType, Judged.Id("a") + "/parts/p")] }).The().Verdict);

    [Theory]
    [InlineData("pass")]
    [InlineData("fail")]
    [InlineData("notApplicable")]
    public void An_undecided_value_of_the_subject_that_is_read_takes_every_verdict(string said)
    {
        foreach (var path in (string[])["properties.disableLocalAuth", "properties.networkAcls", "properties", "properties.networkAcls.defaultAction"])
        {
            Assert.Equal(Verdict.Unknown, Said(new Judged { Gaps = [Forbidden("resources/" + Judged.OwnType, Judged.Id("A"), path)] }, said).The().Verdict);
        }
    }

    [Fact]
    public void An_undecided_value_that_is_not_read_or_of_a_sibling_takes_nothing()
    {
        Assert.Equal(Verdict.Pass, new Judged { Gaps = [Forbidden("resources/" + Judged.OwnType, Judged.Id("a"), "properties.other")] }.The().Verdict);
        Assert.Equal(Verdict.Pass, new Judged { Gaps = [Forbidden("resources/" + Judged.OwnType, Judged.Id("b"), "properties.disableLocalAuth")] }.The().Verdict);
    }

    [Fact]
    public void An_undecided_value_of_a_row_elsewhere_takes_what_depends_on_absence()
    {
        var elsewhere = WithOther with { Gaps = [Forbidden("resources/" + Judged.OtherType, "/subscriptions/9/pe", "properties.connections[0].status")] };
        Assert.Equal(Verdict.Unknown, elsewhere.The().Verdict);
        Assert.Equal(Verdict.Pass, (elsewhere with { PassDependsOnAbsence = false }).The().Verdict);
        Assert.Equal(Verdict.Fail, Said(elsewhere, "fail").The().Verdict);
        Assert.Equal(Verdict.Unknown, Said(elsewhere with { FailDependsOnAbsence = true }, "fail").The().Verdict);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("properties.connections[0].status")]
    public void What_is_open_beside_the_subject_below_one_resource_takes_a_pass_and_leaves_a_fail(string? path)
    {
        var beside = WithOther with { PassDependsOnAbsence = false, Gaps = [Forbidden("resources/" + Judged.OtherType, Judged.Id("a") + "/policies/p", path)] };
        Assert.Equal(Verdict.Unknown, (beside with { Scope = [Judged.Id("a") + "/deployments/d"], Rows = [(Judged.Id("a") + "/deployments/d", null, "pass")] }).The().Verdict);
        Assert.Equal(Verdict.Fail, (beside with { Scope = [Judged.Id("a") + "/deployments/d"], Rows = [(Judged.Id("a") + "/deployments/d", null, "fail")] }).The().Verdict);
        Assert.Equal(Verdict.Pass, (beside with { Scope = [Judged.Id("b") + "/deployments/d"], Rows = [(Judged.Id("b") + "/deployments/d", null, "pass")] }).The().Verdict);
    }

    [Theory]
    [InlineData("pass")]
    [InlineData("fail")]
    [InlineData("notApplicable")]
    public void A_subject_without_a_body_is_unknown_when_its_body_is_read(string said)
    {
        var finding = Said(new Judged { Bodyless = [Judged.Id("a")] }, said).The();
        Assert.Equal(Verdict.Unknown, finding.Verdict);
        Assert.Contains("without its properties", Assert.Single(finding.Reasons));
    }

    [Fact]
    public void A_subject_without_a_body_and_without_a_row_says_that_it_has_no_body() =>
        Assert.Contains("without its properties", Assert.Single(new Judged { Bodyless = [Judged.Id("a")], Rows = [] }.The().Reasons));

    [Theory]
    [InlineData("pass", Verdict.Unknown)]
    [InlineData("fail", Verdict.Unknown)]
    public void A_part_or_parent_without_a_body_takes_every_verdict(string said, Verdict verdict)
    {
        Assert.Equal(verdict, Said(WithOther with { BodylessOthers = [Judged.Id("a") + "/parts/p"] }, said).The().Verdict);
        Assert.Equal(verdict, Said(WithOther with { BodylessOthers = ["/subscriptions/1/resourceGroups/rg"] }, said).The().Verdict);
    }

    [Theory]
    [InlineData("pass", false, true, Verdict.Unknown)]
    [InlineData("pass", false, false, Verdict.Pass)]
    [InlineData("fail", false, true, Verdict.Fail)]
    [InlineData("fail", true, true, Verdict.Unknown)]
    public void A_row_elsewhere_without_a_body_takes_what_depends_on_absence(string said, bool failDepends, bool passDepends, Verdict verdict) =>
        Assert.Equal(verdict, Said(WithOther with { BodylessOthers = ["/subscriptions/9/pe"], FailDependsOnAbsence = failDepends, PassDependsOnAbsence = passDepends }, said).The().Verdict);

    [Fact]
    public void A_body_that_another_file_had_counts_against_a_gap_that_says_no_body()
    {
        var gap = new Gap("resources/" + Judged.OwnType, "/", GapReason.NoBody, null, "az resource list");
        Assert.Equal(Verdict.Pass, new Judged { Gaps = [gap] }.The().Verdict);
        Assert.Equal(Verdict.Pass, new Judged { Gaps = [gap with { DataSet = "resources" }] }.The().Verdict);
        Assert.Equal(Verdict.Unknown, (WithOther with { Gaps = [gap with { DataSet = "resources/" + Judged.OtherType }] }).The().Verdict);
    }

    [Theory]
    [InlineData("pass", false, true, Verdict.Unknown)]
    [InlineData("pass", false, false, Verdict.Pass)]
    [InlineData("notApplicable", false, true, Verdict.Unknown)]
    [InlineData("fail", false, true, Verdict.Fail)]
    [InlineData("fail", true, true, Verdict.Unknown)]
    public void An_incomplete_list_of_another_type_takes_what_was_concluded_from_absence(string said, bool failDepends, bool passDepends, Verdict verdict)
    {
        var judged = WithOther with { Completeness = [], FailDependsOnAbsence = failDepends, PassDependsOnAbsence = passDepends };
        Assert.Equal(verdict, Said(judged, said).The().Verdict);
    }

    [Fact]
    public void An_incomplete_list_of_the_subjects_own_type_takes_nothing() =>
        Assert.Equal(Verdict.Pass, new Judged { Completeness = [] }.The().Verdict);

    [Theory]
    [InlineData("resources", Judged.OtherType, "/", true, Verdict.Pass)]
    [InlineData("resources", Judged.OtherType, "/subscriptions/1", true, Verdict.Pass)]
    [InlineData("resources", Judged.OtherType, "/subscriptions/2", true, Verdict.Unknown)]
    [InlineData("resources", Judged.OtherType, "/", false, Verdict.Unknown)]
    [InlineData("resources", Judged.OwnType, "/", true, Verdict.Unknown)]
    [InlineData("armresources", "", "/", true, Verdict.Unknown)]
    public void A_list_is_complete_where_a_source_says_so(string table, string type, string scope, bool list, Verdict verdict) =>
        Assert.Equal(verdict, (WithOther with { Completeness = [new Completeness(table, type, scope, Bodies: true, list, "test")] }).The().Verdict);

    [Theory]
    [InlineData("/")]
    [InlineData("/subscriptions/00000000-0000-0000-0000-000000000000")]
    public void No_list_of_what_is_there_is_complete_for_what_a_file_declares(string scope)
    {
        var id = SyntheticIds.Below(SyntheticIds.Scope("main.bicep"), "Microsoft.Search/searchServices", ["a"]);
        var declared = WithOther with { Scope = [id], Rows = [(id, null, "pass")], Completeness = [new Completeness("resources", "", scope, Bodies: true, List: true, "test")] };
        Assert.Equal(Verdict.Unknown, declared.The().Verdict);
        Assert.Equal(Verdict.Pass, (declared with { Reads = [Judged.OwnRead] }).The().Verdict);
    }

    [Fact]
    public void A_read_of_any_type_needs_the_whole_table_to_be_complete()
    {
        var any = new Judged { Reads = [Judged.OwnRead, new KqlTableRead("armresources", [], ["id"])] };
        Assert.Equal(Verdict.Unknown, (any with { Completeness = [new Completeness("armresources", Judged.OtherType, "/", true, true, "test")] }).The().Verdict);
        Assert.Equal(Verdict.Pass, (any with { Completeness = [new Completeness("armresources", "", "/", true, true, "test")] }).The().Verdict);
    }

    [Fact]
    public void Ashlars_own_tables_are_whole_by_nature() =>
        Assert.Equal(Verdict.Pass, new Judged { Reads = [Judged.OwnRead, new KqlTableRead("Settings", [], ["Key", "Value"])], Completeness = [] }.The().Verdict);

    [Fact]
    public void An_unknown_of_the_query_carries_what_was_not_seen()
    {
        var finding = Said(WithOther with { Gaps = [Forbidden("resources/" + Judged.OtherType)] }, "unknown").The();
        Assert.Equal(Verdict.Unknown, finding.Verdict);
        Assert.Single(finding.Reasons);
    }

    [Fact]
    public void Hundreds_of_gaps_are_a_handful_of_reasons()
    {
        var gaps = Enumerable.Range(0, 300).Select(i => Forbidden("resources/" + Judged.OtherType, Judged.Id("a") + "/parts/" + i)).ToList();
        var reasons = (WithOther with { Gaps = gaps }).The().Reasons;
        Assert.Equal(6, reasons.Count);
        Assert.Contains("295 more", reasons[^1]);
    }
}
