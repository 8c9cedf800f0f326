using Ashlar.Model;
using static Ashlar.Graph.Tests.Flows.FlowTenant;
using static Ashlar.Graph.Tests.Workloads.Estates;

namespace Ashlar.Graph.Tests.Flows;

/// <summary>In which region, in which tenant, and of which class.</summary>
public class ResidencyTests
{
    private const string Elsewhere = "/subscriptions/22222222-2222-2222-2222-222222222222";

    [Theory]
    [InlineData("Standard", "region", false)]
    [InlineData("ProvisionedManaged", "region", false)]
    [InlineData("DataZoneStandard", "dataZone", true)]
    [InlineData("DataZoneProvisionedManaged", "dataZone", true)]
    [InlineData("GlobalStandard", "global", true)]
    [InlineData("GlobalBatch", "global", true)]
    [InlineData("DeveloperTier", "global", true)]
    [InlineData("TomorrowStandard", "", null)]
    public void Where_a_model_computes_its_sku_says(string sku, string processing, bool? crosses)
    {
        var flow = Called().WithArm(Ai + "/deployments/d", "{}", sku).One("call");
        Assert.Equal((processing, crosses, processing.Length > 0), (flow.Processing, flow.CrossesRegion, flow.Complete));
    }

    [Fact]
    public void Of_several_deployments_the_widest_counts() =>
        Assert.Equal("global", Called().WithArm(Ai + "/deployments/a", "{}", "Standard").WithArm(Ai + "/deployments/b", "{}", "GlobalStandard").One("call").Processing);

    [Fact]
    public void A_vectorizer_that_names_its_deployment_speaks_of_that_one() =>
        Assert.Equal("region", Called().WithArm(Ai + "/deployments/a", "{}", "Standard").WithArm(Ai + "/deployments/b", "{}", "GlobalStandard").With(Idx)
            .WithArm(Idx + "/indexes/i", """{"vectorSearch":{"vectorizers":[{"azureOpenAIParameters":{"resourceUri":"https://ai.openai.azure.com","deploymentId":"a"}}]}}""")
            .Flows().Single(f => f.Line == "call idx > ai").Processing);

