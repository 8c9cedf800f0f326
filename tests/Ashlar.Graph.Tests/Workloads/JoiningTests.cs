using Ashlar.Model;
using static Ashlar.Graph.Tests.Workloads.Estates;

namespace Ashlar.Graph.Tests.Workloads;

public class JoiningTests
{
    [Fact]
    public void An_app_joins_the_account_and_the_index_it_names_in_its_group()
    {
        var site = Site("rg-chat", "web");
        var workload = Assert.Single(Derive(
            [OpenAi("rg-chat", "oai"), Row(Search("rg-chat", "srch")), Row(site)],
            [Setting(site, "ENDPOINTS", "https://oai.openai.azure.com/;https://srch.search.windows.net")]));
        Assert.Equal("rg-chat", workload.Name);
        Assert.Equal(["oai"], workload.Names(AiRole.Model));
        Assert.Equal(["srch"], workload.Names(AiRole.Index));
        Assert.Contains("web", workload.Names(AiRole.App));
        Assert.Equal("properties.ENDPOINTS", workload.Member("srch").Via);
    }

    [Fact]
    public void Resources_of_one_group_without_a_reference_stay_apart()
    {
        var workloads = Derive([OpenAi("rg", "oai-a"), OpenAi("rg", "oai-b")]);
        Assert.Equal(["oai-a", "oai-b"], workloads.Select(w => w.Name));
    }

    [Fact]
    public void A_key_vault_a_network_and_a_log_workspace_that_all_use_glue_nothing_together()
    {
        var shared = $$"""{"a":"{{Vault("kv")}}","b":"{{Id("rg-shared", "Microsoft.Network/virtualNetworks", "vnet")}}/subnets/s","c":"{{Id("rg-shared", "Microsoft.OperationalInsights/workspaces", "law")}}"}""";
        var workloads = Derive([OpenAi("rg-a", "oai-a", shared), OpenAi("rg-b", "oai-b", shared), Row(Vault("kv"))]);
        Assert.Equal(["rg-a", "rg-b"], workloads.Select(w => w.Name));
        Assert.All(workloads, w =>
        {
            Assert.Equal(["kv"], w.Names(AiRole.Secrets));
            Assert.Equal(["vnet"], w.Names(AiRole.Network));
            Assert.Equal(["law"], w.Names(AiRole.Monitor));
            Assert.True(w.Member("kv").Shared);
            Assert.True(w.Member("kv").Seen);
            Assert.False(w.Member("vnet").Seen);
        });
    }

    [Fact]
    public void A_central_account_with_many_users_stays_a_workload_of_its_own()
    {
        var sites = Enumerable.Range(0, 3).Select(i => Site($"rg-{i}", $"web-{i}")).ToArray();
        var workloads = Derive(
            [OpenAi("rg-ai", "oai"), .. sites.Select(s => Row(s)), .. Enumerable.Range(0, 3).Select(i => Row(Search($"rg-{i}", $"srch-{i}")))],
            [.. sites.Select((s, i) => Setting(s, "E", $"https://oai.openai.azure.com https://srch-{i}.search.windows.net"))]);
        Assert.Equal(["rg-0", "rg-1", "rg-2", "rg-ai"], workloads.Select(w => w.Name));
        Assert.Equal(["web-0", "web-1", "web-2"], workloads[3].Names(AiRole.App));
        Assert.True(workloads[0].Member("oai").Shared);
        Assert.Equal(["srch-0"], workloads[0].Names(AiRole.Index));
    }

    [Theory]
    [InlineData("contoso-x", false)]
    [InlineData("OAI", true)]
    [InlineData("", true)]
    public void A_host_that_bears_an_accounts_name_is_the_accounts_unless_it_has_another_domain(string domain, bool joined)
    {
        var site = Site("rg-web", "web");
        var workloads = Derive([OpenAi("rg-ai", "oai", $$"""{"customSubDomainName":"{{domain}}"}"""), Row(site)], [Setting(site, "E", "https://oai.openai.azure.com")]);
        Assert.Equal(joined, workloads.Any(w => w.Members.Any(m => m.ResourceId == site) && w.Members.Any(m => m.ResourceId == Account("rg-ai", "oai"))));
    }

    [Fact]
    public void The_only_app_of_an_account_belongs_to_it_wherever_it_stands()
    {
        var site = Site("rg-web", "web");
        var workload = Assert.Single(Derive([OpenAi("rg-ai", "oai"), Row(site, $$"""{"db":"{{Id("rg-web", "Microsoft.DocumentDB/databaseAccounts", "cosmos")}}"}""")], [Setting(site, "E", "https://oai.openai.azure.com")]));
        Assert.Equal(["cosmos"], workload.Names(AiRole.Data));
        Assert.Equal("oai", workload.Name);
    }

    [Fact]
    public void A_gateway_before_two_systems_is_a_member_of_both_and_joins_nothing()
    {
        var gateway = Id("rg-gw", "Microsoft.ApiManagement/service", "apim");
        var workloads = Derive(
            [OpenAi("rg-a", "oai-a"), OpenAi("rg-b", "oai-b"), Row(gateway)],
            [Row(gateway + "/backends/a", """{"url":"https://oai-a.openai.azure.com/openai"}"""), Row(gateway + "/backends/b", """{"url":"https://oai-b.openai.azure.com/openai"}""")]);
        Assert.Equal(2, workloads.Count);
        Assert.All(workloads, w => Assert.Equal(["apim"], w.Names(AiRole.Gateway)));
    }

