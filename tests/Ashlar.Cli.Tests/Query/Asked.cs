using System.Text.Json;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Cli.Tests.Query;

/// <summary>Runs <c>ashlar query</c> in this process, with files in a folder of its own.</summary>
internal sealed class Asked : IDisposable
{
    public const string Account = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/";

    private readonly string _folder = Directory.CreateTempSubdirectory("ashlar-test-").FullName;

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>A sealed snapshot of two accounts, collected on 2026-01-02.</summary>
    public string Snapshot()
    {
        var path = Path("two.ashlar");
        using var writer = SnapshotWriter.Create(path);
        foreach (var (name, properties) in new[] { ("chat", """{"disableLocalAuth":true}"""), ("search", """{"disableLocalAuth":false}""") })
        {
            var row = new SnapshotRow(TableCatalogue.Find("resources")!) { HasBody = true };
            row.Set(0, Account + name);
            row.Set(11, properties);
            row.CompleteFromId();
            writer.Add(row);
        }

        writer.Seal(new SnapshotInfo("two", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "given", ["a.json"], "0.0"), CancellationToken.None);
        return path;
    }

    public static async Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await AshlarCommand.RunAsync(["query", .. arguments], new CliOutput(output, error, Interactive: false));
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The answers to a batch, line by line.</summary>
    public async Task<IReadOnlyList<JsonElement>> BatchAsync(string lines, params string[] arguments)
    {
        await File.WriteAllTextAsync(Path("in.jsonl"), lines);
        var (code, _, error) = await RunAsync(["--batch", Path("in.jsonl"), "--out", Path("out.jsonl"), .. arguments]);
        Assert.True(code == 0, error);
        return [.. (await File.ReadAllLinesAsync(Path("out.jsonl"))).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
