using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ashlar.Model;

namespace Ashlar.Reports.Tests;

public class PageTests
{
    private static readonly byte[] Written = Sample.Run(f => new HtmlWriter(f));

    [Fact]
    public void Nothing_is_fetched()
    {
        var frame = Page.Frame(Written);
        Assert.DoesNotMatch(@"(?i)\ssrc\s*=|<link|<iframe|<object|<embed|@import|url\(|fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import\(", frame);
        Assert.DoesNotMatch("https?://(?!www\\.w3\\.org/)", frame);
    }

    [Fact]
    public void The_policy_allows_this_script_and_this_style_only()
    {
        var page = Encoding.UTF8.GetString(Written);
        var policy = Regex.Match(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.StartsWith("default-src 'none';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("script-src 'sha256-" + Hash(Assert.Single(Regex.Matches(page, "<script>(.*?)</script>", RegexOptions.Singleline)).Groups[1].Value) + "'", policy);
        Assert.Contains("style-src 'sha256-" + Hash(Assert.Single(Regex.Matches(page, "<style>(.*?)</style>", RegexOptions.Singleline)).Groups[1].Value) + "'", policy);
        Assert.DoesNotMatch(@"\sstyle\s*=|\son[a-z]+\s*=\s*[""']", Page.Frame(Written).Replace("<style>", "", StringComparison.Ordinal).Split("<body>")[1].Split("<script>")[0]);
    }

    [Fact]
    public void The_script_makes_no_markup_from_text() =>
        Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", Page.Frame(Written));

    [Fact]
    public void Patches_are_filled_by_the_rules_of_the_model_with_regions_and_choices()
    {
        using var data = JsonDocument.Parse(Page.Data(Sample.Run(f => new HtmlWriter(f), footer: Sample.Footer with { Region = id => id == Sample.Search ? "swedencentral" : null })));
        var root = data.RootElement;

        Assert.Equal(FixPatch.SafeInShell, root.GetProperty("safe").GetProperty("shell").GetString());
        Assert.Equal(FixPatch.SafeInTemplate, root.GetProperty("safe").GetProperty("template").GetString());
        var ids = root.GetProperty("resources").EnumerateArray().Select(id => id.GetString()).ToList();
        Assert.Equal(ids.Select(id => id == Sample.Search ? "swedencentral" : ""), root.GetProperty("regions").EnumerateArray().Select(region => region.GetString()));
        Assert.Contains(Sample.Search, ids);
        Assert.All(root.GetProperty("controls").EnumerateArray(), control => Assert.Equal(JsonValueKind.Object, control.GetProperty("fix").GetProperty("choices").ValueKind));
    }

    [Fact]
    public void Failures_beyond_the_cap_are_counted_and_the_most_severe_are_kept()
    {
        var many = Enumerable.Range(0, 5_000).Select(i => Sample.Finding(Controls.Rules, $"{Sample.Search}/x/{i:0000}", Verdict.Fail, "{}")).ToList();
        many[4_321] = many[4_321] with { Severity = Severity.Critical };
        using var data = JsonDocument.Parse(Page.Data(Sample.Run(f => new HtmlWriter(f), results: [new ControlResult(Controls.Rules, many, [])])));
        var control = data.RootElement.GetProperty("controls")[0];
        Assert.Equal(5_000, control.GetProperty("fail").GetInt32());
        Assert.Equal(4_900, control.GetProperty("leftFail").GetInt32());
        Assert.Equal(100, control.GetProperty("findings").GetArrayLength());
        var first = control.GetProperty("findings")[0].GetProperty("r").GetInt32();
        Assert.EndsWith("/4321", data.RootElement.GetProperty("resources")[first].GetString());
    }

    [Fact]
    public void A_finding_belongs_to_the_workload_of_the_nearest_resource_above_it()
    {
        var finding = Sample.Finding(Controls.Rules, Sample.Chat.ToUpperInvariant() + "/deployments/x", Verdict.Fail, "{}");
        using var data = JsonDocument.Parse(Page.Data(Sample.Run(f => new HtmlWriter(f), results: [new ControlResult(Controls.Rules, [finding], [])])));
        Assert.Equal("[[0,1,0]]", data.RootElement.GetProperty("controls")[0].GetProperty("byWorkload").GetRawText());
    }

    [Fact]
    public void Passes_are_counts_only() =>
        Assert.DoesNotContain("\"v\":\"pass\"", Page.Data(Written));

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
