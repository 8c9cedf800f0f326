using static Ashlar.Graph.Tests.Flows.FlowTenant;
using static Ashlar.Graph.Tests.Workloads.Estates;

namespace Ashlar.Graph.Tests.Flows;

/// <summary>What settings state, kind by kind.</summary>
public class KindTests
{
    private const string Mine = """{"type":"SystemAssigned","principalId":"m1"}""";

    [Fact]
    public void A_data_source_that_names_a_store_by_its_id_fills_the_index_as_the_service_itself()
    {
        var flow = Searching(identity: Mine).WithArm(Idx + "/datasources/d", $$$"""{"type":"azureblob","credentials":{"connectionString":"ResourceId={{{Docs}}};"},"container":{"name":"c"}}""").One("index");
        Assert.Equal((Docs, Idx, "identity", "m1", Idx + "/datasources/d"), (flow.From, flow.To, flow.Authentication, flow.RunsAs, flow.ViaId));
    }

    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=docs;EndpointSuffix=core.windows.net")]
    [InlineData("BlobEndpoint=https://docs.blob.core.windows.net/")]
    public void A_data_source_with_a_connection_string_reads_by_key(string text)
    {
        var flow = Searching().WithArm(Idx + "/datasources/d", $$$"""{"type":"azureblob","credentials":{"connectionString":"{{{text}}}"}}""").One("index");
        Assert.Equal((Docs, "key"), (flow.From, flow.Authentication));
    }

    [Fact]
    public void A_data_source_whose_store_was_not_told_leaves_the_source_open()
    {
        var flow = Assert.Single(Searching().WithArm(Idx + "/datasources/d", """{"type":"cosmosdb","credentials":{"connectionString":null}}""").Flows(), f => f.Kind == "index");
        Assert.Equal(("", "microsoft.documentdb/databaseaccounts", false), (flow.From, flow.FromType, flow.Complete));
    }

    [Fact]
    public void A_search_service_that_may_read_a_store_indexes_it_as_far_as_its_role_tells()
    {
        var flow = Searching(identity: Mine).WithRole("m1", Docs, "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read").One("index");
        Assert.Equal((Docs, "identity", "properties.principalId"), (flow.From, flow.Authentication, flow.ViaPath));
        Assert.EndsWith("/roleAssignments/x1", flow.ViaId);
    }

    [Fact]
    public void A_role_for_a_whole_subscription_says_nothing_of_any_one_store() =>
        Assert.DoesNotContain(Searching(identity: Mine).WithRole("m1", Sub, "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read").Lines(), l => l.StartsWith("index", StringComparison.Ordinal));

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts", "Approved", "index x > idx")]
    [InlineData("Microsoft.Storage/storageAccounts", "Rejected", null)]
    [InlineData("Microsoft.Sql/managedInstances", "Pending", "index x > idx")]
    [InlineData("Microsoft.CognitiveServices/accounts", "Approved", "call idx > x")]
    [InlineData("Microsoft.Web/sites", "Approved", "tool idx > x")]
    [InlineData("Microsoft.KeyVault/vaults", "Approved", null)]
    public void A_shared_private_link_of_a_search_service_leads_to_what_it_indexes_calls_or_neither(string type, string status, string? line) =>
        Assert.Equal(line, Searching().WithArm(Idx + "/sharedPrivateLinkResources/l", $$"""{"privateLinkResourceId":"{{Id("rg", type, "x")}}","groupId":"g","status":"{{status}}"}""").Lines().SingleOrDefault());

    [Fact]
    public void Skills_and_vectorizers_call_models_and_tools() =>
        Assert.Equal(
            ["call idx > ai", "persist idx > docs", "tool idx > hook.example"],
            Searching()
                .WithArm(Idx + "/skillsets/s", """{"skills":[{"uri":"https://hook.example/run"},{"resourceUri":"https://ai.openai.azure.com","deploymentId":"e"}],"knowledgeStore":{"storageConnectionString":"AccountName=docs;AccountKey=x"}}""")
                .WithArm(Idx + "/indexes/i", """{"vectorSearch":{"vectorizers":[{"azureOpenAIParameters":{"resourceUri":"https://ai.openai.azure.com","apiKey":"x"}}]}}""")
                .Lines());

