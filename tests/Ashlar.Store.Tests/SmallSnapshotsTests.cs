using System.Text.Json.Nodes;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Store.Tests;

public sealed class SmallSnapshotsTests
{
    [Fact]
    public void What_follows_from_the_id_is_filled_in_and_rows_without_properties_have_no_body()
    {
        using var snapshot = Snapshot.FromRows(Some.Rows("resources", $$"""{"id":"{{Some.Account}}","tags":{"a":"b"} }"""));

        Assert.Equal(
            ["Chat", "microsoft.cognitiveservices/accounts", "rg-ai", "11111111-1111-1111-1111-111111111111", "{\"a\":\"b\"}", null],
            Assert.Single(snapshot.Ask("resources | project name, type, resourceGroup, subscriptionId, tags, properties")));
        Assert.Equal([Some.Account.ToLowerInvariant()], snapshot.KeysWithoutBody("resources", ["Microsoft.CognitiveServices/accounts"], CancellationToken.None));
    }

    [Fact]
    public void Many_live_beside_one_another_and_see_only_their_own_rows()
    {
        Parallel.For(0, 40, i =>
        {
            using var snapshot = Snapshot.FromRows(
                Some.Rows("resources", $$"""{"id":"{{Some.Account}}{{i}}","properties":{"n":{{i}} } }"""),
                new Dictionary<string, JsonNode?> { ["n"] = JsonValue.Create(i) },
                [new Gap("resources", "/", GapReason.Forbidden, null, "g" + i)],
                [new Completeness("resources", "", "/", true, true, "s" + i)],
                new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(i));

            Assert.Equal([(long)i], Assert.Single(snapshot.Ask("resources | where tolong(properties.n) in (Settings | project tolong(Value)) | project tolong(properties.n)")));
            Assert.Equal("g" + i, Assert.Single(snapshot.Gaps).Detail);
            Assert.Equal("s" + i, Assert.Single(snapshot.Completeness).Source);
            Assert.Equal(2026, snapshot.Options(KqlDialect.Arg).Now.AddDays(-i).Year);
            Assert.Empty(snapshot.Ask("Users"));
        });
    }

    [Fact]
    public void A_query_compiled_against_the_empty_catalogue_runs_over_all_of_them()
    {
        var query = KqlCompiler.Compile("resources | project tostring(properties.x)", Snapshot.EmptyCatalog, new KqlOptions(KqlDialect.Arg, DateTime.UnixEpoch));
        for (var i = 0; i < 3; i++)
        {
            using var snapshot = Snapshot.FromRows(Some.Rows("resources", $$"""{"id":"{{Some.Account}}","properties":{"x":"{{i}}"} }"""));
            Assert.Equal(i.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(snapshot.Query(query, CancellationToken.None).Rows)[0]);
        }
    }

    [Fact]
    public void A_table_that_does_not_exist_and_a_value_of_the_wrong_type_are_refused()
    {
        Assert.Contains("no table 'nope'", Assert.Throws<ArgumentException>(() => Snapshot.FromRows(Some.Rows("nope", "{}"))).Message);
        Assert.Contains("Users.accountEnabled", Assert.Throws<ArgumentException>(() => Snapshot.FromRows(Some.Rows("Users", """{"id":"u","accountEnabled":"yes"}"""))).Message);
    }
}
