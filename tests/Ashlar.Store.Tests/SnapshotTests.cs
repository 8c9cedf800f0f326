using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Store.Tests;

public sealed class SnapshotTests : IDisposable
{
    private static readonly KqlTableRead[] Paths = [new("resources", [], ["properties.a.b", "properties.n", "properties.list[].x", "id"]), new("Nothing", [], ["a.b"])];
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_written_is_read_back_with_its_info_gaps_and_completeness()
    {
        var gap = new Gap("resources/a.b/c", "/", GapReason.Forbidden, "Reader", "403");
        var complete = new Completeness("resources", "", "/", true, true, "test");
        var path = _folder.Sealed(w =>
        {
            w.Add(Some.Resource(Some.Account, """{"disableLocalAuth":true}"""));
            w.AddGap(gap);
            w.AddGap(gap);
            w.AddCompleteness(complete);
        });

        using var snapshot = Snapshot.Open(path, [], CancellationToken.None);

        Assert.Equivalent(Some.Info, snapshot.Info);
        Assert.Equal(DateTimeKind.Utc, snapshot.Info.AsOf.Kind);
        Assert.Equal(gap, Assert.Single(snapshot.Gaps));
        Assert.Equal(complete, Assert.Single(snapshot.Completeness));
        Assert.Equal(
            [Some.Account, "Chat", "microsoft.cognitiveservices/accounts", "rg-ai", "{\"disableLocalAuth\":true}"],
            Assert.Single(snapshot.Ask("resources | project id, name, type, resourceGroup, properties")));
        Assert.Equal(["Forbidden", "Reader", ""], Assert.Single(snapshot.Ask("Gaps | project Reason, Permission, Path")));
        Assert.Equal([true], Assert.Single(snapshot.Ask("Completeness | project List")));
    }

    [Fact]
    public void The_first_origin_of_a_resource_is_kept_under_its_key()
    {
        var origin = new Origin(Some.Account, "infra/main.bicep", 12, 1, "account");
        var path = _folder.Sealed(w =>
        {
            w.AddOrigin(origin);
            w.AddOrigin(origin with { ResourceId = Some.Account.ToUpperInvariant(), File = "other.bicep" });
        });

        using var snapshot = Snapshot.Open(path, [], CancellationToken.None);

        Assert.Equal(origin, Assert.Single(snapshot.Origins).Value);
        Assert.Equal(origin, snapshot.Origins[ResourceIds.Key(Some.Account)]);
        Assert.Equal(["infra/main.bicep", 12], Assert.Single(snapshot.Ask("Origins | project File, Line")));
    }

    [Fact]
    public void Paths_that_differ_only_in_case_are_columns_of_their_own()
    {
        var path = _folder.Sealed(w =>
        {
            w.Add(Some.Resource(Some.Account, """{"ip":1,"IP":null}"""));
            w.Add(Some.Resource(Some.Account + "2", """{"IP":2}"""));
        });

        using var snapshot = Snapshot.Open(path, [new("resources", [], ["properties.ip", "properties.IP", "id"])], CancellationToken.None);

        Assert.Equal([["1", ""], ["", "2"]], snapshot.Ask("resources | order by id asc | project tostring(properties.ip), tostring(properties.IP)"));
    }

    [Fact]
    public void The_same_query_answers_alike_over_shredded_columns_over_whole_rows_and_without_shredding()
    {
        var path = _folder.Sealed(w =>
        {
            w.Add(Some.Resource(Some.Account, """{"a":{"b":"x"},"n":null}"""));
            w.Add(Some.Resource(Some.Account + "2", """{"a":{"b":false},"n":[1]}"""));
            w.Add(Some.Resource(Some.Account + "3", null));
        });
        const string Kql = "resources | order by id asc | project tostring(properties.a.b), isnull(properties.n), tostring(properties.n)";

        using var plain = Snapshot.Open(path, [], CancellationToken.None);
        var expected = plain.Ask(Kql);
        plain.Dispose();
        using var shredded = Snapshot.Open(path, Paths, CancellationToken.None);

        Assert.Equal(["properties.a.b", "properties.list", "properties.n"], shredded.Catalog.Find("resources", KqlDialect.Arg)!.Shredded.Keys.Order());
        Assert.Equal([["x", true, ""], ["false", false, "[1]"], ["", true, ""]], expected);
        Assert.Equal(expected, shredded.Ask(Kql));
        Assert.Equal(expected, shredded.Ask("resources | order by id asc | extend p = properties | project tostring(properties.a.b), isnull(properties.n), tostring(p.n)"));
    }

    [Fact]
    public void A_path_that_the_cache_fills_for_one_type_only_is_right_for_another_too()
    {
        const string Other = "/subscriptions/s/resourceGroups/g/providers/A.B/c/d";
        var path = _folder.Sealed(w =>
        {
            w.Add(Some.Resource(Some.Account, """{"a":{"b":1} }"""));
            w.Add(Some.Resource(Other, """{"a":{"b":2} }"""));
        });
        const string Accounts = "microsoft.cognitiveservices/accounts";
        using var snapshot = Snapshot.Open(
            path,
            [new("resources", [Accounts], ["properties.a.b"]), new("resources", [Accounts, "a.b/c"], ["properties.a"])],
            CancellationToken.None);

        Assert.Equal([2], Assert.Single(snapshot.Ask("resources | where type == 'a.b/c' | project toint(properties.a.b)")));
        Assert.Equal([1], Assert.Single(snapshot.Ask($"resources | where type == '{Accounts}' | project toint(properties.a.b)")));
        Assert.Equal([3L], Assert.Single(snapshot.Ask("resources | summarize sum(tolong(properties.a.b))")));
    }

