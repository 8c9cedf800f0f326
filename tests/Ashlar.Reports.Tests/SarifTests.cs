using System.Text;
using System.Text.Json;
using Ashlar.Model;
using NJsonSchema;

namespace Ashlar.Reports.Tests;

public class SarifTests
{
    [Fact]
    public Task A_usual_report_fits_the_schema() => Fits(Sample.Run(f => new SarifWriter(f)));

    [Fact]
    public Task A_hostile_report_fits_the_schema() => Fits(Sample.Run(f => new SarifWriter(f), Hostile.Header, Hostile.Results, Hostile.Footer));

    [Fact]
    public Task An_empty_report_fits_the_schema() => Fits(Sample.Run(f => new SarifWriter(f), Sample.Header with { Sources = [] }, [], new ReportFooter([], [], [])));

    [Fact]
    public async Task The_schema_refuses_what_is_no_sarif()
    {
        var schema = await Schema();
        Assert.NotEmpty(schema.Validate("""{"version":"2.1.0","runs":[{"results":[{"message":{},"level":"dreadful"}]}]}"""));
    }

    [Fact]
    public async Task A_resource_of_a_template_is_shown_in_its_file()
    {
        var finding = Sample.Finding(Controls.Rules, Sample.Docs, Verdict.Fail, "{}") with { Origin = new Origin(Sample.Docs, "in fra/main.bicep", 7, 3) };
        var text = Sample.Run(f => new SarifWriter(f), Sample.Header, [new ControlResult(Controls.Rules, [finding], [])], new ReportFooter([], [], []));
        await Fits(text);
        using var document = JsonDocument.Parse(text);
        var place = document.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("in%20fra/main.bicep", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(7, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void Only_a_failure_has_a_level()
    {
        using var document = JsonDocument.Parse(Sample.Run(f => new SarifWriter(f)));
        var results = document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["fail", "fail", "fail", "open", "review"], results.Select(r => r.GetProperty("kind").GetString()));
        Assert.All(results, r => Assert.Equal(r.GetProperty("kind").GetString() != "fail", r.GetProperty("level").GetString() == "none"));
    }

    [Fact]
    public void Every_result_points_at_its_rule_and_carries_the_fingerprint()
    {
        using var document = JsonDocument.Parse(Sample.Run(f => new SarifWriter(f)));
        var run = document.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Matches("^[0-9a-f]{32}$", result.GetProperty("partialFingerprints").GetProperty("ashlar/v1").GetString());
        }
    }

    internal static async Task Fits(byte[] sarif)
    {
        var schema = await Schema();
        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(sarif)).Select(e => e.ToString()));
    }

    private static Task<JsonSchema> Schema() => JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json"));
}