    [Fact]
    public void Without_the_deployments_it_is_not_known_where_the_model_computes()
    {
        var tenant = Called();
        tenant.Gaps.Add(new Gap("armresources/microsoft.cognitiveservices/accounts/deployments", Sub, GapReason.Forbidden, null, "403"));
        var flow = tenant.One("call");
        Assert.Equal(("", null, false), (flow.Processing, flow.CrossesRegion, flow.Complete));
        Assert.Contains(flow.Missing, m => m.Contains("export kit", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_regions_are_crossed_whatever_the_model() =>
        Assert.True(new FlowTenant().With(Workspace, location: "northeurope").With(Ai, """{"endpoint":"https://ai.openai.azure.com"}""", "AIServices")
            .WithArm(Workspace + "/connections/c", """{"category":"AzureOpenAI","target":"https://ai.openai.azure.com","authType":"AAD"}""").WithArm(Ai + "/deployments/a", "{}", "Standard").One("call").CrossesRegion);

    [Fact]
    public void A_region_is_told_in_either_spelling() =>
        Assert.Equal("westeurope", new FlowTenant().With(Workspace, $$"""{"storageAccount":"{{Docs}}"}""", location: "West Europe").With(Docs).One("persist").FromRegion);

    [Fact]
    public void What_is_global_has_no_region_to_cross() =>
        Assert.Null(new FlowTenant().With(Workspace, $$"""{"storageAccount":"{{Docs}}"}""").With(Docs, location: "global").One("persist").CrossesRegion);

    [Theory]
    [InlineData("77777777-7777-7777-7777-777777777777", false)]
    [InlineData("88888888-8888-8888-8888-888888888888", true)]
    [InlineData("", null)]
    public void A_subscription_says_of_which_tenant_it_is(string tenant, bool? crosses)
    {
        var one = Sent();
        one.Containers.Add(Subscription(Elsewhere, tenant));
        Assert.Equal(crosses, one.One("log").CrossesTenant);
    }

    [Fact]
    public void A_subscription_that_the_whole_list_does_not_name_is_of_another_tenant() => Assert.True(Sent().One("log").CrossesTenant);

    [Fact]
    public void Of_a_list_with_gaps_nothing_follows()
    {
        var tenant = Sent();
        tenant.Whole.RemoveAll(w => w.Table == "resourcecontainers");
        Assert.Null(tenant.One("log").CrossesTenant);
    }

    [Fact]
    public void An_account_with_a_domain_of_its_own_is_not_behind_the_host_that_bears_its_name()
    {
        var tenant = new FlowTenant().With(Account("rg", "oai"), """{"customSubDomainName":"contoso-x"}""", "OpenAI").WithArm(Project, "{}");
        var own = tenant.WithArm(Project + "/connections/c", """{"category":"AzureOpenAI","target":"https://contoso-x.openai.azure.com/","authType":"AAD"}""").One("call");
        Assert.Equal((Account("rg", "oai"), false), (own.To, own.CrossesTenant));
        tenant.Arm.RemoveAt(tenant.Arm.Count - 1);
        var others = tenant.WithArm(Project + "/connections/c", """{"category":"AzureOpenAI","target":"https://oai.openai.azure.com/","authType":"AAD"}""").One("call");
        Assert.Equal(("oai.openai.azure.com", null), (others.To, others.CrossesTenant));
    }

    [Theory]
    [InlineData("https://api.openai.com/v1", true)]
    [InlineData("https://x.snowflakecomputing.com", true)]
    [InlineData("https://tools.contoso.example", null)]
    [InlineData("https://notapi.openai.com.example", null)]
    [InlineData("https://other.openai.azure.com", null)]
    public void Only_a_name_that_is_certainly_outside_leaves_the_tenant(string target, bool? crosses)
    {
        var flow = Assert.Single(new FlowTenant().WithArm(Project, "{}").WithArm(Project + "/connections/c", $$"""{"category":"ApiKey","target":"{{target}}","authType":"ApiKey"}""").Flows(), f => f.Kind == "tool" && f.To.Length > 0);
        Assert.Equal((crosses, crosses is true), (flow.CrossesTenant, flow.Complete));
    }

    [Fact]
    public void Bing_leaves_Azure() =>
        Assert.True(new FlowTenant().WithArm(Project, "{}").WithArm(Project + "/connections/c", """{"category":"GroundingWithBingSearch","target":"https://api.bing.microsoft.com/","authType":"ApiKey"}""").One("tool").CrossesTenant);

    [Theory]
    [InlineData("""{"dataClassification":"Highly Confidential"}""", "restricted")]
    [InlineData("""{"Data-Classification":"General"}""", "internal")]
    [InlineData("""{"sensitivity":"public"}""", "public")]
    [InlineData("""{"sensitivity":"Project Falcon"}""", "Project Falcon")]
    [InlineData("""{"sensitivity":"public","classification":"Project Falcon"}""", "Project Falcon")]
    [InlineData("""{"sensitivity":"  ","owner":"confidential"}""", "")]
    [InlineData("""{"sensitivity":7}""", "")]
    public void Tags_give_the_class_of_the_data(string tags, string name) => Assert.Equal(name, Kept(tags).One("train").DataClass);

    [Fact]
    public void The_highest_of_what_tags_and_ashlar_yaml_say_counts_and_its_source_is_named()
    {
        var tenant = Kept("""{"sensitivity":"internal"}""");
        tenant.DataClasses = [Sub + " = public", Sub + "/resourceGroups/rg = confidential"];
        var flow = tenant.One("train");
        Assert.Equal(("confidential", $"ashlar.yaml dataClasses {Sub}/resourceGroups/rg = confidential"), (flow.DataClass, flow.ClassSource));
    }

    [Fact]
    public void A_label_of_a_column_counts_for_its_server()
    {
        var server = Id("rg", "Microsoft.Sql/servers", "sql");
        var flow = new FlowTenant().With(server).WithArm(Project, "{}").WithArm(Project + "/connections/c", """{"category":"AzureSqlDb","target":"sql.database.windows.net","authType":"AAD"}""")
            .WithArm(server + "/databases/d/schemas/dbo/tables/t/columns/c/sensitivityLabels/current", """{"labelName":"Confidential - GDPR","rank":"Medium"}""").One("retrieve");
        Assert.Equal("Confidential - GDPR", flow.DataClass);
        Assert.StartsWith("label ", flow.ClassSource);
    }

    private static FlowTenant Called() => new FlowTenant().With(Ai, """{"endpoint":"https://ai.openai.azure.com"}""", "OpenAI").With(Id("rg", "Microsoft.App/containerApps", "ca"), """{"template":{"containers":[{"image":"cr.azurecr.io/x","env":[{"name":"E","value":"https://ai.openai.azure.com"}]}]}}""");

    private static FlowTenant Sent() => new FlowTenant().WithArm(Ai + "/providers/Microsoft.Insights/diagnosticSettings/d", $$"""{"workspaceId":"{{Elsewhere}}/resourceGroups/l/providers/Microsoft.OperationalInsights/workspaces/w","logs":[{"enabled":true}]}""");

    private static FlowTenant Kept(string tags) => new FlowTenant().With(Docs, tags: tags).With(Workspace).WithArm(Workspace + "/datastores/d", """{"datastoreType":"AzureBlob","accountName":"docs","credentials":{"credentialsType":"None"}}""");
}
