using System.Text.Json;

namespace Ashlar.EndToEnd;

/// <summary>A plan with modules, for_each, values that are not known yet and azapi, from file to verdicts. Both files stand beside this one.</summary>
public sealed class PlanVerdictTests : IDisposable
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Ashlar.EndToEnd", "Terraform");
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task A_plan_is_judged_as_its_resources_will_be()
    {
        var run = await Shell.RunAsync("scan", "--from", Path.Combine(Folder, "plan.json"), "--out", _shell.Path("out"));
        Assert.True(run.Code is 0 or 1 or 3, run.Error);

        using var written = JsonDocument.Parse(await File.ReadAllBytesAsync(_shell.Path("out", "findings.json")));
        var verdicts = written.RootElement.GetProperty("findings").EnumerateArray()
            .Where(f => f.TryGetProperty("origin", out var origin) && origin.TryGetProperty("address", out _))
            .ToLookup(f => f.GetProperty("origin").GetProperty("address").GetString() + " | " + f.GetProperty("control").GetString(), f => f.GetProperty("verdict").GetString());
        var expected = (await File.ReadAllLinesAsync(Path.Combine(Folder, "expected.txt"))).Where(line => line.Length > 0 && line[0] != '#').ToArray();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, expected.Select(line => line[..line.LastIndexOf(" | ", StringComparison.Ordinal)]).Select(key => $"{key} | {string.Join(", ", verdicts[key].Distinct())}"));
    }
}
