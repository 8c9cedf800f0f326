using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Store.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Sealed(Action<SnapshotWriter> fill, string name = "s.ashlar")
    {
        using var writer = SnapshotWriter.Create(_folder.File(name));
        fill(writer);
        writer.Seal(Some.Info, CancellationToken.None);
        return _folder.File(name);
    }

    private static object?[] One(Snapshot snapshot, string sql) =>
        Assert.Single(snapshot.Query(Some.Sql(sql), CancellationToken.None).Rows);

    [Fact]
    public void What_was_written_is_read_back_with_its_info_gaps_and_completeness()
    {
        var gap = new Gap("resources/a.b/c", "/", GapReason.Forbidden, "Reader", "403");
        var complete = new Completeness("resources", "", "/", true, true, "test");
        var path = Sealed(w =>
        {
            w.Add(Some.Resource(Some.Account, """{"disableLocalAuth":true}"""));
            w.AddGap(gap);
            w.AddCompleteness(complete);
        });

        using var snapshot = Snapshot.Open(path, [], CancellationToken.None);

        Assert.Equivalent(Some.Info, snapshot.Info);
        Assert.Equal(gap, Assert.Single(snapshot.Gaps));
        Assert.Equal(complete, Assert.Single(snapshot.Completeness));
        Assert.Equal([Some.Account, "{\"disableLocalAuth\":true}", Some.Account.ToLowerInvariant(), true], One(snapshot, "SELECT id, properties, _key, _body FROM resources"));
    }

    [Fact]
    public void The_same_query_runs_over_shredded_columns_and_over_the_whole_row()
    {
        var path = Sealed(w =>
        {
            w.Add(Some.Resource(Some.Account, """{"a":{"b":"x"},"n":null}"""));
            w.Add(Some.Resource(Some.Account + "2", """{"a":{"b":false}}"""));
        });

        using var snapshot = Snapshot.Open(path, [("resources", "properties.a.b"), ("resources", "properties.n"), ("resources", "properties.list[].x")], CancellationToken.None);
        var narrow = snapshot.Query(Some.Sql("""SELECT "properties.a.b", "properties.n" FROM resources ORDER BY _key"""), CancellationToken.None);
        var wide = snapshot.Query(Some.Sql("""SELECT "properties.a.b", "properties.n", properties FROM resources ORDER BY _key"""), CancellationToken.None);

        Assert.Equal(["properties.a.b", "properties.list", "properties.n"], snapshot.Catalog.Find("resources", KqlDialect.Arg)!.Shredded.Keys.Order());
        Assert.Equal([["\"x\"", null], ["false", null]], narrow.Rows);
        Assert.Equal(narrow.Rows.Select(r => r[0]), wide.Rows.Select(r => r[0]));
    }

    [Fact]
    public void Every_table_of_the_catalogue_can_be_asked_even_when_empty()
    {
        using var snapshot = Snapshot.Open(Sealed(w => w.Add(Some.Resource(Some.Account))), [("resources", "properties.a")], CancellationToken.None);
        foreach (var table in TableCatalogue.All)
        {
            Assert.NotNull(snapshot.Catalog.Find(table.Name, KqlDialect.LogAnalytics));
            One(snapshot, $"SELECT count(*) FROM \"{table.Name}\"");
        }
    }

    [Fact]
    public void Small_snapshots_fill_in_what_follows_from_the_id_and_know_rows_without_body()
    {
        using var snapshot = Snapshot.FromRows(Some.Rows("resources", $$"""{"id":"{{Some.Account}}","tags":{"a":"b"} }"""));

        Assert.Equal(
            ["Chat", "microsoft.cognitiveservices/accounts", "rg-ai", "11111111-1111-1111-1111-111111111111", "{\"a\":\"b\"}", null, false],
            One(snapshot, "SELECT name, type, \"resourceGroup\", \"subscriptionId\", tags, properties, _body FROM resources"));
        Assert.Equal([Some.Account.ToLowerInvariant()], snapshot.KeysWithoutBody("resources", ["Microsoft.CognitiveServices/accounts"], CancellationToken.None));
    }
}
