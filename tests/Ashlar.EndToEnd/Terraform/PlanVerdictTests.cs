using System.Text.Json;
using System.Text.Json.Nodes;

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
        var verdicts = await VerdictsAsync(Path.Combine(Folder, "plan.json"));
        var expected = (await File.ReadAllLinesAsync(Path.Combine(Folder, "expected.txt"))).Where(line => line.Length > 0 && line[0] != '#').ToArray();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, expected.Select(line => line[..line.LastIndexOf(" | ", StringComparison.Ordinal)]).Select(key => $"{key} | {string.Join(", ", verdicts[key].Distinct())}"));
    }

    [Theory]
    [InlineData("https_traffic_only_enabled", true, "storage-https-only", "pass")]
    [InlineData("https_traffic_only_enabled", false, "storage-https-only", "unknown")]
    [InlineData("allow_nested_items_to_be_public", true, "storage-blob-anonymous-access-disabled", "fail")]
    [InlineData("allow_nested_items_to_be_public", false, "storage-blob-anonymous-access-disabled", "unknown")]
    public async Task An_attribute_that_is_null_has_the_providers_default_and_one_that_the_plan_does_not_have_decides_nothing(string attribute, bool isNull, string control, string verdict)
    {
        const string Address = "module.data.azurerm_storage_account.docs";
        var plan = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "plan.json")))!;
        var values = plan["planned_values"]!["root_module"]!["child_modules"]!.AsArray()
            .SelectMany(module => module!["resources"]!.AsArray())
            .Single(resource => (string?)resource!["address"] == Address)!["values"]!.AsObject();
        Assert.True(values.Remove(attribute));
        if (isNull)
        {
            values[attribute] = null;
        }

        await File.WriteAllTextAsync(_shell.Path("plan.json"), plan.ToJsonString());

        Assert.Equal([verdict], (await VerdictsAsync(_shell.Path("plan.json")))[$"{Address} | {control}"].Distinct());
    }

    /// <summary>By <c>address | control</c>.</summary>
    private async Task<ILookup<string, string?>> VerdictsAsync(string plan)
    {
        var run = await Shell.RunAsync("scan", "--from", plan, "--out", _shell.Path("out"));
        Assert.True(run.Code is 0 or 1 or 3, run.Error);

        using var written = JsonDocument.Parse(await File.ReadAllBytesAsync(_shell.Path("out", "findings.json")));
        return written.RootElement.GetProperty("findings").EnumerateArray()
            .Where(f => f.TryGetProperty("origin", out var origin) && origin.TryGetProperty("address", out _))
            .ToLookup(f => f.GetProperty("origin").GetProperty("address").GetString() + " | " + f.GetProperty("control").GetString(), f => f.GetProperty("verdict").GetString());
    }
}
