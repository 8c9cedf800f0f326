using Ashlar.Model;
using static Ashlar.Graph.Tests.Workloads.Estates;

namespace Ashlar.Graph.Tests.Workloads;

public class FactsTests
{
    private const string On = """{"name":"Hate","source":"Prompt","enabled":true,"blocking":true,"severityThreshold":"Medium"}""";

    [Theory]
    [InlineData("{}", "", ContentFilterState.NotSeen, "")]
    [InlineData("""{"raiPolicyName":"Microsoft.DefaultV2"}""", "", ContentFilterState.Default, "")]
    [InlineData("""{"raiPolicyName":"own"}""", "", ContentFilterState.NotSeen, "")]
    [InlineData("""{"raiPolicyName":"OWN"}""", "[" + On + "]", ContentFilterState.Custom, "")]
    [InlineData("""{"raiPolicyName":"own"}""", "[" + On + """,{"name":"Jailbreak","source":"Prompt","enabled":false,"blocking":false}]""", ContentFilterState.Weakened, "jailbreak (prompt) off")]
    [InlineData("""{"raiPolicyName":"own"}""", """[{"name":"Violence","source":"Completion","enabled":true,"blocking":false}]""", ContentFilterState.Weakened, "violence (completion) only noted, not blocked")]
    [InlineData("""{"raiPolicyName":"own"}""", """[{"name":"Sexual","source":"Prompt","enabled":true,"blocking":true,"severityThreshold":"High"}]""", ContentFilterState.Weakened, "sexual (prompt) blocked only at high")]
    [InlineData("""{"raiPolicyName":"own"}""", """[{"name":"Profanity","source":"Prompt","enabled":false,"blocking":false}]""", ContentFilterState.Custom, "")]
    [InlineData("""{"raiPolicyName":"own"}""", """[{"name":"Hate","source":"Prompt"}]""", ContentFilterState.NotSeen, "")]
    public void A_content_filter_is_judged_against_the_default_one(string deployment, string filters, ContentFilterState state, string detail)
    {
        var account = Account("rg", "oai");
        var arm = new List<System.Text.Json.Nodes.JsonObject> { Row(account + "/deployments/d", deployment) };
        if (filters.Length > 0)
            arm.Add(Row(account + "/raiPolicies/own", $$"""{"contentFilters":{{filters}}}"""));
        var model = Assert.Single(Assert.Single(Derive([OpenAi("rg", "oai")], [.. arm])).Models);
        Assert.Equal((state, detail), (model.Filter, string.Join(", ", model.FilterDetail)));
    }

    [Fact]
    public void An_asynchronous_filter_is_weaker_than_the_default()
    {
        var account = Account("rg", "oai");
        var workload = Assert.Single(Derive([OpenAi("rg", "oai")],
            [Row(account + "/deployments/d", """{"raiPolicyName":"own"}"""), Row(account + "/raiPolicies/own", $$"""{"mode":"Asynchronous_filter","contentFilters":[{{On}}]}""")]));
        Assert.Equal(["answers go out before they are checked"], Assert.Single(workload.Models).FilterDetail);
    }

    [Fact]
    public void Identities_of_the_system_are_what_it_runs_as()
    {
        var identity = Id("rg", "Microsoft.ManagedIdentity/userAssignedIdentities", "mi");
        var workload = Assert.Single(Derive([OpenAi("rg", "oai", identity: $$$$"""{"type":"SystemAssigned, UserAssigned","principalId":"p1","userAssignedIdentities":{"{{{{identity}}}}":{"principalId":"p2"}}}""")]));
        Assert.Equal([new AiRunAs(workload.RootId, null, "p1"), new AiRunAs(workload.RootId, identity, "p2")], workload.RunAs);
        Assert.Equal(["mi"], workload.Names(AiRole.Identity));
    }

    [Fact]
    public void Data_an_identity_was_given_a_role_on_is_reached()
    {
        var storage = Id("rg-data", "Microsoft.Storage/storageAccounts", "stdata");
        var workload = Assert.Single(Derive(
            [OpenAi("rg", "oai", identity: """{"type":"SystemAssigned","principalId":"p1"}"""), Row(storage)],
            roles: [Role("p1", storage, 1), Role("p1", Sub + "/resourceGroups/rg-x", 2)]));
        Assert.Equal(["stdata"], workload.Names(AiRole.Data));
        Assert.Equal("role of its identity", workload.Member("stdata").Via);
    }

    [Fact]
    public void A_host_is_the_resource_of_that_name_or_stays_a_host()
    {
        var storage = Id("rg-data", "Microsoft.Storage/storageAccounts", "stdata");
        var account = Account("rg", "oai");
        var workload = Assert.Single(Derive([OpenAi("rg", "oai"), Row(storage)],
            [Row(account + "/connections/c", """{"target":"https://STDATA.blob.core.windows.net/docs","other":"https://elsewhere.dfs.core.windows.net"}""")]));
        Assert.Equal(["elsewhere.dfs.core.windows.net", "stdata"], workload.Names(AiRole.Data).Order());
        Assert.True(workload.Member("stdata").Seen);
        Assert.False(workload.Member("elsewhere.dfs.core.windows.net").Seen);
    }

    [Fact]
    public void Private_endpoints_that_lead_to_an_account_are_part_of_it()
    {
        var endpoint = Id("rg-net", "Microsoft.Network/privateEndpoints", "pe");
        var workload = Assert.Single(Derive(
        [
            OpenAi("rg", "oai"),
            Row(endpoint, $$$"""{"privateLinkServiceConnections":[{"properties":{"privateLinkServiceId":"{{{Account("rg", "oai")}}}"}}]}"""),
        ]));
        Assert.Equal(["pe"], workload.Names(AiRole.Network));
    }

    [Fact]
    public void The_id_of_a_workload_depends_on_its_root_only()
    {
        var before = Assert.Single(Derive([OpenAi("rg", "oai")]));
        var after = Assert.Single(Derive([OpenAi("rg", "OAI", tags: """{"workload":"new name"}""")]));
        Assert.Equal(before.Id, after.Id);
        Assert.Matches("^wl-[0-9a-f]{16}$", before.Id);
    }

    [Fact]
    public void Bodies_that_are_missing_or_odd_break_nothing()
    {
        var bare = new System.Text.Json.Nodes.JsonObject { ["id"] = Account("rg", "bare"), ["kind"] = "OpenAI" };
        var workload = Assert.Single(Derive([bare], [Row(Account("rg", "bare") + "/deployments/d", """{"model":"text","raiPolicyName":7}""")]));
        Assert.Equal(ContentFilterState.NotSeen, Assert.Single(workload.Models).Filter);
        Assert.Empty(workload.RunAs);
    }
}
