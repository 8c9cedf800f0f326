using Ashlar.Kql;

namespace Ashlar.Cli.Tests.Query;

/// <summary>Rows in files: whole, private, and in Parquet with types.</summary>
public sealed class QueryFileTests : IDisposable
{
    private const string Typed = "print at=datetime(2024-02-03T04:05:06.1234567Z), early=datetime(0001-01-01T00:00:00.0000019Z), span=time(1.02:03:04.5000001), n=9007199254740993, i=int(7), r=1.5, "
        + "b=true, g=guid(74be27de-1e4e-49d9-b579-fe0b331d3642), s='ü\"x', d=dynamic({'a':[1,null]}), e=decimal(1.25), none=long(null), S='other case'";

    private readonly Asked _asked = new();

    public void Dispose() => _asked.Dispose();

    [Fact]
    public async Task Parquet_keeps_types()
    {
        var path = _asked.Path("it's.parquet");
        var (code, text, error) = await Asked.RunAsync(Typed, "--format", "parquet", "--out", path);
        Assert.True(code == 0, error);
        Assert.Equal("", text);
        Assert.Equal(
            ["at:TIMESTAMP=2024-02-03 04:05:06.123456", "early:TIMESTAMP=0001-01-01 00:00:00.000001", "span:BIGINT=937845000001", "n:BIGINT=9007199254740993", "i:INTEGER=7", "r:DOUBLE=1.5",
                "b:BOOLEAN=true", "g:UUID=74be27de-1e4e-49d9-b579-fe0b331d3642", "s:VARCHAR=ü\"x", """d:VARCHAR={"a":[1,null]}""", "e:DECIMAL(38,15)=1.250000000000000", "none:BIGINT=", "S1:VARCHAR=other case"],
            Columns(path));
    }

    [Theory]
    [InlineData("parquet")]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("table")]
    public async Task A_file_is_private_and_takes_the_place_of_an_older_one(string format)
    {
        var path = _asked.Path("rows");
        await File.WriteAllTextAsync(path, "old");
        Assert.Equal(0, (await Asked.RunAsync("resources | project name", "--snapshot", _asked.Snapshot(), "--format", format, "--out", path)).Code);
        Assert.NotEqual("old", await File.ReadAllTextAsync(path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(path)!), file => Path.GetFileName(file).StartsWith("rows.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_that_is_stopped_leaves_the_older_file()
    {
        var path = _asked.Path("rows.parquet");
        await File.WriteAllTextAsync(path, "old");
        Assert.Equal(2, (await Asked.RunAsync("resources | nothing", "--format", "parquet", "--out", path)).Code);
        Assert.Equal("old", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task No_rows_are_a_file_with_columns()
    {
        var path = _asked.Path("none.parquet");
        Assert.Equal(0, (await Asked.RunAsync("resources | project name, properties", "--format", "parquet", "--out", path)).Code);
        using var database = KqlDatabase.InMemory();
        using var command = database.Connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM read_parquet('{path}')";
        Assert.Equal(0L, command.ExecuteScalar());
    }

    [Fact]
    public async Task Parquet_without_a_file_is_refused()
    {
        var (code, _, error) = await Asked.RunAsync("print 1", "--format", "parquet");
        Assert.Equal(2, code);
        Assert.Contains("--out", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_said()
    {
        await File.WriteAllTextAsync(_asked.Path("file"), "");
        var (code, _, error) = await Asked.RunAsync("print 1", "--format", "parquet", "--out", Path.Combine(_asked.Path("file"), "x.parquet"));
        Assert.Equal(2, code);
        Assert.StartsWith("ashlar: ", error, StringComparison.Ordinal);
    }

    private static List<string> Columns(string path)
    {
        using var database = KqlDatabase.InMemory();
        using var command = database.Connection.CreateCommand();
        var file = "'" + path.Replace("'", "''", StringComparison.Ordinal) + "'";
        command.CommandText = $"DESCRIBE SELECT * FROM read_parquet({file})";
        var columns = new List<(string Name, string Type)>();
        using (var reader = command.ExecuteReader())
            while (reader.Read())
                columns.Add((reader.GetString(0), reader.GetString(1)));
        command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => $"coalesce(CAST(\"{c.Name}\" AS VARCHAR), '')"))} FROM read_parquet({file})";
        using var row = command.ExecuteReader();
        Assert.True(row.Read());
        return [.. columns.Select((c, i) => $"{c.Name}:{c.Type}={row.GetString(i)}")];
    }
}
