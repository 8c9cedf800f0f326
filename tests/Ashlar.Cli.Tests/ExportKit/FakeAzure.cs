using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;
using Ashlar.Cli.ExportKit;

namespace Ashlar.Cli.Tests.ExportKit;

/// <summary>A folder with a false <c>az</c> that serves canned answers (the latest that fits), and what one run of collect.sh against it left behind.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FakeAzure : IDisposable
{
    private const string Root = "https://management.azure.com";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ashlar-kit");
    private readonly List<string> routes = [];

    public string Out => Path.Combine(folder.FullName, "export");

    public IReadOnlyList<string> Calls => File.ReadAllLines(Path.Combine(folder.FullName, "calls"));

    public bool AnsweredEverything => !File.Exists(Path.Combine(folder.FullName, "other-calls"));

    public JsonElement Manifest => JsonDocument.Parse(File.ReadAllText(Path.Combine(Out, "ashlar-export.json"))).RootElement;

    /// <summary>GET of an ARM path (or a whole address) gives this JSON.</summary>
    public FakeAzure Get(string path, string json) => Route("get " + Address(path) + "*", json);

    /// <summary>GET fails with what az prints, such as <c>Forbidden({"error":…})</c>.</summary>
    public FakeAzure Fail(string path, string message) => Add("get " + Address(path) + "*\t!" + message);

    public FakeAzure FailOnce(string path, string message) => Add("get " + Address(path) + "*\t!once " + message);

    /// <summary>A Resource Graph query that contains <paramref name="query"/> and carries <paramref name="token"/>.</summary>
    public FakeAzure Query(string query, string token, string json) =>
        Route($"post {Root}/providers/Microsoft.ResourceGraph/resources*{query} {token}", json);

    public IEnumerable<JsonElement> DataSets(string table, string type = "") =>
        Manifest.GetProperty("dataSets").EnumerateArray().Where(d => d.GetProperty("table").GetString() == table && d.GetProperty("type").GetString() == type);

    public IReadOnlyList<JsonElement> Rows(string file) =>
        [.. File.ReadLines(Path.Combine(Out, file)).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Runs the script as a user would; what it prints on stderr comes back.</summary>
    public async Task<(int Code, string Error)> CollectAsync()
    {
        var bin = folder.CreateSubdirectory("bin").FullName;
        var kit = Path.Combine(folder.FullName, "collect.sh");
        await using (var script = typeof(ExportKitCommand).Assembly.GetManifestResourceStream("ExportKit/collect.sh")!)
        await using (var file = File.Create(kit))
        {
            await script.CopyToAsync(file);
        }

        File.Copy(Path.Combine(AppContext.BaseDirectory, "ExportKit", "az"), Path.Combine(bin, "az"), overwrite: true);
        File.SetUnixFileMode(Path.Combine(bin, "az"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "routes"), Enumerable.Reverse(routes));
        var start = new ProcessStartInfo("bash", [kit, "--out", Out]) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["FAKE_AZURE"] = folder.FullName;
        start.Environment["ASHLAR_RETRY_SECONDS"] = "0";
        start.Environment["PATH"] = bin + ":" + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await error);
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A question mark is one character to the shell's patterns.</summary>
    private static string Address(string path) => (path.StartsWith('/') ? Root + path : path).Replace("?", "[?]", StringComparison.Ordinal);

    private FakeAzure Route(string glob, string json)
    {
        var file = $"answer{routes.Count}.json";
        File.WriteAllText(Path.Combine(folder.FullName, file), json);
        return Add(glob + "\t" + file);
    }

    private FakeAzure Add(string route)
    {
        routes.Add(route);
        return this;
    }
}
