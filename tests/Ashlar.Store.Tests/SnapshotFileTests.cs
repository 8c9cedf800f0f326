using System.Text;
using Ashlar.Kql;
using Ashlar.Model;
using DuckDB.NET.Data;

namespace Ashlar.Store.Tests;

public sealed class SnapshotFileTests : IDisposable
{
    private static readonly KqlTableRead[] Paths = [new("resources", [], ["properties.a"])];
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string OneRow(string properties = """{"a":1}""") => _folder.Sealed(w => w.Add(Some.Resource(Some.Account, properties)));

    private static object? A(Snapshot snapshot) => Assert.Single(Assert.Single(snapshot.Ask("resources | project toint(properties.a)")));

    [Fact]
    public void Snapshot_and_cache_are_readable_by_their_owner_only_and_nothing_else_is_left()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = OneRow();
        Snapshot.Open(path, Paths, CancellationToken.None).Dispose();

        Assert.Equal([path, path + ".cache"], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!).Order());
        foreach (var file in new[] { path, path + ".cache" })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void A_writer_that_is_not_sealed_leaves_nothing_and_the_old_file_stays()
    {
        var path = OneRow();
        using (var writer = SnapshotWriter.Create(path))
        {
            writer.Add(Some.Resource(Some.Account, """{"a":2}"""));
        }

        Assert.Equal([path], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!));
        using var snapshot = Snapshot.Open(path, [], CancellationToken.None);
        Assert.Equal(1, A(snapshot));
    }

    [Fact]
    public void A_cancelled_seal_leaves_nothing()
    {
        using var writer = SnapshotWriter.Create(_folder.File("s.ashlar"));
        writer.Add(Some.Resource(Some.Account));

        Assert.Throws<OperationCanceledException>(() => writer.Seal(Some.Info, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(_folder.File("x"))!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"not\":\"a snapshot\"}")]
    public void A_file_that_is_no_snapshot_is_said_in_one_sentence(string content)
    {
        var path = _folder.File("x.ashlar");
        File.WriteAllText(path, content);

        var error = Assert.Throws<SnapshotException>(() => Snapshot.Open(path, [], CancellationToken.None));
        Assert.Contains("x.ashlar: not an Ashlar snapshot, or damaged", error.Message);
    }

    [Fact]
    public void A_damaged_file_another_database_and_a_missing_one_are_said()
    {
        var damaged = OneRow();
        var bytes = File.ReadAllBytes(damaged);
        bytes.AsSpan(4096).Fill(0x5A);
        File.WriteAllBytes(damaged, bytes);
        var other = _folder.File("other.ashlar");
        using (var connection = new DuckDBConnection("DataSource=" + other))
        {
            connection.Open();
        }

        Assert.Contains("damaged", Assert.Throws<SnapshotException>(() => Snapshot.Open(damaged, [], CancellationToken.None)).Message);
        Assert.Contains("not an Ashlar snapshot", Assert.Throws<SnapshotException>(() => Snapshot.Open(other, [], CancellationToken.None)).Message);
        Assert.Contains("there is no such file", Assert.Throws<SnapshotException>(() => Snapshot.Open(_folder.File("no"), [], CancellationToken.None)).Message);
    }

    [Fact]
    public void A_place_that_cannot_be_written_to_is_said()
    {
        File.WriteAllText(_folder.File("file"), "x");
        Assert.Contains("Name another place", Assert.Throws<SnapshotException>(() => SnapshotWriter.Create(Path.Combine(_folder.File("file"), "s.ashlar"))).Message);
    }

    [Fact]
    public void The_cache_is_used_again_and_rebuilt_for_other_paths_and_for_another_snapshot()
    {
        var path = OneRow();
        Snapshot.Open(path, Paths, CancellationToken.None).Dispose();
        var first = File.ReadAllBytes(path + ".cache");
        using (var again = Snapshot.Open(path, Paths, CancellationToken.None))
        {
            Assert.Equal(1, A(again));
        }

        Assert.Equal(first, File.ReadAllBytes(path + ".cache"));
        using (var otherPaths = Snapshot.Open(path, [new KqlTableRead("resources", [], ["properties.b"]), .. Paths], CancellationToken.None))
        {
            Assert.Equal(1, A(otherPaths));
        }

        Assert.NotEqual(first, File.ReadAllBytes(path + ".cache"));
        OneRow("""{"a":7777}""");
        using var replaced = Snapshot.Open(path, Paths, CancellationToken.None);
        Assert.Equal(7777, A(replaced));
    }

    [Fact]
    public void Derived_rows_outlive_the_process_that_wrote_them_whole_or_not_at_all()
    {
        const string Ask = "AiWorkloadResources | project ResourceId";
        var table = DerivedTables.AiWorkloadResources;
        var path = OneRow();
        using (var snapshot = Snapshot.Open(path, Paths, CancellationToken.None))
        {
            snapshot.WriteDerived(table, [["w", Some.Account, "", "", "", "", false, true]]);
            Assert.True(snapshot.IsDerived(table.Name));
            // What is on disk when a process dies here.
            File.Copy(path, path + ".died.ashlar");
            File.Copy(path + ".cache", path + ".died.ashlar.cache");
        }

        using var died = Snapshot.Open(path + ".died.ashlar", Paths, CancellationToken.None);
        Assert.Equal(died.IsDerived(table.Name) ? 1 : 0, died.Ask(Ask).Count);
        using var again = Snapshot.Open(path, Paths, CancellationToken.None);
        Assert.True(again.IsDerived(table.Name));
        Assert.Equal([Some.Account], Assert.Single(again.Ask(Ask)));
    }

    [Fact]
    public void A_cache_that_is_damaged_foreign_or_in_use_does_no_harm()
    {
        var path = OneRow();
        File.WriteAllText(path + ".cache", "rubbish");
        using (var snapshot = Snapshot.Open(path, Paths, CancellationToken.None))
        {
            Assert.Equal(1, A(snapshot));
            using var beside = Snapshot.Open(path, Paths, CancellationToken.None);
            Assert.Equal(1, A(beside));
        }

        File.Delete(path + ".cache");
        Directory.CreateDirectory(path + ".cache");
        using var withoutCache = Snapshot.Open(path, Paths, CancellationToken.None);
        Assert.Equal(1, A(withoutCache));
    }

    [Fact]
    public void Rows_lie_by_type_and_key_whatever_the_order_they_came_in()
    {
        string[] ids = ["/subscriptions/s/resourceGroups/g/providers/B.B/b/z", "/subscriptions/s/resourceGroups/g/providers/A.A/a/Z", "/subscriptions/s/resourceGroups/g/providers/A.A/a/ä", "/subscriptions/s/resourceGroups/g/providers/A.A/a/b"];
        var one = _folder.Sealed(w => Array.ForEach(ids, i => w.Add(Some.Resource(i))), "1.ashlar");
        var other = _folder.Sealed(w => Array.ForEach([.. ids.Reverse()], i => w.Add(Some.Resource(i))), "2.ashlar");

        using var first = Snapshot.Open(one, [], CancellationToken.None);
        using var second = Snapshot.Open(other, [], CancellationToken.None);

        Assert.Equal(["b", "Z", "ä", "z"], first.Ask("resources | project name").Select(r => (string)r[0]!));
        Assert.Equal(first.TableHashes(CancellationToken.None), second.TableHashes(CancellationToken.None));
    }

    [Fact]
    public void Table_hashes_differ_when_one_value_does()
    {
        using var one = Snapshot.Open(OneRow(), [], CancellationToken.None);
        var hashes = one.TableHashes(CancellationToken.None);
        one.Dispose();
        using var other = Snapshot.Open(OneRow("""{"a":2}"""), [], CancellationToken.None);

        Assert.Equal(["resources"], hashes.Keys);
        Assert.NotEqual(hashes["resources"], other.TableHashes(CancellationToken.None)["resources"]);
    }

    [Fact]
    public void Of_rows_with_one_id_the_first_with_a_body_stays_and_each_id_is_told_once()
    {
        var path = _folder.File("s.ashlar");
        using var writer = SnapshotWriter.Create(path);
        writer.Add(Some.Resource(Some.Account, null));
        writer.Add(Some.Resource(Some.Account.ToUpperInvariant(), """{"a":1}"""));
        writer.Add(Some.Resource(Some.Account, """{"a":2}"""));
        for (var i = 0; i < 100; i++)
        {
            writer.Add(Some.Resource(Some.Account + (i % 50)));
        }

        Assert.Equal(51, writer.DuplicateCount);
        Assert.Equal(SnapshotWriter.DuplicatesTold, writer.DuplicateIds.Count);
        writer.Seal(Some.Info, CancellationToken.None);
        using var snapshot = Snapshot.Open(path, [], CancellationToken.None);
        Assert.Equal([51L], Assert.Single(snapshot.Ask("resources | count")));
        Assert.Equal([1], Assert.Single(snapshot.Ask($"resources | where id =~ '{Some.Account}' | project toint(properties.a)")));
    }

    [Fact]
    public void Rows_larger_than_any_buffer_and_of_every_type_survive()
    {
        var large = "{\"a\":\"" + new string('x', 3 << 20) + "\"}";
        var users = TableCatalogue.Find("Users")!;
        var path = _folder.Sealed(w =>
        {
            w.Add(Some.Resource(Some.Account, large));
            var row = new SnapshotRow(users);
            JsonRows.Fill(row, System.Text.Json.Nodes.JsonNode.Parse("""{"id":"U1","accountEnabled":false,"createdDateTime":"/Date(1700000000000)/","displayName":"Änn"}""")!.AsObject());
            w.Add(row);
        });

        using var snapshot = Snapshot.Open(path, [], CancellationToken.None);
        Assert.Equal(large, Assert.Single(snapshot.Ask("resources | project properties"))[0]);
        Assert.Equal(
            ["U1", false, DateTime.UnixEpoch.AddMilliseconds(1700000000000), "Änn", null],
            Assert.Single(snapshot.Ask("Users | project id, accountEnabled, createdDateTime, displayName, onPremisesSyncEnabled")));
    }
}
