using Ashlar.Model;
using Ashlar.Sources.Exports;

namespace Ashlar.Sources.Tests;

public sealed class ManifestTests
{
    private const string A = $$"""{"id":"{{Export.Account}}","type":"Microsoft.CognitiveServices/accounts","properties":{"a":1} }""";

    private static string Manifest(string dataSets) => $$"""{"schema":"ashlar-export/1","collectedAt":"2026-05-06T07:08:09Z","tool":"kit","tenantId":"t1","dataSets":[{{dataSets}}]}""";

    [Fact]
    public void It_states_the_time_and_what_is_complete()
    {
        using var export = new Export()
            .File("ashlar-export.json", Manifest("""{"table":"resources","type":"","scope":"/","file":"arg/resources.json","list":"complete","bodies":true}"""))
            .File("arg/resources.json", A);

        Assert.Equal(new Completeness("resources", "", "/", true, true, "ashlar-export.json"), Assert.Single(export.Snapshot.Completeness));
        Assert.Equal((new DateTime(2026, 5, 6, 7, 8, 9), DateTimeKind.Utc), (export.Report.AsOf, export.Report.AsOf.Kind));
        Assert.Empty(export.Diagnostics);
    }

    [Fact]
    public void A_file_that_breaks_is_not_complete_whatever_the_manifest_says()
    {
        using var export = new Export()
            .File("ashlar-export.json", Manifest("""{"table":"armresources","type":"a.b/c/d","scope":"/subscriptions/s","file":"x.json","list":"complete","bodies":true}"""))
            .File("x.json", $"[{A},");

        Assert.Equal(new Completeness("armresources", "a.b/c/d", "/subscriptions/s", false, false, "ashlar-export.json"), Assert.Single(export.Snapshot.Completeness));
        Assert.Equal(("armresources/a.b/c/d", "/subscriptions/s"), Assert.Single(export.Snapshot.Gaps.Select(g => (g.DataSet, g.Scope))));
    }

    [Fact]
    public void A_file_that_is_missing_is_a_gap()
    {
        using var export = new Export()
            .File("ashlar-export.json", Manifest("""{"table":"resources","type":"","scope":"/","file":"resources.json","list":"complete","bodies":true}"""))
            .File("y.json", A);

        Assert.Equal(GapReason.NotCollected, Assert.Single(export.Snapshot.Gaps).Reason);
        Assert.False(Assert.Single(export.Snapshot.Completeness).List);
    }

    [Theory]
    [InlineData("\"error\":\"403 AuthorizationFailed\"", GapReason.Forbidden)]
    [InlineData("\"error\":\"time-out\"", GapReason.Unreadable)]
    [InlineData("\"error\":\"400 AadPremiumLicenseRequired\",\"reason\":\"notLicensed\"", GapReason.NotLicensed)]
    public void What_the_kit_was_refused_is_a_gap_with_the_permission_that_would_help(string error, GapReason reason)
    {
        using var export = new Export()
            .File("ashlar-export.json", Manifest($$"""{"table":"armresources","type":"Microsoft.Insights/diagnosticSettings","scope":"/subscriptions/s","file":null,"list":"complete","bodies":true,{{error}},"permission":"Reader"}"""))
            .File("y.json", A);

        var gap = Assert.Single(export.Snapshot.Gaps);
        Assert.Equal(("armresources/microsoft.insights/diagnosticsettings", "/subscriptions/s", reason, "Reader"), (gap.DataSet, gap.Scope, gap.Reason, gap.Permission));
        Assert.False(Assert.Single(export.Snapshot.Completeness).List);
    }

    [Theory]
    [InlineData("{\"schema\":\"other\"}")]
    [InlineData("{ broken")]
    [InlineData("[]")]
    public void One_that_cannot_be_used_is_said_and_nothing_counts_as_complete(string text)
    {
        using var export = new Export().File("ashlar-export.json", text).File("y.json", A);

        Assert.NotNull(export.Told(SourceCodes.Manifest));
        Assert.Empty(export.Snapshot.Completeness);
        Assert.Equal(Export.Account, export.One("resources | project id"));
    }

    [Fact]
    public void An_error_in_the_place_of_data_is_a_gap_of_that_type()
    {
        using var export = new Export().File("d.json", $$"""{"error":{"code":"AuthorizationFailed","message":"The client 'x' does not have authorization to perform action 'Microsoft.CognitiveServices/accounts/deployments/read' over scope '{{Export.Account}}' or the scope is invalid."} }""").File("y.json", A);

        var gap = Assert.Single(export.Snapshot.Gaps);
        Assert.Equal(
            ("armresources/microsoft.cognitiveservices/accounts/deployments", Export.Account, GapReason.Forbidden, "Microsoft.CognitiveServices/accounts/deployments/read"),
            (gap.DataSet, gap.Scope, gap.Reason, gap.Permission));
        Assert.DoesNotContain("client", gap.Detail);
    }

    [Fact]
    public void The_time_is_the_users_then_the_newest_in_the_data_then_today_which_is_said()
    {
        const string Row = $$"""{"id":"{{Export.Account}}","type":"a.b/c","properties":{},"systemData":{"createdAt":"2024-01-01T00:00:00Z","lastModifiedAt":"2025-02-03T04:05:06.1234567Z"} }""";
        using var export = Export.Of(Row);
        export.Read(Export.Literal with { AsOf = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc) });
        Assert.Equal((2020, "stated with --as-of"), (export.Report.AsOf.Year, export.Report.AsOfSource));

        export.Read();
        Assert.Equal((new DateTime(2025, 2, 3, 4, 5, 6).AddTicks(1234567), "newest change in the data"), (export.Report.AsOf, export.Report.AsOfSource));

        export.File("a.json", A).Read();
        Assert.Equal(Export.Today, export.Report.AsOf);
        Assert.NotNull(export.Told(SourceCodes.AsOf));
    }
}