    [Fact]
    public void What_the_cache_leaves_out_is_read_from_the_snapshot()
    {
        var path = _folder.Sealed(w => w.Add(Some.Resource(Some.Account, """{"a":{"b":1},"z":2}""", """{"t":"u"}""")));
        using var snapshot = Snapshot.Open(path, Paths, CancellationToken.None);

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(["{\"a\":{\"b\":1},\"z\":2}", "1", "2", "u"], Assert.Single(snapshot.Ask("resources | project properties, tostring(properties.a.b), tostring(properties.z), tostring(tags.t)")));
        }
    }

    [Fact]
    public void Every_table_of_the_catalogue_can_be_asked_even_when_empty()
    {
        using var snapshot = Snapshot.Open(_folder.Sealed(w => w.Add(Some.Resource(Some.Account))), Paths, CancellationToken.None);
        foreach (var table in TableCatalogue.All)
        {
            Assert.NotNull(snapshot.Catalog.Find(table.Name, KqlDialect.LogAnalytics));
            Assert.Equal([table.Name == "resources" ? 1L : 0L], Assert.Single(snapshot.Ask($"{table.Name} | count")));
        }
    }

    [Fact]
    public void Queries_run_beside_one_another()
    {
        using var snapshot = Snapshot.Open(
            _folder.Sealed(w =>
            {
                for (var i = 0; i < 500; i++)
                {
                    w.Add(Some.Resource(Some.Account + i, $$"""{"a":{"b":{{i}} } }"""));
                }
            }),
            Paths,
            CancellationToken.None);
        var narrow = snapshot.Compile("resources | summarize sum(tolong(properties.a.b))");
        var wide = snapshot.Compile("resources | extend p = properties | summarize sum(tolong(p.a.b))");

        var sums = new long[64];
        Parallel.For(0, sums.Length, i => sums[i] = (long)snapshot.Query(i % 2 == 0 ? narrow : wide, CancellationToken.None).Rows[0][0]!);

        Assert.All(sums, s => Assert.Equal(500L * 499 / 2, s));
    }

    [Fact]
    public void Derived_tables_and_settings_can_be_asked_once_they_are_written()
    {
        using var snapshot = Snapshot.Open(_folder.Sealed(w => w.Add(Some.Resource(Some.Account))), Paths, CancellationToken.None);
        var table = TableCatalogue.All.First(t => t.Kind == TableKind.Derived);

        snapshot.WriteDerived(table, [new object?[table.Columns.Count]]);
        snapshot.WriteSettings(new Dictionary<string, string> { ["approvedRegions"] = "[\"westeurope\"]" });

        Assert.Equal([1L], Assert.Single(snapshot.Ask($"{table.Name} | count")));
        Assert.Equal(["approvedRegions", "westeurope"], Assert.Single(snapshot.Ask("Settings | project Key, tostring(Value[0])")));
        snapshot.WriteSettings(new Dictionary<string, string>());
        Assert.Empty(snapshot.Ask("Settings"));
    }

    [Fact]
    public void A_path_that_is_laid_out_for_some_types_answers_for_every_type()
    {
        const string vault = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv";
        var path = _folder.Sealed(w =>
        {
            w.Add(Some.Resource(Some.Account, """{"open":"yes","deep":{"er":1}}"""));
            w.Add(Some.Resource(vault, """{"open":"no","deep":{"er":2}}"""));
        });
        using var snapshot = Snapshot.Open(
            path,
            [
                new KqlTableRead("resources", ["microsoft.cognitiveservices/accounts"], ["properties.open", "properties.deep"]),
                new KqlTableRead("resources", ["microsoft.keyvault/vaults"], ["properties.deep.er"]),
            ],
            CancellationToken.None);

        Assert.Equal([["yes"], ["no"]], snapshot.Ask("resources | order by type asc | project tostring(properties.open)"));
        Assert.Equal([["yes"]], snapshot.Ask("resources | where type =~ 'microsoft.cognitiveservices/accounts' | project tostring(properties.open)"));
        Assert.Equal([["no"]], snapshot.Ask("resources | where type =~ 'microsoft.keyvault/vaults' | project tostring(properties.open)"));
        Assert.Equal([["1"], ["2"]], snapshot.Ask("resources | order by type asc | project tostring(properties.deep.er)"));
        Assert.Equal([["2"]], snapshot.Ask("resources | where type =~ 'microsoft.keyvault/vaults' | project tostring(properties.deep.er)"));
    }

    [Fact]
    public void Keys_without_body_are_told_by_type()
    {
        using var snapshot = Snapshot.Open(
            _folder.Sealed(w =>
            {
                w.Add(Some.Resource(Some.Account, null));
                w.Add(Some.Resource(Some.Account + "2"));
                w.Add(Some.Resource("/subscriptions/s/resourceGroups/g/providers/A.B/c/d", null));
            }),
            [],
            CancellationToken.None);

        Assert.Equal([Some.Account.ToLowerInvariant()], snapshot.KeysWithoutBody("resources", ["Microsoft.CognitiveServices/accounts"], CancellationToken.None));
        Assert.Equal(2, snapshot.KeysWithoutBody("resources", [], CancellationToken.None).Count);
        Assert.Equal(2, snapshot.KeysWithoutBody("resources", ["a.b/c", "microsoft.cognitiveservices/accounts", "a.b/e"], CancellationToken.None).Count);
        Assert.Empty(snapshot.KeysWithoutBody("resources", ["a.b/e"], CancellationToken.None));
        Assert.Empty(snapshot.KeysWithoutBody("Users", [], CancellationToken.None));
    }
}
