using System.Text.Json;
using static Ashlar.Cli.Tests.ExportKit.CollectedTenant;
using static Ashlar.Cli.Tests.ExportKit.FakeAnswers;

namespace Ashlar.Cli.Tests.ExportKit;

#pragma warning disable CA1416 // the ids of the shared scenario are constants, nothing of it runs
public sealed class CollectPs1Tests : IDisposable
{
    private const string Root = $"GET /providers/Microsoft.Management/managementGroups/{Tenant}/providers/Microsoft.Authorization/permissions";
    private const string Denied = """{"error":{"code":"AuthorizationFailed","message":"no"}}""";
    private readonly FakeAz azure = new();

    public void Dispose() => azure.Dispose();

    [Fact]
    public void It_collects_what_the_bash_script_collects()
    {
        TwoAccounts();
        azure.On($"GET {Chat}/deployments", List("https://management.azure.com/next?page=2", Child(Chat, "deployments", "one")))
            .On("GET /next?page=2", List(null, Child(Chat, "deployments", "two")))
            .On($"GET {Chat}/deployments", """{"error":{"code":"TooManyRequests"}}""", 429, once: true)
            .On($"GET {Lab}/deployments", """{"error":{"code":"ResourceNotFound"}}""", 404);

        azure.Collect();

        Assert.Equal([Chat, Locked, Lab], Rows("arg/resources.ndjson").Select(r => Text(r, "id")));
        Assert.Equal(["one", "two"], Rows($"arm/{A}/microsoft.cognitiveservices.accounts.deployments.ndjson").Select(r => Text(r, "name")));
        Assert.All(DataSets("armresources", "microsoft.cognitiveservices/accounts/deployments"), d => Assert.Equal("complete", Text(d, "list")));
        var properties = Rows("arg/resources.ndjson")[0].GetProperty("properties");
        Assert.Equal(("(removed)", false), (Text(properties, "ConnectionString"), properties.GetProperty("disableLocalAuth").GetBoolean()));
        Assert.Equal(KeptOfGateway, Texts(properties.GetProperty("gateway")));
        Assert.Equal(
            [("g1", "u1", "#microsoft.graph.user")],
            Rows("entra/GroupMembers.ndjson").Select(r => (Text(r, "groupId"), Text(r, "memberId"), Text(r, "@odata.type"))));
        Assert.All(azure.Calls, c => Assert.Matches("^(GET |POST (resources|resourcecontainers|authorizationresources|networkresources|kubernetesconfigurationresources|managedserviceresources|appserviceresources|policyresources|securityresources) )", c));
        Assert.All(azure.Calls, c => Assert.DoesNotMatch("(?i)list(keys|secrets|credentials|adminkeys|querykeys|connectionstrings)", c));
    }

    [Fact]
    public void What_is_forbidden_becomes_a_gap_with_the_permission_and_the_rest_goes_on()
    {
        TwoAccounts();
        azure.On($"GET {Locked}/raiPolicies", Denied, 403)
            .On($"GET /subscriptions/{B}/providers/Microsoft.Insights/diagnosticSettings", Denied, 403)
            .On($"GET {Lab}/providers/Microsoft.Insights/diagnosticSettings", Denied, 403)
            .On($"GET /subscriptions/{A}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances", """{"error":{"code":"AadPremiumLicenseRequired"}}""", 400)
            .On("GET https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies", Denied, 403);

        azure.Collect();

        var policies = DataSets("armresources", "microsoft.cognitiveservices/accounts/raipolicies").ToList();
        Assert.Equal([$"/subscriptions/{A}", Locked, $"/subscriptions/{B}"], policies.Select(p => Text(p, "scope")));
        Assert.Equal(["partial", "partial", "complete"], policies.Select(p => Text(p, "list")));
        var diagnostics = DataSets("armresources", "microsoft.insights/diagnosticsettings").ToList();
        Assert.Equal(["complete", "partial"], diagnostics.Select(d => Text(d, "list")));
        Assert.Equal(("forbidden", "Microsoft.Insights/diagnosticSettings/read"), (Text(diagnostics[1], "reason"), Text(diagnostics[1], "permission")));
        Assert.Equal("notLicensed", Text(Assert.Single(DataSets("armresources", "microsoft.authorization/roleeligibilityscheduleinstances")), "reason"));
        Assert.Equal("Policy.Read.All", Text(Assert.Single(DataSets("ConditionalAccessPolicies")), "permission"));
    }

