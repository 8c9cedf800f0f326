using Ashlar.Model;

namespace Ashlar.Sources.Tests.Templates;

public sealed class WhatIfTests
{
    private const string Group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/";

    private static string Change(string type, string name, string before, string after, string more = "") =>
        $$"""{"changeType":"{{type}}","resourceId":"{{Group}}Microsoft.Search/searchServices/{{name}}","before":{{before}},"after":{{after}},"delta":[]{{more}}}""";

    private static string Service(string name, string properties) =>
        $$"""{"id":"{{Group}}Microsoft.Search/searchServices/{{name}}","name":"{{name}}","type":"Microsoft.Search/searchServices","apiVersion":"2023-11-01","location":"w","properties":{{properties}}}""";

    private static string Result(params string[] changes) => "{\"changes\":[" + string.Join(',', changes) + "],\"error\":null,\"status\":\"Succeeded\"}";

    [Theory]
    [InlineData("Create", "null", "{\"a\":1}", "{\"a\":1}")]
    [InlineData("Modify", "{\"a\":1}", "{\"a\":2}", "{\"a\":2}")]
    [InlineData("Deploy", "{\"a\":1}", "{\"a\":2}", "{\"a\":2}")]
    [InlineData("NoChange", "{\"a\":1,\"provisioningState\":\"Succeeded\"}", "{\"a\":2}", "{\"a\":1,\"provisioningState\":\"Succeeded\"}")]
    [InlineData("Ignore", "{\"a\":1,\"provisioningState\":\"Succeeded\"}", "null", "{\"a\":1,\"provisioningState\":\"Succeeded\"}")]
    public void A_resource_is_read_as_the_deployment_leaves_it(string type, string before, string after, string expected)
    {
        using var export = Export.Of(Result(Change(type, "s", before == "null" ? before : Service("s", before), after == "null" ? after : Service("s", after))), "w.json");

        Assert.Equal(expected, export.Properties(Group + "Microsoft.Search/searchServices/s"));
        Assert.Empty(export.Snapshot.Gaps);
        Assert.Empty(export.Snapshot.Completeness);
    }

    [Fact]
    public void What_is_deleted_is_gone_and_what_is_not_predicted_is_a_gap()
    {
        using var export = Export.Of(Result(
            Change("Delete", "gone", Service("gone", "{\"a\":1}"), "null"),
            Change("Unsupported", "odd", "null", "null", ",\"unsupportedReason\":\"It cannot be evaluated.\""),
            Change("Deploy", "bare", "null", "null"),
            Change("Create", "new", "null", Service("new", "{}"))));

        Assert.Equal("new", export.One("resources | project name"));
        Assert.Equal(["bare", "odd"], export.Snapshot.Gaps.Select(g => ResourceIds.Name(g.Scope)).Order(StringComparer.Ordinal));
        Assert.Contains("1 that it would delete", export.Told(SourceCodes.Undecided).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Expressions_and_masked_secrets_are_open()
    {
        using var export = Export.Of(Result(Change("Modify", "s", "null", Service("s", "{\"a\":\"[reference('x').y]\",\"b\":\"*******\",\"c\":1,\"PrivateEndpointConnections\":[]}"))), "w.json");

        Assert.Equal("{\"c\":1}", export.Properties(Group + "Microsoft.Search/searchServices/s"));
        Assert.Equal(["properties.a", "properties.b"], export.Snapshot.Gaps.Select(g => g.Path).Order(StringComparer.Ordinal));
        Assert.Equal(("w.json", 0), Assert.Single(export.Snapshot.Origins.Values.Select(o => (o.File, o.Line))));
    }

    [Fact]
    public void What_is_set_now_and_not_mentioned_is_open()
    {
        using var export = Export.Of(Result(Change("Modify", "s", Service("s", "{\"a\":1,\"b\":true,\"c\":{\"d\":1,\"e\":2},\"provisioningState\":\"x\"}"), Service("s", "{\"a\":1,\"c\":{\"d\":1}}"))));

        Assert.Equal(["properties.b", "properties.c.e"], export.Snapshot.Gaps.Select(g => g.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_answer_of_the_REST_API_and_what_may_change_are_read_too()
    {
        using var export = Export.Of(
            "{\"status\":\"Succeeded\",\"properties\":{\"changes\":[" + Change("Create", "a", "null", Service("a", "{}")) + "],\"potentialChanges\":[" + Change("Create", "b", "null", Service("b", "{}")) + "]}}");

        Assert.Equal(2L, export.One("resources | count"));
        Assert.Equal((Group + "Microsoft.Search/searchServices/b", null), Assert.Single(export.Snapshot.Gaps.Select(g => (g.Scope, g.Path))));
    }

    [Fact]
    public void Ids_alone_are_no_bodies()
    {
        using var export = Export.Of(Result(Change("Create", "s", "null", """{"id":"x"}""")));

        Assert.Equal("properties", Assert.Single(export.Snapshot.Gaps).Path);
    }

    [Fact]
    public void No_properties_are_no_body()
    {
        using var export = Export.Of(Result(Change("Create", "s", "null", Service("s", "null"))));

        Assert.Equal("properties", Assert.Single(export.Snapshot.Gaps).Path);
    }

    [Fact]
    public void What_stays_is_the_resource_that_the_change_names()
    {
        using var export = Export.Of(Result(Change("NoChange", "s", """{"properties":{"a":1}}""", "null")));

        Assert.Equal("{\"a\":1}", export.Properties(Group + "Microsoft.Search/searchServices/s"));
    }

    [Fact]
    public void A_what_if_that_failed_is_an_error()
    {
        using var export = Export.Of("{\"changes\":null,\"error\":{\"code\":\"InvalidTemplate\",\"message\":\"no\"},\"status\":\"Failed\"}").File("z.json", "[" + Service("s", "{\"a\":1}") + "]");

        Assert.Contains("InvalidTemplate", export.Told(SourceCodes.ErrorResponse).Message, StringComparison.Ordinal);
    }
}
