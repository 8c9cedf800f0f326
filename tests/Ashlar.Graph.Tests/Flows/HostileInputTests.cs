using System.Text.Json.Nodes;
using static Ashlar.Graph.Tests.Flows.FlowTenant;
using static Ashlar.Graph.Tests.Workloads.Estates;

namespace Ashlar.Graph.Tests.Flows;

/// <summary>Exports hold whatever somebody put there: nothing stops the run, and nothing is made up.</summary>
public class HostileInputTests
{
    private static readonly string[] Types =
    [
        Ai + "/deployments/x", Ai + "/connections/x", Project + "/connections/x", Project + "/capabilityHosts/x", Ai + "/fineTuningJobs/x", Workspace + "/connections/x", Workspace + "/datastores/x", Workspace + "/data/a/versions/1",
        Workspace + "/jobs/x", Workspace + "/onlineEndpoints/e/deployments/x", Idx + "/datasources/x", Idx + "/skillsets/x", Idx + "/indexes/x", Idx + "/sharedPrivateLinkResources/x", Apim + "/backends/x",
        Apim + "/apis/x", Apim + "/apis/x/policies/policy", Apim + "/loggers/x", Logs + "/dataexports/x", Logs + "/linkedStorageAccounts/x", Docs + "/objectReplicationPolicies/x", Web + "/config/appsettings",
        Ai + "/providers/Microsoft.Insights/diagnosticSettings/x", Docs + "/providers/Microsoft.EventGrid/eventSubscriptions/x",
    ];

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("""{"category":7,"target":[],"authType":{},"metadata":"x","credentials":"x","accountName":{},"skills":{},"vectorSearch":[],"logs":"on","destination":7,"storageAccountIds":"x","model":7,"url":7,"value":7,"privateLinkResourceId":{},"threadStorageConnections":{"a":1},"storageConnections":7,"inputs":[],"dataUri":7,"resourceId":7}""")]
    [InlineData("""{"category":"CognitiveSearch","target":"http://[::1","metadata":{"ResourceId":"/subscriptions//"},"accountName":"a/../b c","credentials":{"connectionString":";;==;ResourceId=;AccountName=../x;"},"skills":[null,7,{"uri":"javascript:alert(1)"}],"model":"azureml://registries/","url":"://","dataUri":"abfss://@","workspaceId":"/","privateLinkResourceId":"/subscriptions","storageConnections":[null,7,""," "],"resourceId":"x"}""")]
    public void A_row_of_any_shape_is_read(string properties)
    {
        var tenant = Everything();
        foreach (var id in Types)
            tenant.WithArm(id, properties);
        Assert.All(tenant.Flows(), f => Assert.True(f.From.Length > 0 || f.To.Length > 0));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"customSubDomainName":7,"userOwnedStorage":[7,null,{"resourceId":7}],"hostNames":"x","locations":[{"locationName":7}],"writeLocations":7,"configuration":7,"template":{"containers":[7,{"image":7},{"image":"///"}]},"identityProfile":7}""")]
    public void A_resource_of_any_shape_is_read(string properties)
    {
        var tenant = new FlowTenant();
        foreach (var id in new[] { Ai, Idx, Docs, Logs, Workspace, Web, Apim, Id("rg", "Microsoft.App/containerApps", "ca"), Id("rg", "Microsoft.DocumentDB/databaseAccounts", "db") })
            tenant.With(id, properties, identity: """{"type":7,"principalId":{},"userAssignedIdentities":{"x":null}}""", tags: """["a"]""");
        Assert.All(tenant.Flows(), f => Assert.True(f.From.Length > 0 || f.To.Length > 0));
    }

    [Fact]
    public void A_name_is_found_however_deep_it_lies()
    {
        JsonNode deep = JsonValue.Create("https://docs.blob.core.windows.net");
        for (var i = 0; i < 200; i++)
            deep = new JsonObject { ["a"] = deep };
        var tenant = new FlowTenant().With(Docs).With(Web, $$"""{"x":"{{Ai}}"}""");
        tenant.Arm.Add(new JsonObject { ["id"] = Web + "/config/appsettings", ["type"] = "microsoft.web/sites/config", ["properties"] = deep });
        Assert.Contains("use docs > web", tenant.Lines());
    }

    [Fact]
    public void A_connection_that_names_itself_goes_nowhere() =>
        Assert.DoesNotContain(new FlowTenant().WithArm(Ai + "/connections/c", $$"""{"category":"AIServices","target":"{{Ai}}","authType":"AAD"}""").Lines(), l => l.StartsWith("call", StringComparison.Ordinal));

    [Fact]
    public void The_same_tenant_gives_the_same_rows_in_any_order()
    {
        var one = Text(Everything());
        var turned = Everything();
        turned.Resources.Reverse();
        turned.Arm.Reverse();
        Assert.NotEmpty(one);
        Assert.Equal(one, Text(turned));
    }

    private static string[] Text(FlowTenant tenant)
    {
        tenant.Flows(out var rows);
        return [.. rows.Select(r => string.Join('|', r))];
    }

    private static FlowTenant Everything() => new FlowTenant()
        .With(Docs).With(Idx).With(Logs).With(Web, $$"""{"x":"{{Ai}}"}""").With(Apim, $$"""{"x":"{{Ai}}"}""").With(Workspace, $$"""{"storageAccount":"{{Docs}}"}""").With(Ai, $$"""{"x":"{{Idx}}","y":"{{Docs}}","z":"{{Logs}}","endpoint":"https://ai.openai.azure.com"}""", "AIServices")
        .WithArm(Project, "{}")
        .WithArm(Project + "/connections/one", """{"category":"CognitiveSearch","target":"https://idx.search.windows.net","authType":"AAD"}""")
        .WithArm(Project + "/connections/two", """{"category":"CognitiveSearch","target":"https://idx.search.windows.net","authType":"ApiKey"}""")
        .WithArm(Ai + "/deployments/a", "{}", "Standard").WithArm(Ai + "/deployments/b", "{}", "GlobalStandard");
}
