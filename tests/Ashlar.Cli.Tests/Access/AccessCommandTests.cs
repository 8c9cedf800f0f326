using System.Text.Json;
using Ashlar.Cli.Rules;
using Ashlar.Cli.Tests.Query;

namespace Ashlar.Cli.Tests.Access;

public sealed class AccessCommandTests : IDisposable
{
    private readonly Asked _asked = new();

    [Theory]
    [InlineData("it's")]
    [InlineData("back\\slash\\")]
    [InlineData("two\nlines")]
    [InlineData("tab\tand\u2028line\u0000")]
    [InlineData("")]
    public async Task A_name_of_any_shape_is_looked_for_and_not_found(string name)
    {
        var snapshot = _asked.Snapshot();
        Assert.Equal(2, (await RunAsync("--who-can", "invoke", name, "--snapshot", snapshot)).Code);
        Assert.Equal(2, (await RunAsync("--what-can", name, "--snapshot", snapshot)).Code);
    }

    [Fact]
    public async Task Nobody_is_not_said_of_a_tenant_whose_assignments_were_not_read()
    {
        var (code, text, _) = await RunAsync("--who-can", "invoke", "chat", "--snapshot", _asked.Snapshot(), "--format", "json");
        Assert.Equal(3, code);
        Assert.False(JsonDocument.Parse(text).RootElement.GetProperty("complete").GetBoolean());
    }

    [Fact]
    public void No_mark_of_a_name_turns_what_follows_on_a_terminal() =>
        Assert.Equal("a b c d [31m", DiagnosticText.Printable("a\u202Eb\u2066c\u200Fd\u001B[31m"));

    private static async Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await AshlarCommand.RunAsync(["access", .. arguments, "--content", Content()], new CliOutput(output, error, Interactive: false));
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
