using System.Text.Json.Nodes;
using Ashlar.Model;
using static Ashlar.Graph.Tests.Drift.DriftTenant;
using static Ashlar.Graph.Tests.Workloads.Estates;

namespace Ashlar.Graph.Tests.Drift;

public sealed class SnapshotDriftTests
{
    private const string Open = """{"publicNetworkAccess":"Enabled","disableLocalAuth":true,"networkAcls":{"defaultAction":"Allow"}}""";

    [Fact]
    public void Two_equal_tenants_have_no_difference_in_any_area() =>
        Assert.All([DriftArea.Workloads, DriftArea.Access, DriftArea.Exposure, DriftArea.Flows, DriftArea.Paths], area => Assert.Empty(Lines(Of().WithRole(Ann), Of().WithRole(Ann), area)));

    [Fact]
    public void A_resource_that_a_whole_list_does_not_have_is_gone()
    {
        var before = Of();
        before.Resources.Add(OpenAi("rg", "old"));
        Assert.Contains("Gone resource old: is gone", Lines(before, Of(), DriftArea.Workloads));
        Assert.Contains("New resource old: is new", Lines(Of(), before, DriftArea.Workloads));
    }

    [Fact]
    public void A_resource_that_an_unread_list_does_not_have_is_not_seen_any_more()
    {
        var before = Of();
        before.Resources.Add(OpenAi("rg", "old"));
        var after = Of();
        after.Gaps.Add(new Gap("resources", Sub, GapReason.Forbidden, "Reader", "403"));
        var change = Assert.Single(Differences(before, after, DriftArea.Workloads), c => c.Kind == "resource");
        Assert.Equal(DriftTurn.NoLongerSeen, change.Turn);
        Assert.Contains("403", Assert.Single(change.Missing));
        Assert.Contains("NowSeen resource old: is seen for the first time", Lines(after, before, DriftArea.Workloads));
    }

    [Fact]
    public void Without_a_word_on_whether_a_list_is_whole_nothing_is_gone()
    {
        var before = Of();
        before.Resources.Add(OpenAi("rg", "old"));
        Assert.Contains("NoLongerSeen resource old: is not seen any more", Lines(before, new DriftTenant { Whole = false, Resources = { OpenAi("rg", "ai") } }, DriftArea.Workloads));
    }

    [Fact]
    public void Parts_of_what_is_gone_are_gone_though_nobody_could_list_them()
    {
        var before = Of();
        before.Arm.Add(Row(Ai + "/deployments/gpt", """{"model":{"name":"gpt"}}"""));
        var after = new DriftTenant();
        after.Gaps.Add(new Gap("armresources", "/", GapReason.NotCollected, null, ""));
        Assert.Contains("Gone resource gpt: is gone", Lines(before, after, DriftArea.Workloads));
    }

    [Fact]
    public void Settings_that_were_not_exported_did_not_change()
    {
        var bare = OpenAi("rg", "ai");
        bare.Remove("properties");
        Assert.Equal("NoLongerSeen settings ai: does not show its settings any more", Assert.Single(Lines(Of(), new DriftTenant { Resources = { bare } }, DriftArea.Workloads)));
    }

    [Fact]
    public void A_changed_setting_names_path_and_values_and_who_did_it()
    {
        var after = Of(Open);
        after.Changes.Add(Change("properties.publicNetworkAccess", "2026-01-03T10:00:00Z"));
        after.Changes.Add(Change("properties.publicNetworkAccess", "2025-12-01T10:00:00Z"));
        var change = Assert.Single(Differences(Of(), after, DriftArea.Workloads), c => c.Detail == "properties.publicNetworkAccess");
        Assert.Equal(("\"Disabled\"", "\"Enabled\""), (change.Before, change.After));
        var author = Assert.Single(change.By);
        Assert.Equal(("ann@contoso.com", "Azure Portal", 3), (author.By, author.Client, author.At.Day));
        Assert.Empty(Assert.Single(Differences(Of(), after, DriftArea.Workloads), c => c.Detail == "properties.networkAcls").By);
    }

