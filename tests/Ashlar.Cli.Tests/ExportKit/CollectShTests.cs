using System.Runtime.Versioning;
using System.Text.Json;
using static Ashlar.Cli.Tests.ExportKit.FakeAnswers;

namespace Ashlar.Cli.Tests.ExportKit;

[UnsupportedOSPlatform("windows")]
public sealed class CollectShTests(CollectedTenant tenant) : IClassFixture<CollectedTenant>
{
    private FakeAzure Azure => tenant.Azure;

    [Fact]
    public void Every_page_of_a_query_is_written_and_said_to_be_complete()
    {
        Assert.True(tenant.Code == 0, tenant.Error);
        Assert.Equal([CollectedTenant.Chat, CollectedTenant.Locked, CollectedTenant.Lab], Azure.Rows("arg/resources.ndjson").Select(r => Text(r, "id")));
        var resources = Assert.Single(Azure.DataSets("resources"));
        Assert.Equal(("/", "complete", "arg/resources.ndjson"), (Text(resources, "scope"), Text(resources, "list"), Text(resources, "file")));
        Assert.Equal(("ashlar-export/1", Tenant), (Text(Azure.Manifest, "schema"), Text(Azure.Manifest, "tenantId")));
    }

    [Fact]
    public void A_list_is_complete_over_its_pages_a_repeated_call_and_a_kind_without_such_children()
    {
        Assert.Equal(["one", "two"], Azure.Rows($"arm/{A}/microsoft.cognitiveservices.accounts.deployments.ndjson").Select(r => Text(r, "name")));
        var deployments = Azure.DataSets("armresources", "microsoft.cognitiveservices/accounts/deployments").ToList();
        Assert.Equal([$"/subscriptions/{A}", $"/subscriptions/{B}"], deployments.Select(d => Text(d, "scope")));
        Assert.All(deployments, d => Assert.Equal("complete", Text(d, "list")));
        Assert.Equal(JsonValueKind.Null, deployments[1].GetProperty("file").ValueKind);
    }

    [Fact]
    public void Only_read_verbs_are_used_and_no_key_is_asked_for()
    {
        Assert.True(Azure.AnsweredEverything);
        Assert.True(Azure.Calls.Count > 60);
        Assert.All(Azure.Calls, call => Assert.Matches("^(get https://(management|graph)|post https://management.azure.com/providers/Microsoft.ResourceGraph/resources[?])", call));
        Assert.All(Azure.Calls, call => Assert.DoesNotMatch("(?i)list(keys|secrets|credentials|adminkeys|querykeys|connectionstrings)", call));
    }

    [Fact]
    public void What_is_forbidden_becomes_a_gap_with_the_permission_and_the_rest_goes_on()
    {
        var diagnostics = Azure.DataSets("armresources", "microsoft.insights/diagnosticsettings").ToList();
        Assert.Equal(["complete", "partial"], diagnostics.Select(d => Text(d, "list")));
        Assert.Equal(("forbidden", "Microsoft.Insights/diagnosticSettings/read"), (Text(diagnostics[1], "reason"), Text(diagnostics[1], "permission")));
        Assert.StartsWith("403 AuthorizationFailed", Text(diagnostics[1], "error"), StringComparison.Ordinal);
        Assert.Equal("Policy.Read.All", Text(Assert.Single(Azure.DataSets("ConditionalAccessPolicies")), "permission"));
        Assert.Contains("Policy.Read.All", tenant.Error, StringComparison.Ordinal);
        Assert.Equal("complete", Text(Assert.Single(Azure.DataSets("NamedLocations")), "list"));
    }

    [Fact]
    public void A_missing_licence_is_said_once_for_the_tenant()
    {
        var eligible = Assert.Single(Azure.DataSets("armresources", "microsoft.authorization/roleeligibilityscheduleinstances"));
        Assert.Equal(("/", "notLicensed", "partial"), (Text(eligible, "scope"), Text(eligible, "reason"), Text(eligible, "list")));
    }

    [Fact]
    public void One_parent_that_cannot_be_read_makes_the_list_partial_and_is_named()
    {
        var policies = Azure.DataSets("armresources", "microsoft.cognitiveservices/accounts/raipolicies").ToList();
        Assert.Equal([$"/subscriptions/{A}", CollectedTenant.Locked, $"/subscriptions/{B}"], policies.Select(p => Text(p, "scope")));
        Assert.Equal(["partial", "partial", "complete"], policies.Select(p => Text(p, "list")));
        Assert.Single(Azure.Rows(Text(policies[0], "file")));
    }

