using System.Text.Json;
using Ashlar.EndToEnd.Tenants;

namespace Ashlar.EndToEnd.Diff;

/// <summary>The sample tenant and the same a week later, scanned and compared once for all tests.</summary>
public sealed class ContosoWeek : IAsyncLifetime
{
    internal Shell Shell { get; } = new();

    public string Before => Shell.Path("first", "tenant.ashlar");

    public string After => Shell.Path("second", "tenant.ashlar");

    public string Markdown { get; private set; } = "";

    public JsonElement Json { get; private set; }

    public int Code { get; private set; }

    public int FailOnWorseCode { get; private set; }

    public async Task InitializeAsync()
    {
        await Shell.RunAsync("scan", "--from", new ExportFolder("contoso").Path, "--out", Shell.Path("first"), "--fail-on", "none");
        await Shell.RunAsync("scan", "--from", ChangedContoso.Write(Shell), "--out", Shell.Path("second"), "--fail-on", "none");
        var run = await Shell.RunAsync("diff", Before, After, "--out", Shell.Path("diff"), "--format", "markdown");
        (Code, Markdown) = (run.Code, run.Out);
        Json = JsonDocument.Parse(await File.ReadAllTextAsync(Shell.Path("diff", "diff.json"))).RootElement;
        FailOnWorseCode = (await Shell.RunAsync("diff", Before, After, "--only", "exposure", "--fail-on", "worse")).Code;
    }

    public Task DisposeAsync()
    {
        Shell.Dispose();
        return Task.CompletedTask;
    }
}