    [Fact]
    public void A_door_that_opens_got_worse_and_one_that_closes_better()
    {
        Assert.Contains(Lines(Of(), Of(Open), DriftArea.Exposure), l => l.StartsWith("Worse inbound ai: door account is reached from internet", StringComparison.Ordinal));
        Assert.Contains(Lines(Of(Open), Of(), DriftArea.Exposure), l => l.StartsWith("Better inbound ai: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_door_of_which_nothing_was_read_did_not_close()
    {
        var bare = OpenAi("rg", "ai");
        bare.Remove("properties");
        Assert.Contains(Differences(Of(Open), new DriftTenant { Resources = { bare } }, DriftArea.Exposure), c => c is { Kind: "inbound", Turn: DriftTurn.NoLongerSeen });
    }

    [Fact]
    public void Whoever_is_given_a_role_gained_what_it_grants_and_who_gave_it_is_told()
    {
        var change = Assert.Single(Differences(Of(), Of().WithRole(Ann, """,  "createdBy":"boss","createdOn":"2026-01-02T00:00:00Z" """), DriftArea.Access), c => c is { Detail: "invoke", Kind: "accessGained" });
        Assert.Equal((DriftTurn.Worse, "Ann can invoke now"), (change.Turn, change.Says));
        Assert.Equal((Ann, null, "active"), (change.Principals[0].Id, change.Principals[0].Before, change.Principals[0].After));
        Assert.Equal(("boss", "roleAssignment"), (change.By[0].By, change.By[0].Source));
    }

    [Fact]
    public void Whoever_lost_a_role_lost_it_only_when_assignments_were_read()
    {
        Assert.Contains("Better accessLost ai: Ann can invoke no more", Lines(Of().WithRole(Ann), Of(), DriftArea.Access));
        var blind = Of();
        blind.Gaps.Add(new Gap("authorizationresources", "/", GapReason.Forbidden, "Reader", "403"));
        var lost = Assert.Single(Differences(Of().WithRole(Ann), blind, DriftArea.Access), c => c is { Detail: "invoke", Kind: "accessLost" });
        Assert.Equal(DriftTurn.NoLongerSeen, lost.Turn);
        Assert.NotEmpty(lost.Missing);
        Assert.Contains(Differences(blind, Of().WithRole(Ann), DriftArea.Access), c => c is { Detail: "invoke", Turn: DriftTurn.NowSeen });
    }

    [Fact]
    public void One_who_comes_as_another_goes_is_seen_though_the_counts_are_equal()
    {
        var lines = Lines(Of().WithRole("b0000000-0000-0000-0000-000000000002"), Of().WithRole(Ann), DriftArea.Access);
        Assert.Contains("Worse accessGained ai: Ann can invoke now", lines);
        Assert.Contains("Better accessLost ai: b0000000-0000-0000-0000-000000000002 can invoke no more", lines);
    }

    [Fact]
    public void Keys_that_are_turned_on_got_worse() =>
        Assert.Contains("Worse keyAuth ai: accepts keys (was off)", Lines(Of(), Of("""{"publicNetworkAccess":"Disabled","disableLocalAuth":false}"""), DriftArea.Access));

    [Fact]
    public void A_path_is_cut_when_one_of_its_proofs_is_known_to_be_void()
    {
        var (before, after) = (Of(Open), Of());
        before.Paths.Add(Path("Exposure", Ai, "Inbound", "internet"));
        Assert.Equal("Better path internet > ai: is cut: useModel, high, active", Assert.Single(Lines(before, after, DriftArea.Paths)));
        Assert.Equal("Worse path internet > ai: is new: useModel, high, active", Assert.Single(Lines(after, before, DriftArea.Paths)));
        var (given, taken) = (Of().WithRole(Ann), Of());
        given.Paths.Add(Path("authorizationresources", Ai + "/providers/Microsoft.Authorization/roleAssignments/x1", "properties.principalId", Ann));
        Assert.StartsWith("Better path", Assert.Single(Lines(given, taken, DriftArea.Paths)), StringComparison.Ordinal);
        taken.Gaps.Add(new Gap("authorizationresources", "/", GapReason.Forbidden, "Reader", "403"));
        Assert.StartsWith("NoLongerSeen path", Assert.Single(Lines(given, taken, DriftArea.Paths)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_whose_proofs_all_stand_is_not_cut_though_it_is_not_listed()
    {
        var before = Of(Open);
        before.Paths.Add(Path("Exposure", Ai, "Inbound", "internet"));
        Assert.StartsWith("Changed path", Assert.Single(Lines(before, Of(Open), DriftArea.Paths)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_listed_no_more_is_not_cut_while_another_reaches_the_same()
    {
        JsonObject Path(string id, string target, long similar) => new() { ["PathId"] = id, ["Start"] = "internet", ["Goal"] = "useModel", ["TargetId"] = target, ["TargetName"] = id, ["State"] = "active", ["Score"] = 50L, ["Severity"] = "high", ["Similar"] = similar };
        var (before, other, folded) = (Of(), Of(), Of());
        before.Paths.Add(Path("ap-1", Ai, 0));
        other.Paths.Add(Path("ap-2", Ai, 0));
        folded.Paths.Add(Path("ap-3", Ai + "2", 1));
        Assert.All([other, folded], after => Assert.DoesNotContain(Differences(before, after, DriftArea.Paths), c => c.Turn == DriftTurn.Better));
        Assert.All(Differences(before, other, DriftArea.Paths), c => Assert.Equal(DriftTurn.Changed, c.Turn));
    }

    [Fact]
    public void A_change_has_the_same_id_in_either_direction() =>
        Assert.Equal(Differences(Of(), Of(Open), DriftArea.Exposure).Select(c => c.Id), Differences(Of(Open), Of(), DriftArea.Exposure).Select(c => c.Id));

    private static JsonObject Path(string table, string id, string path, string value) => new()
    {
        ["PathId"] = "ap-1",
        ["Start"] = "internet",
        ["Goal"] = "useModel",
        ["TargetId"] = Ai,
        ["TargetName"] = "ai",
        ["State"] = "active",
        ["Score"] = 50L,
        ["Severity"] = "high",
        ["Steps"] = new JsonArray(new JsonObject { ["to"] = Ai, ["proofs"] = new JsonArray(new JsonObject { ["table"] = table, ["id"] = id, ["path"] = path, ["value"] = value }) }),
    };

    private static JsonObject Change(string path, string time) => Row($"{Ai}/providers/Microsoft.Resources/changes/{time[..10]}", new JsonObject
    {
        ["targetResourceId"] = Ai,
        ["changeType"] = "Update",
        ["changeAttributes"] = new JsonObject { ["timestamp"] = time, ["changedBy"] = "ann@contoso.com", ["clientType"] = "Azure Portal", ["operation"] = "Microsoft.CognitiveServices/accounts/write" },
        ["changes"] = new JsonObject { [path] = new JsonObject { ["newValue"] = "Enabled" } },
    }.ToJsonString());
}
