using System.Text.Json;
using Ashlar.Cli.Tests.Query;

namespace Ashlar.Cli.Tests.Paths;

public sealed class PathsCommandTests : IDisposable
{
    private readonly Asked _asked = new();

    [Theory]
    [InlineData("it's")]
    [InlineData("back\\slash\\")]
    [InlineData("two\nlines")]
    [InlineData("tab\tand\u2028line\u0000")]
    public async Task A_name_of_any_shape_is_looked_for_and_not_found(string name)
    {
        var snapshot = _asked.Snapshot();
        Assert.Equal(2, (await RunAsync("--to", name, "--snapshot", snapshot)).Code);
        Assert.Equal(2, (await RunAsync("--from", name, "--snapshot", snapshot)).Code);
    }

    [Fact]
    public async Task A_start_that_is_nearly_one_is_suggested()
    {
        var (code, _, error) = await RunAsync("--from", "guset", "--snapshot", _asked.Snapshot());
        Assert.Equal(2, code);
        Assert.Contains("Did you mean 'guest'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_snapshot_it_says_what_writes_one()
    {
        var (code, _, error) = await RunAsync();
        Assert.Equal(2, code);
        Assert.Contains("ashlar scan", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_path_is_not_said_of_a_tenant_that_was_not_read()
    {
        var (code, text, _) = await RunAsync("--snapshot", _asked.Snapshot(), "--format", "json");
        Assert.Equal(3, code);
        Assert.False(JsonDocument.Parse(text).RootElement.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task The_query_of_an_answer_is_shown()
    {
        var (code, text, _) = await RunAsync("--from", "guest", "--to", "readData", "--kql", "--snapshot", _asked.Snapshot());
        Assert.Equal((0, "AttackPaths | where Goal == 'readData' | where Start == 'guest' | order by Score desc, Effort asc, PathId asc"), (code, text.Trim()));
    }

    [Fact]
    public async Task Changes_are_told_apart_from_paths()
    {
        var (_, text, _) = await RunAsync("--cut", "--snapshot", _asked.Snapshot(), "--format", "json");
        Assert.True(JsonDocument.Parse(text).RootElement.TryGetProperty("changes", out _));
    }

    private static async Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await AshlarCommand.RunAsync(["paths", .. arguments, "--content", Content()], new CliOutput(output, error, Interactive: false));
        return (code, output.ToString(), error.ToString());
    }

    private static string Content()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Ashlar.slnx")))
            at = Path.GetDirectoryName(at)!;
        return Path.Combine(at, "content");
    }

    public void Dispose() => _asked.Dispose();
}
