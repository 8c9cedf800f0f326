using System.Runtime.Versioning;
using static Ashlar.Cli.Tests.ExportKit.FakeAnswers;

namespace Ashlar.Cli.Tests.ExportKit;

/// <summary>One run of collect.sh with Reader at the root, over two subscriptions where this and that goes wrong.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CollectedTenant : IAsyncLifetime
{
    internal const string Chat = $"/subscriptions/{A}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/chat";
    internal const string Locked = $"/subscriptions/{A}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/locked";
    internal const string Lab = $"/subscriptions/{B}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/lab";

    internal const string Landing = "/providers/Microsoft.Management/managementGroups/Landing";

    internal FakeAzure Azure { get; } = new();

    internal int Code { get; private set; }

    internal string Error { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var secretive = Account(Chat, A, $$$"""{"gateway":{{{Gateway.ReplaceLineEndings("")}}},"ConnectionString":"Endpoint=1","disableLocalAuth":false,"containers":[{"env":[{"name":"AZURE_OPENAI_API_KEY","value":"sk-secret"},{"name":"MODE","value":"fast"}]}]}""");
        Azure.Get($"/providers/Microsoft.Management/managementGroups/{Tenant}/providers/Microsoft.Authorization/permissions", MayRead("*/read"))
            .Get("/subscriptions?", TwoSubscriptions)
            .Query("*resources | order by id asc", "", Page(3, "page2", secretive))
            .Query("*resources | order by id asc", "page2", Page(3, null, Account(Locked, A), Account(Lab, B)))
            .Get($"{Chat}/deployments", List("https://management.azure.com/next?page=2", Child(Chat, "deployments", "one")))
            .Get("/next?page=2", List(null, Child(Chat, "deployments", "two")))
            .FailOnce($"{Chat}/deployments", """Too Many Requests({"error":{"code":"TooManyRequests"}})""")
            .Fail($"{Lab}/deployments", """Not Found({"error":{"code":"ResourceNotFound"}})""")
            .Get($"{Chat}/raiPolicies", List(null, Child(Chat, "raiPolicies", "strict")))
            .Fail($"{Locked}/raiPolicies", Forbidden)
            .Fail($"/subscriptions/{B}/providers/Microsoft.Insights/diagnosticSettings", Forbidden)
            .Fail($"{Lab}/providers/Microsoft.Insights/diagnosticSettings", Forbidden)
            .Fail($"/subscriptions/{A}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances", """Bad Request({"error":{"code":"AadPremiumLicenseRequired","message":"no"}})""")
            .Fail($"{Landing}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances", """Bad Request({"error":{"code":"AadPremiumLicenseRequired","message":"no"}})""")
            .Fail("https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies", """Forbidden({"error": {"code": "AccessDenied"}})""")
            .Query("*resourcecontainers | order by id asc", "", Page(1, null, $$"""{"id":"{{Landing}}","type":"microsoft.management/managementgroups"}"""))
            .Query("*authorizationresources | order by id asc", "", Page(1, null, """{"id":"/r1","type":"microsoft.authorization/roleassignments","properties":{"principalId":"G1"}}"""))
            .Get($"{Landing}/providers/Microsoft.Authorization/denyAssignments", List(null, Deny(Landing, "here"), Deny($"/providers/Microsoft.Management/managementGroups/{Tenant}", "above")))
            .Get("https://graph.microsoft.com/v1.0/directory/administrativeUnits?", """{"value":[{"id":"unit"}]}""")
            .Get("https://graph.microsoft.com/v1.0/directory/administrativeUnits/unit/members", """{"value":[{"@odata.type":"#microsoft.graph.user","id":"u1"}]}""")
            .Get("https://graph.microsoft.com/v1.0/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances?$filter=groupId%20eq%20'g2'", """{"value":[{"id":"e1","groupId":"g2","principalId":"u9","accessId":"member"}]}""")
            .Get("https://graph.microsoft.com/v1.0/groups?", """{"value":[{"id":"g1","displayName":"sg"},{"id":"g2","displayName":"inner"},{"id":"g3","displayName":"other"}]}""")
            .Get("https://graph.microsoft.com/v1.0/groups/g1/members", """{"value":[{"@odata.type":"#microsoft.graph.user","id":"u1"},{"@odata.type":"#microsoft.graph.group","id":"g2"}]}""");
        (Code, Error) = await Azure.CollectAsync();
    }

    public Task DisposeAsync()
    {
        Azure.Dispose();
        return Task.CompletedTask;
    }
}
