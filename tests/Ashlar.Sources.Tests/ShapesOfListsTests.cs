using System.Text;

namespace Ashlar.Sources.Tests;

public sealed class ShapesOfListsTests
{
    private const string A = $$"""{"id":"{{Export.Account}}","name":"Chat","type":"Microsoft.CognitiveServices/accounts","properties":{"disableLocalAuth":true} }""";
    private const string B = $$"""{"id":"{{Export.Storage}}","name":"st1","type":"Microsoft.Storage/storageAccounts","properties":{"allowBlobPublicAccess":false} }""";

    [Theory]
    [InlineData($"[{A},{B}]")]
    [InlineData($"{{\"data\":[{A},{B}]}}")]
    [InlineData($"{{\"count\":2,\"data\":[{A},{B}],\"skip_token\":null,\"total_records\":2}}")]
    [InlineData($"{{\"value\":[{A},{B}],\"nextLink\":\"https://x/y?$skiptoken=1\"}}")]
    [InlineData($"{{\"value\":[{A},{B}],\"Count\":2}}")]
    [InlineData($"{{\"Data\":[{A},{B}],\"SkipToken\":null}}")]
    [InlineData($"{A}\n{B}\n")]
    [InlineData($"{A}{B}")]
    [InlineData($"[{A}]\n[{B}]")]
    [InlineData($"[[{A}],[{B}]]")]
    [InlineData($"{{\"value\":[{A}]}}\n{{\"value\":[{B}]}}")]
    [InlineData($"[{{\"value\":[{A}]}},{{\"value\":[{B}]}}]")]
    [InlineData($"{{\"responses\":[{{\"httpStatusCode\":200,\"headers\":{{}},\"content\":{{\"value\":[{A}]}},\"contentLength\":1}},{{\"httpStatusCode\":200,\"content\":{B}}}]}}")]
    [InlineData($"// a comment\n[{A},/* another */{B},]")]
    public void Every_way_to_hold_a_list_gives_the_same_rows(string text)
    {
        using var export = Export.Of(text);

        Assert.Equal([Export.Account, Export.Storage], export.Rows("resources | project id | order by id asc").Select(r => (string)r[0]!));
        Assert.Equal("{\"disableLocalAuth\":true}", export.Properties(Export.Account));
        Assert.DoesNotContain(export.Diagnostics, d => d.Code != SourceCodes.AsOf);
    }

    [Fact]
    public void A_single_object_is_a_list_of_one()
    {
        using var export = Export.Of(A);
        Assert.Equal(Export.Account, export.One("resources | project id"));
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-mark", "utf-16", "utf-16be", "utf-16-no-mark", "utf-32"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_that_tools_write_is_read(string encoding)
    {
        var text = A.Replace("\"Chat\"", "\"Chät €\"", StringComparison.Ordinal);
        byte[] bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8-mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            "utf-16be" => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
            "utf-16-no-mark" => Encoding.Unicode.GetBytes(text),
            _ => [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes(text)],
        };
        using var export = new Export().File("a.json", bytes);

        Assert.Equal("Chät €", export.One("resources | project name"));
    }

    [Fact]
    public void Blanks_between_tokens_are_dropped_and_those_in_texts_kept()
    {
        using var export = Export.Of($$"""
            [ { "id" : "{{Export.Account}}", "type": "microsoft.cognitiveservices/accounts",
                "properties" : { "a" : [ 1 , 2 ] , "b c" : "d \" , e" , } , "tags": { } } ]
            """);

        Assert.Equal("{\"a\":[1,2],\"b c\":\"d \\\" , e\"}", export.Properties(Export.Account));
    }

    [Fact]
    public void What_follows_from_the_id_is_filled_in_and_has_the_case_of_Resource_Graph()
    {
        using var export = Export.Of($$"""{"id":"{{Export.Account}}/","properties":{"a":1} }""");

        Assert.Equal(
            [Export.Account, "Chat", "microsoft.cognitiveservices/accounts", "rg-ai", "11111111-1111-1111-1111-111111111111"],
            Assert.Single(export.Rows("resources | project id, name, type, resourceGroup, subscriptionId")));
        Assert.True(export.HasBody());
    }

    [Theory]
    [InlineData("\"properties\":null,")]
    [InlineData("")]
    public void A_resource_list_has_rows_without_a_body(string properties)
    {
        using var export = Export.Of($$"""[{"id":"{{Export.Account}}",{{properties}}"name":"Chat","type":"Microsoft.CognitiveServices/accounts","sku":{"name":"S0"},"createdTime":null,"changedTime":null,"provisioningState":null}]""");

        Assert.Equal([null, "{\"name\":\"S0\"}"], Assert.Single(export.Rows("resources | project properties, sku")));
        Assert.False(export.HasBody());
        Assert.Contains("1 resources came without their properties", export.Told(SourceCodes.NoBody).Message);
    }

    [Fact]
    public void The_row_with_a_body_wins_over_the_one_without_whatever_comes_first()
    {
        using var export = new Export()
            .File("1-list.json", $$"""[{"id":"{{Export.Account.ToUpperInvariant()}}","type":"Microsoft.CognitiveServices/accounts","properties":null}]""")
            .File("2-graph.json", $"[{A},{A}]");

        Assert.Equal("{\"disableLocalAuth\":true}", export.Properties(Export.Account));
        Assert.Equal(1L, export.One("resources | count"));
    }

    [Fact]
    public void The_same_input_gives_the_same_tables()
    {
        var text = $"[{A},{B}]";
        using var one = Export.Of(text);
        using var other = Export.Of(text);

        Assert.Equal(one.Snapshot.TableHashes(CancellationToken.None), other.Snapshot.TableHashes(CancellationToken.None));
    }

    [Fact]
    public void The_order_of_files_and_rows_does_not_matter()
    {
        using var one = Export.Of($"[{A},{B}]");
        using var other = new Export().File("b/x.json", B).File("a.json", A);

        Assert.Equal(one.Snapshot.TableHashes(CancellationToken.None), other.Snapshot.TableHashes(CancellationToken.None));
    }
}
