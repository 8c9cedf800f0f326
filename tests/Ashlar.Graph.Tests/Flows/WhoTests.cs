using System.Text.Json.Nodes;
using Ashlar.Model;
using static Ashlar.Graph.Tests.Flows.FlowTenant;
using static Ashlar.Graph.Tests.Workloads.Estates;

namespace Ashlar.Graph.Tests.Flows;

/// <summary>Who writes where it comes from, who reads where it goes; what was not read is not told.</summary>
public class WhoTests
{
    private const string Write = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write";
    private const string Read = "Microsoft.Search/searchServices/indexes/documents/read";

    [Fact]
    public void Writers_of_the_store_and_readers_of_the_index_are_counted()
    {
        var flow = Indexed().WithRole("u1", Docs, Write).WithRole("u2", Docs, Write).WithRole("u1", Idx, Read).One("index");
        Assert.Equal((2L, 1L, false, false, true), (flow.Writers, flow.Readers, flow.AnyoneWrites, flow.AnyoneReads, flow.Complete));
    }

    [Fact]
    public void Readers_of_the_logs_are_counted_though_no_workload_refers_to_them()
    {
        var tenant = Indexed().With(Logs).WithArm(Ai + "/providers/Microsoft.Insights/diagnosticSettings/d", $$"""{"workspaceId":"{{Logs}}","logs":[{"enabled":true}]}""").WithRole("u1", Logs, "Microsoft.OperationalInsights/workspaces/tables/data/read");
        var flow = tenant.One("log");
        Assert.Equal((1L, true), (flow.Readers, flow.Complete));
    }