    [Theory]
    [InlineData("AzureOpenAI", "https://other.openai.azure.com/", "call p > other.openai.azure.com")]
    [InlineData("CognitiveSearch", "https://idx.search.windows.net", "retrieve idx > p")]
    [InlineData("AzureStorageAccount", "https://docs.blob.core.windows.net/", "retrieve docs > p")]
    [InlineData("Snowflake", "https://x.snowflakecomputing.com", "retrieve x.snowflakecomputing.com > p")]
    [InlineData("AppInsights", "/subscriptions/s/resourceGroups/g/providers/Microsoft.Insights/components/traces", "log p > traces")]
    [InlineData("ContainerRegistry", "cr.azurecr.io", "registry cr.azurecr.io > p")]
    [InlineData("RemoteTool", "https://mcp.example/sse", "tool p > mcp.example")]
    [InlineData("CustomKeys", "https://api.example", "tool p > api.example")]
    [InlineData("Something new", "https://api.example", "tool p > api.example")]
    public void A_connection_moves_data_as_its_category_says(string category, string target, string line) =>
        Assert.Contains(line, Foundry().WithArm(Project + "/connections/c", $$"""{"category":"{{category}}","target":"{{target}}","authType":"AAD"}""").Lines());

    [Theory]
    [InlineData("AAD", "identity")]
    [InlineData("ApiKey", "key")]
    [InlineData("CustomKeys", "key")]
    [InlineData("None", "anonymous")]
    [InlineData("Telepathy", "unknown")]
    public void A_connection_says_how_it_shows_who_it_is(string type, string authentication) =>
        Assert.Equal(authentication, Foundry().WithArm(Project + "/connections/c", $$"""{"category":"CognitiveSearch","target":"https://idx.search.windows.net","authType":"{{type}}"}""").One("retrieve").Authentication);

    [Fact]
    public void Of_two_connections_to_one_index_the_one_with_a_key_counts()
    {
        var flow = Foundry()
            .WithArm(Project + "/connections/a", """{"category":"CognitiveSearch","target":"https://idx.search.windows.net","authType":"AAD"}""")
            .WithArm(Project + "/connections/b", """{"category":"CognitiveSearch","target":"https://idx.search.windows.net","authType":"ApiKey"}""")
            .One("retrieve");
        Assert.Equal(("key", Project + "/connections/b"), (flow.Authentication, flow.ViaId));
    }

    [Fact]
    public void A_capability_host_keeps_threads_files_and_vectors_where_its_connections_lead() =>
        Assert.Equal(
            ["persist p > ai", "persist p > docs", "persist p > idx", "retrieve docs > p", "retrieve idx > p"],
            Foundry()
                .WithArm(Project + "/connections/st", """{"category":"AzureStorageAccount","target":"https://docs.blob.core.windows.net","authType":"AAD"}""")
                .WithArm(Project + "/connections/kb", """{"category":"CognitiveSearch","target":"https://idx.search.windows.net","authType":"AAD"}""")
                .WithArm(Project + "/capabilityHosts/agents", """{"capabilityHostKind":"Agents","threadStorageConnections":[],"storageConnections":["st"],"vectorStoreConnections":["kb"]}""")
                .Lines().Order(StringComparer.Ordinal));