    [Fact]
    public void What_opens_a_group_and_what_stands_at_a_management_group_is_collected_as_the_bash_script_does()
    {
        TwoAccounts();
        azure.On("POST resourcecontainers | order by id asc ", Page(1, null, $$"""{"id":"{{Landing}}","type":"microsoft.management/managementgroups"}"""))
            .On("POST authorizationresources | order by id asc ", Page(1, null, """{"id":"/r1","type":"microsoft.authorization/roleassignments","properties":{"principalId":"G1"}}"""))
            .On($"GET {Landing}/providers/Microsoft.Authorization/denyAssignments", List(null, Deny(Landing, "here"), Deny($"/providers/Microsoft.Management/managementGroups/{Tenant}", "above")))
            .On("GET https://graph.microsoft.com/v1.0/groups?", """{"value":[{"id":"g1"},{"id":"g2"},{"id":"g3"}]}""")
            .On("GET https://graph.microsoft.com/v1.0/groups/g1/members", """{"value":[{"@odata.type":"#microsoft.graph.group","id":"g2"}]}""")
            .On("GET https://graph.microsoft.com/v1.0/directory/administrativeUnits?", """{"value":[{"id":"unit"}]}""")
            .On("GET https://graph.microsoft.com/v1.0/directory/administrativeUnits/unit/members", """{"value":[{"@odata.type":"#microsoft.graph.user","id":"u1"}]}""")
            .On("GET https://graph.microsoft.com/v1.0/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances?$filter=groupId%20eq%20'g2'", """{"value":[{"id":"e1","groupId":"g2","principalId":"u9","accessId":"member"}]}""");

        azure.Collect();

        Assert.Equal([("unit", "u1")], Rows("entra/AdministrativeUnitMembers.ndjson").Select(r => (Text(r, "administrativeUnitId"), Text(r, "memberId"))));
        Assert.Equal([("g2", "u9")], Rows("entra/GroupEligibilities.ndjson").Select(r => (Text(r, "groupId"), Text(r, "principalId"))));
        Assert.DoesNotContain(azure.Calls, c => c.EndsWith("groupId%20eq%20'g3'", StringComparison.Ordinal));
        var deny = DataSets("armresources", "microsoft.authorization/denyassignments").ToList();
        Assert.Equal([Landing, $"/subscriptions/{A}", $"/subscriptions/{B}"], deny.Select(d => Text(d, "scope")));
        Assert.Equal("here", Text(Assert.Single(Rows(Text(deny[0], "file"))), "name"));
    }

    [Fact]
    public void Without_read_access_at_the_root_only_readable_subscriptions_are_complete()
    {
        TwoAccounts();
        azure.On(Root, Denied, 403)
            .On($"GET /subscriptions/{A}/providers/Microsoft.Authorization/permissions", MayRead("*/read"))
            .On($"GET /subscriptions/{B}/providers/Microsoft.Authorization/permissions", MayRead("Microsoft.Storage/*/read"));

        azure.Collect();

        Assert.Equal(
            [("/", "partial"), ($"/providers/Microsoft.Management/managementGroups/{Tenant}", "partial"), ($"/subscriptions/{A}", "complete"), ($"/subscriptions/{B}", "partial")],
            DataSets("resources").Select(d => (Text(d, "scope"), Text(d, "list"))));
        Assert.Equal("partial", Text(Assert.Single(DataSets("policyresources", "microsoft.authorization/policyassignments")), "list"));
    }

    private void TwoAccounts() => azure.On(Root, MayRead("*/read"))
        .On("GET /subscriptions?", TwoSubscriptions)
        .On("POST resources | order by id asc ", Page(3, "page2", Account(Chat, A, $$$"""{"gateway":{{{Gateway.ReplaceLineEndings("")}}},"ConnectionString":"Endpoint=1","disableLocalAuth":false}""")))
        .On("POST resources | order by id asc page2", Page(3, null, Account(Locked, A), Account(Lab, B)))
        .On("GET https://graph.microsoft.com/v1.0/groups?", """{"value":[{"id":"g1","displayName":"sg"}]}""")
        .On("GET https://graph.microsoft.com/v1.0/groups/g1/members", """{"value":[{"@odata.type":"#microsoft.graph.user","id":"u1"}]}""");

    private IEnumerable<JsonElement> DataSets(string table, string type = "") =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(azure.Out, "ashlar-export.json"))).RootElement.GetProperty("dataSets").EnumerateArray()
            .Where(d => Text(d, "table") == table && Text(d, "type") == type);

    private List<JsonElement> Rows(string file) => [.. File.ReadLines(Path.Combine(azure.Out, file)).Select(line => JsonDocument.Parse(line).RootElement)];

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