    [Fact]
    public void A_value_that_could_be_a_secret_is_removed()
    {
        var properties = Azure.Rows("arg/resources.ndjson")[0].GetProperty("properties");
        Assert.Equal("(removed)", Text(properties, "ConnectionString"));
        Assert.Equal(["(removed)", "fast"], properties.GetProperty("containers")[0].GetProperty("env").EnumerateArray().Select(e => Text(e, "value")));
        Assert.False(properties.GetProperty("disableLocalAuth").GetBoolean());
        Assert.Equal(KeptOfGateway, Texts(properties.GetProperty("gateway")));
    }

    [Fact]
    public void Members_carry_their_group()
    {
        Assert.Equal(
            [("g1", "u1", "#microsoft.graph.user"), ("g1", "g2", "#microsoft.graph.group")],
            Azure.Rows("entra/GroupMembers.ndjson").Select(r => (Text(r, "groupId"), Text(r, "memberId"), Text(r, "@odata.type"))));
    }

    [Fact]
    public void Members_of_an_administrative_unit_carry_it()
    {
        Assert.Equal([("unit", "u1")], Azure.Rows("entra/AdministrativeUnitMembers.ndjson").Select(r => (Text(r, "administrativeUnitId"), Text(r, "memberId"))));
        Assert.Equal("complete", Text(Assert.Single(Azure.DataSets("AdministrativeUnitMembers")), "list"));
    }

    [Fact]
    public void Who_may_become_a_member_is_asked_of_groups_with_access_and_those_in_them_only()
    {
        Assert.Equal([("g2", "u9")], Azure.Rows("entra/GroupEligibilities.ndjson").Select(r => (Text(r, "groupId"), Text(r, "principalId"))));
        Assert.Contains(Azure.Calls, c => c.EndsWith("groupId%20eq%20'g1'", StringComparison.Ordinal));
        Assert.DoesNotContain(Azure.Calls, c => c.EndsWith("groupId%20eq%20'g3'", StringComparison.Ordinal));
        Assert.Equal("complete", Text(Assert.Single(Azure.DataSets("GroupEligibilities")), "list"));
    }

    [Fact]
    public void A_management_group_gives_what_stands_there_and_not_what_it_has_from_above()
    {
        var deny = Azure.DataSets("armresources", "microsoft.authorization/denyassignments").ToList();
        Assert.Equal([CollectedTenant.Landing, $"/subscriptions/{A}", $"/subscriptions/{B}"], deny.Select(d => Text(d, "scope")));
        Assert.Equal("here", Text(Assert.Single(Azure.Rows(Text(deny[0], "file"))), "name"));
    }

    [Fact]
    public void Nobody_else_may_read_the_files()
    {
        Assert.All(
            Directory.EnumerateFiles(Azure.Out, "*", SearchOption.AllDirectories),
            f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
    }

    [Fact]
    public async Task An_export_is_never_written_over_another()
    {
        var (code, error) = await Azure.CollectAsync();

        Assert.Equal(2, code);
        Assert.Contains("already holds an export", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_read_access_at_the_root_only_readable_subscriptions_are_complete_and_lost_rows_are_noticed()
    {
        using var azure = new FakeAzure();
        azure.Fail($"/providers/Microsoft.Management/managementGroups/{Tenant}/providers/Microsoft.Authorization/permissions", Forbidden)
            .Get($"/subscriptions/{A}/providers/Microsoft.Authorization/permissions", MayRead("*/read"))
            .Get($"/subscriptions/{B}/providers/Microsoft.Authorization/permissions", MayRead("Microsoft.Storage/*/read"))
            .Get("/subscriptions?", TwoSubscriptions)
            .Query("*networkresources | order by id asc", "", Page(7, null, Account(CollectedTenant.Chat, A)));

        await azure.CollectAsync();

        Assert.Equal(
            [("/", "partial"), ($"/providers/Microsoft.Management/managementGroups/{Tenant}", "partial"), ($"/subscriptions/{A}", "complete"), ($"/subscriptions/{B}", "partial")],
            azure.DataSets("resources").Select(d => (Text(d, "scope"), Text(d, "list"))));
        Assert.Equal(
            ["Reader at the tenant root management group", "Reader on the subscription"],
            azure.DataSets("resources").Where(d => d.TryGetProperty("permission", out _)).Select(d => Text(d, "permission")));
        Assert.Equal(("/", "partial"), (Text(azure.DataSets("authorizationresources").Single(), "scope"), Text(azure.DataSets("authorizationresources").Single(), "list")));
        Assert.Equal(["complete", "partial"], azure.DataSets("armresources", "microsoft.cognitiveservices/accounts/deployments").Select(d => Text(d, "list")));
        var lost = Assert.Single(azure.DataSets("networkresources"));
        Assert.Equal("partial", Text(lost, "list"));
        Assert.Contains("1 of 7", Text(lost, "error"), StringComparison.Ordinal);
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