    [Fact]
    public void Without_the_assignments_no_number_is_told()
    {
        var tenant = Indexed().WithRole("u1", Docs, Write);
        tenant.Gaps.Add(new Gap("authorizationresources/microsoft.authorization/roleassignments", Sub, GapReason.Forbidden, null, "403"));
        var flow = tenant.One("index");
        Assert.Equal((null, null, null, null, false), (flow.Writers, flow.Readers, flow.AnyoneWrites, flow.AnyoneReads, flow.Complete));
        Assert.Contains(flow.Missing, m => m.Contains("az role assignment list", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"allowBlobPublicAccess":true}""", "Container", true)]
    [InlineData("""{"allowBlobPublicAccess":true}""", "Blob", true)]
    [InlineData("{}", "Blob", true)]
    [InlineData("""{"allowBlobPublicAccess":null}""", "Blob", true)]
    [InlineData("""{"allowBlobPublicAccess":true}""", "None", false)]
    [InlineData("""{"allowBlobPublicAccess":false}""", "Container", false)]
    public void Anybody_reads_a_store_with_an_open_container(string account, string access, bool anyone)
    {
        var flow = new FlowTenant().With(Docs, account).With(Workspace, $$"""{"storageAccount":"{{Docs}}"}""")
            .WithArm(Docs + "/blobServices/default/containers/c", $$"""{"publicAccess":"{{access}}"}""").One("persist");
        Assert.Equal((anyone, true), (flow.AnyoneReads, flow.Complete));
    }

    [Fact]
    public void Without_the_containers_nobody_knows_whether_one_is_open()
    {
        var tenant = new FlowTenant().With(Docs, """{"allowBlobPublicAccess":true}""").With(Workspace, $$"""{"storageAccount":"{{Docs}}"}""");
        tenant.Gaps.Add(new Gap("armresources/microsoft.storage/storageaccounts/blobservices/containers", Sub, GapReason.Forbidden, null, "403"));
        var flow = tenant.One("persist");
        Assert.Equal((null, false), (flow.AnyoneReads, flow.Complete));
    }

    [Theory]
    [InlineData("microsoft.search/searchservices/datasources", "index", "docs/flows.md")]
    [InlineData("microsoft.cognitiveservices/accounts/projects/connections", "tool", "export kit")]
    [InlineData("microsoft.cognitiveservices/accounts/projects/capabilityhosts", "persist", "export kit")]
    [InlineData("microsoft.machinelearningservices/workspaces/datastores", "train", "export kit")]
    [InlineData("microsoft.insights/diagnosticsettings", "log", "export kit")]
    public void A_list_that_was_not_read_leaves_a_flow_open_that_says_what_would_tell(string type, string kind, string says)
    {
        var tenant = new FlowTenant().With(Workspace).With(Idx).With(Ai, $$"""{"x":"{{Idx}}"}""", "AIServices").WithArm(Project, "{}");
        Assert.DoesNotContain(tenant.Flows(), f => f.From.Length == 0 || f.To.Length == 0);
        tenant.Gaps.Add(new Gap("armresources/" + type, Sub, GapReason.NotCollected, null, ""));
        var open = tenant.Flows().Where(f => f.Kind == kind && (f.From.Length == 0 || f.To.Length == 0)).ToList();
        Assert.NotEmpty(open);
        Assert.All(open, f => Assert.True(!f.Complete && f.Missing.Any(m => m.Contains(says, StringComparison.Ordinal)), string.Join(' ', f.Missing)));
    }

    [Fact]
    public void A_refusal_at_one_resource_leaves_the_others_known()
    {
        var other = Search("rg", "other");
        var tenant = new FlowTenant().With(Idx).With(other).With(Ai, $$"""{"x":"{{Idx}}","y":"{{other}}"}""", "AIServices");
        tenant.Gaps.Add(new Gap("armresources/microsoft.search/searchservices/datasources", other, GapReason.Forbidden, null, "403"));
        Assert.Equal("other", ResourceIds.Name(Assert.Single(tenant.Flows(), f => f.Kind == "index").To));
    }

    [Fact]
    public void Settings_of_an_application_are_seldom_exported_and_that_is_said()
    {
        var tenant = new FlowTenant().With(Web, $$"""{"x":"{{Ai}}"}""");
        tenant.Gaps.Add(new Gap("armresources/microsoft.web/sites/config", "/", GapReason.NotCollected, null, ""));
        Assert.Contains(tenant.Flows().Where(f => f.To.Length == 0).SelectMany(f => f.Missing), m => m.Contains("Application settings of web", StringComparison.Ordinal));
    }

    [Fact]
    public void An_end_that_was_not_read_is_named_and_the_row_is_not_complete()
    {
        var flow = new FlowTenant().With(Workspace, $$"""{"storageAccount":"{{Docs}}"}""").One("persist");
        Assert.Equal((Docs, null, false), (flow.To, flow.Readers, flow.Complete));
        Assert.Contains(flow.Missing, m => m.StartsWith(Docs + " was not read", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workload_owns_what_its_resource_states_and_what_its_own_data_is_fed_by()
    {
        var factory = Id("rg9", "Microsoft.DataFactory/factories", "adf");
        var flow = Indexed().With(factory).WithArm(factory + "/linkedservices/l", """{"typeProperties":{"url":"https://docs.blob.core.windows.net"}}""").One("use");
        Assert.Equal((Docs, factory), (flow.From, flow.To));
        Assert.Single(flow.Workloads);
    }

    private static FlowTenant Indexed()
    {
        var tenant = new FlowTenant().With(Docs, """{"allowSharedKeyAccess":false,"allowBlobPublicAccess":false}""").With(Idx, """{"disableLocalAuth":true}""").With(Ai, $$"""{"x":"{{Idx}}","y":"{{Docs}}","disableLocalAuth":true}""", "AIServices")
            .WithArm(Idx + "/datasources/d", $$$"""{"credentials":{"connectionString":"ResourceId={{{Docs}}};"}}""");
        tenant.Users.AddRange([new JsonObject { ["id"] = "u1" }, new JsonObject { ["id"] = "u2" }]);
        return tenant;
    }
}