    [Fact]
    public void A_workspace_persists_logs_and_pulls_and_trains_on_what_its_datastores_name() =>
        Assert.Equal(
            ["log ml > traces", "persist ml > docs", "persist ml > kv", "registry cr > ml", "train docs > ml", "train lake.dfs.core.windows.net > ml"],
            new FlowTenant().With(Docs).With(Workspace, $$"""{"storageAccount":"{{Docs}}","keyVault":"{{Vault("kv")}}","applicationInsights":"{{Id("rg", "Microsoft.Insights/components", "traces")}}","containerRegistry":"{{Id("rg", "Microsoft.ContainerRegistry/registries", "cr")}}"}""")
                .WithArm(Workspace + "/datastores/one", """{"datastoreType":"AzureBlob","accountName":"docs","credentials":{"credentialsType":"AccountKey"}}""")
                .WithArm(Workspace + "/datastores/two", """{"datastoreType":"AzureDataLakeGen2","accountName":"lake","credentials":{"credentialsType":"None"}}""")
                .Lines().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""{"dataUri":"abfss://raw@lake.dfs.core.windows.net/x"}""", "data/d/versions/1", "train lake.dfs.core.windows.net > ml")]
    [InlineData("""{"dataUri":"https://example.org/set.csv"}""", "data/d/versions/1", "train example.org > ml")]
    [InlineData("""{"inputs":{"i":{"uri":"https://docs.blob.core.windows.net/c"}}}""", "jobs/j", "train docs.blob.core.windows.net > ml")]
    [InlineData("""{"outputs":{"o":{"uri":"wasbs://c@out.blob.core.windows.net/y"}}}""", "jobs/j", "persist ml > out.blob.core.windows.net")]
    public void Data_assets_and_jobs_name_addresses_of_their_own(string properties, string below, string line) =>
        Assert.Contains(line, new FlowTenant().With(Workspace).WithArm(Workspace + "/" + below, properties).Lines());

    [Fact]
    public void An_endpoint_takes_its_model_from_a_registry() =>
        Assert.Contains("registry shared > ep", new FlowTenant().With(Workspace).With(Id("rg", "Microsoft.MachineLearningServices/registries", "shared"))
            .With(Workspace + "/onlineEndpoints/ep").WithArm(Workspace + "/onlineEndpoints/ep/deployments/blue", """{"model":"azureml://registries/shared/models/m/versions/1"}""").Lines());

    [Fact]
    public void An_account_keeps_in_the_storage_that_its_user_owns() =>
        Assert.Contains("persist ai > docs", new FlowTenant().With(Docs).With(Ai, $$"""{"userOwnedStorage":[{"resourceId":"{{Docs}}"}]}""", "SpeechServices").Lines());

    [Fact]
    public void A_fine_tuned_model_of_another_account_comes_from_there() =>
        Assert.Contains("registry tuned > ai", new FlowTenant().WithArm(Ai + "/deployments/d", $$$"""{"model":{"name":"m","source":"{{{Account("rg", "tuned")}}}"}}""").Lines());

    [Fact]
    public void An_application_calls_retrieves_uses_and_logs_as_its_settings_name() =>
        Assert.Equal(
            ["call web > ai", "call web > api.openai.com", "log web > traces", "retrieve idx > web", "use docs > web"],
            Searching().With(Web).WithArm(Web + "/config/appsettings", $$"""{"A":"https://ai.openai.azure.com/","B":"https://idx.search.windows.net","C":"https://docs.blob.core.windows.net","D":"{{Id("rg", "Microsoft.Insights/components", "traces")}}","E":"https://api.openai.com/v1"}""")
                .Lines().Order(StringComparer.Ordinal));

    [Fact]
    public void A_container_runs_an_image_of_a_registry_that_is_not_Azures() =>
        Assert.Contains("registry docker.io > ca", new FlowTenant().With(Id("rg", "Microsoft.App/containerApps", "ca"), """{"template":{"containers":[{"image":"vllm/vllm-openai:latest","env":[{"name":"X","value":"https://ai.openai.azure.com"}]}]}}""").Lines());

    [Fact]
    public void A_gateway_calls_by_backend_api_and_policy_and_writes_where_its_loggers_say() =>
        Assert.Equal(
            ["call apim > ai", "log apim > hub"],
            new FlowTenant().With(Apim, identity: Mine).With(Id("rg", "Microsoft.EventHub/namespaces", "hub"))
                .WithArm(Apim + "/backends/b", """{"url":"https://ai.openai.azure.com/openai"}""")
                .WithArm(Apim + "/apis/a", """{"serviceUrl":"https://ai.openai.azure.com/openai"}""")
                .WithArm(Apim + "/apis/a/policies/policy", """{"value":"<policies><inbound><authentication-managed-identity resource=\"https://cognitiveservices.azure.com\" /><set-backend-service base-url=\"https://ai.openai.azure.com\" /></inbound></policies>"}""")
                .WithArm(Apim + "/loggers/l", """{"loggerType":"azureEventHub","credentials":{"endpointAddress":"hub.servicebus.windows.net","identityClientId":"x"}}""")
                .Lines());

    [Fact]
    public void A_log_goes_where_the_diagnostic_setting_sends_it_and_metrics_alone_are_no_log() =>
        Assert.Equal(
            ["export ai > dd", "log ai > hub", "log ai > logs", "log ai > docs"],
            new FlowTenant().With(Docs).With(Logs)
                .WithArm(Ai + "/providers/Microsoft.Insights/diagnosticSettings/all", $$"""{"workspaceId":"{{Logs}}","storageAccountId":"{{Docs}}","eventHubAuthorizationRuleId":"{{Id("rg", "Microsoft.EventHub/namespaces", "hub")}}/authorizationRules/Root","marketplacePartnerId":"{{Id("rg", "Microsoft.Datadog/monitors", "dd")}}","logs":[{"categoryGroup":"allLogs","enabled":true}]}""")
                .WithArm(Ai + "/providers/Microsoft.Insights/diagnosticSettings/metrics", $$"""{"workspaceId":"{{Id("rg", "Microsoft.OperationalInsights/workspaces", "other")}}","logs":[{"category":"Audit","enabled":false}],"metrics":[{"category":"AllMetrics","enabled":true}]}""")
                .Lines());

    [Fact]
    public void What_a_partner_gets_leaves_the_tenant() =>
        Assert.True(new FlowTenant().WithArm(Ai + "/providers/Microsoft.Insights/diagnosticSettings/p", $$"""{"marketplacePartnerId":"{{Id("rg", "Microsoft.Datadog/monitors", "dd")}}","logs":[{"enabled":true}]}""").One("export").CrossesTenant);

    [Fact]
    public void A_store_copies_itself_and_an_events_subscriber_hears_of_it()
    {
        var tenant = Searching().WithArm(Idx + "/datasources/d", $$$"""{"credentials":{"connectionString":"ResourceId={{{Docs}}};"}}""")
            .WithArm(Docs + "/objectReplicationPolicies/o", $$"""{"sourceAccount":"{{Docs}}","destinationAccount":"away"}""")
            .WithArm(Docs + "/providers/Microsoft.EventGrid/eventSubscriptions/e", """{"destination":{"endpointType":"WebHook","properties":{"endpointBaseUrl":"https://hook.example/x"}}}""");
        Assert.Equal(["event docs > hook.example", "replicate docs > away.blob.core.windows.net"], tenant.Lines().Where(l => !l.StartsWith("index", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_database_in_two_regions_is_copied_to_the_second()
    {
        var cosmos = Id("rg", "Microsoft.DocumentDB/databaseAccounts", "db");
        var flow = Searching().WithArm(Idx + "/datasources/d", $$$"""{"credentials":{"connectionString":"ResourceId={{{cosmos}}};"}}""")
            .With(cosmos, """{"writeLocations":[{"locationName":"West Europe"}],"locations":[{"locationName":"West Europe","failoverPriority":0},{"locationName":"East US","failoverPriority":1}]}""").One("replicate");
        Assert.Equal(("westeurope", "eastus", true), (flow.FromRegion, flow.ToRegion, flow.CrossesRegion));
    }

    [Fact]
    public void What_concerns_no_AI_is_left_out() =>
        Assert.Empty(new FlowTenant().With(Id("rg2", "Microsoft.Web/sites", "shop")).WithArm(Id("rg2", "Microsoft.Web/sites", "shop") + "/config/appsettings", """{"S":"https://orders.blob.core.windows.net"}""").With(Id("rg2", "Microsoft.Storage/storageAccounts", "orders")).Lines());

    private static FlowTenant Searching(string? identity = null) => new FlowTenant().With(Docs).With(Idx, identity: identity).With(Ai, $$"""{"x":"{{Idx}}","endpoint":"https://ai.openai.azure.com/"}""", "AIServices");

    private static FlowTenant Foundry() => Searching().WithArm(Project, "{}");
}