    [Fact]
    public void An_app_that_names_many_systems_is_taken_for_a_gateway()
    {
        var site = Site("rg-router", "router");
        var accounts = Enumerable.Range(0, 5).Select(i => OpenAi($"rg-{i}", $"oai-{i}")).ToArray();
        var workloads = Derive([.. accounts, Row(site)], [Setting(site, "E", string.Join(' ', Enumerable.Range(0, 5).Select(i => $"https://oai-{i}.openai.azure.com")))]);
        Assert.Equal(5, workloads.Count);
        Assert.All(workloads, w => Assert.Equal(["router"], w.Names(AiRole.App)));
    }

    [Fact]
    public void A_role_with_rights_on_everything_joins_nothing_across_groups()
    {
        var ops = Site("rg-ops", "ops");
        var workloads = Derive(
            [OpenAi("rg-a", "oai-a"), OpenAi("rg-b", "oai-b"), Row(ops, identity: """{"type":"SystemAssigned","principalId":"P1"}""")],
            roles: [Role("p1", Account("rg-a", "oai-a"), 1), Role("p1", Account("rg-b", "oai-b"), 2)]);
        Assert.Equal(["rg-a", "rg-b"], workloads.Select(w => w.Name));
        Assert.All(workloads, w => Assert.Equal("role of its identity", w.Member("ops").Via));
    }

    [Fact]
    public void Projects_and_their_hub_are_one_workload_and_the_hub_is_its_root()
    {
        const string Workspaces = "Microsoft.MachineLearningServices/workspaces";
        var hub = Id("rg-hub", Workspaces, "hub");
        var workload = Assert.Single(Derive(
        [
            Row(Id("rg-one", Workspaces, "a-project"), $$"""{"hubResourceId":"{{hub}}"}""", "Project"),
            Row(Id("rg-two", Workspaces, "b-project"), $$"""{"hubResourceId":"{{hub.ToUpperInvariant()}}"}""", "Project"),
            Row(hub, $$"""{"storageAccount":"{{Id("rg-hub", "Microsoft.Storage/storageAccounts", "sthub")}}"}""", "Hub"),
        ]));
        Assert.Equal(hub, workload.RootId);
        Assert.Equal(["a-project", "b-project", "hub"], workload.Names(AiRole.Project).Order());
        Assert.Equal(["sthub"], workload.Names(AiRole.Data));
    }

    [Fact]
    public void An_account_another_team_connects_to_is_shared_not_swallowed()
    {
        var workspace = Id("rg-ml", "Microsoft.MachineLearningServices/workspaces", "mlw");
        var workloads = Derive(
            [OpenAi("rg-claims", "oai"), Row(workspace, "{}", "Default")],
            [Row(workspace + "/connections/oai", $$$"""{"target":"https://oai.openai.azure.com/","metadata":{"ResourceId":"{{{Account("rg-claims", "oai")}}}"}}""")]);
        Assert.Equal(["rg-claims", "rg-ml"], workloads.Select(w => w.Name));
        Assert.True(workloads[1].Members.Single(m => m.ResourceId == Account("rg-claims", "oai")).Shared);
    }

    [Fact]
    public void The_tag_names_the_workload_and_joins_across_groups()
    {
        const string Tags = """{"Application":"Chat","env":"prod"}""";
        var site = Site("rg-web", "web");
        var other = Site("rg-x", "x");
        var workloads = Derive(
            [OpenAi("rg-ai", "oai", tags: Tags), Row(site, tags: Tags), Row(other)],
            [Setting(site, "E", "https://oai.openai.azure.com"), Setting(other, "E", "https://oai.openai.azure.com")]);
        var workload = Assert.Single(workloads);
        Assert.Equal(("Chat", "prod"), (workload.Name, workload.Environment));
        Assert.Equal(["web", "x"], workload.Names(AiRole.App).Where(n => n != "appsettings"));
    }

    [Fact]
    public void Compute_counts_when_it_serves_models()
    {
        const string Clusters = "Microsoft.ContainerService/managedClusters";
        var workloads = Derive(
        [
            Row(Id("rg-gpu", Clusters, "aks-gpu"), """{"agentPoolProfiles":[{"name":"a","vmSize":"Standard_D4s_v5"},{"name":"g","vmSize":"Standard_NC24ads_A100_v4"}]}"""),
            Row(Id("rg-web", Clusters, "aks-web"), """{"agentPoolProfiles":[{"name":"a","vmSize":"Standard_D4s_v5"}]}"""),
            Row(Id("rg-vllm", "Microsoft.App/containerApps", "ca-vllm"), """{"template":{"containers":[{"image":"cr.azurecr.io/vllm-openai:1"}]}}"""),
            Row(Id("rg-app", "Microsoft.App/containerApps", "ca-app"), """{"template":{"containers":[{"image":"cr.azurecr.io/shop:1"}]}}"""),
        ]);
        Assert.Equal(["rg-gpu", "rg-vllm"], workloads.Select(w => w.Name));
    }

    [Fact]
    public void A_tenant_without_ai_has_no_workload() => Assert.Empty(Derive([Row(Vault("kv")), Row(Site("rg", "web"))]));
}
