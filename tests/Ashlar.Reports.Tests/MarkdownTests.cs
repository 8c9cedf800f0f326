using System.Text;
using System.Text.RegularExpressions;
using Ashlar.Model;

namespace Ashlar.Reports.Tests;

public class MarkdownTests
{
    private static string Run(IReadOnlyList<ControlResult> results, ReportFooter? footer = null, ReportHeader? header = null) =>
        Encoding.UTF8.GetString(Sample.Run(f => new MarkdownWriter(f), header, results, footer));

    [Fact]
    public void A_failure_is_shown_with_its_place_why_and_fix()
    {
        var finding = Sample.Finding(Controls.LocalAuth, Sample.Chat, Verdict.Fail, "{}") with { Origin = new Origin(Sample.Chat, "infra/main.bicep", 12, 1, "chat") };
        var text = Run([new ControlResult(Controls.LocalAuth, [finding], [])]);
        Assert.Contains("- `infra/main.bicep:12` `ai-chat`", text);
        Assert.Contains(Controls.LocalAuth.Why, text);
        Assert.Contains("```bicep\n", text);
        Assert.Contains("<details><summary>How to fix it</summary>\n\n", text);
    }

    [Fact]
    public void Nothing_wrong_is_said_with_its_denominator()
    {
        var text = Run([new ControlResult(Controls.SoftDelete, [Sample.Finding(Controls.SoftDelete, Sample.Docs, Verdict.Pass, "{}")], [])], new ReportFooter([], [], []));
        Assert.StartsWith("## Ashlar: no failure\n", text);
        Assert.Contains("0 of 1 check fail", text);
    }

    [Fact]
    public void It_keeps_below_the_limit_and_says_what_was_left_out()
    {
        var results = Enumerable.Range(0, 900).Select(c =>
        {
            var control = Controls.Simple($"control-{c:0000}", $"Control {c} " + new string('é', 120), Severity.High, Discipline.Data);
            return new ControlResult(control, [.. Enumerable.Range(0, 40).Select(i => Sample.Finding(control, $"{Sample.Docs}{new string('x', 60)}{i}", i % 4 == 0 ? Verdict.Unknown : Verdict.Fail, "{}"))], []);
        }).ToList();
        var gaps = Enumerable.Range(0, 2_000).Select(i => new Gap("resources", "/subscriptions/" + i, GapReason.Forbidden, "Reader", new string('g', 500))).ToList();
        var text = Run(results, new ReportFooter(gaps, [], []));
        Assert.InRange(Encoding.UTF8.GetByteCount(text), 40_000, MarkdownWriter.Most);
        var left = Regex.Match(text, @"\*\*Left out for want of room:\*\* ([\d,]+) failures of ([\d,]+) more controls");
        Assert.True(left.Success);
        var shown = Regex.Count(text, @"high: Control \d+");
        Assert.Equal(900, shown + int.Parse(left.Groups[2].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((900 - shown) * 30, int.Parse(left.Groups[1].Value, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("more in findings.json", text);
    }

    [Theory]
    [InlineData("@octocat please #12 @@##")]
    [InlineData("` @octocat `` #1 ```")]
    [InlineData("</details><script>alert(1)</script><!--")]
    [InlineData("[x](https://evil.example) ![i](https://evil.example/i.png) https://evil.example www.evil.example")]
    [InlineData("a | b\n# head\n- item @octocat")]
    [InlineData("\\@octocat \\` @octocat")]
    [InlineData("``` \n@octocat\n```")]
    public void A_hostile_name_pings_nobody_and_makes_no_markup(string text)
    {
        var control = Controls.SoftDelete with { Title = text, Why = text, Fix = Controls.SoftDelete.Fix with { Summary = text, Breaks = text } };
        var finding = Sample.Finding(control, Sample.Docs + text.Replace('/', '_'), Verdict.Fail, "{}", text) with { SeverityReasons = [text], Origin = new Origin("/x", text, 3, 1) };
        var other = Sample.Finding(control, Sample.Old, Verdict.Unknown, "{}") with { Reasons = [text] };
        var hidden = Sample.Finding(control, Sample.Chat, Verdict.Fail, "{}") with { Suppressed = new Suppression(text, text, new DateOnly(2026, 1, 1), text) };
        var result = new ControlResult(control, [finding, other, hidden], []) { Gone = [new GoneFinding(control.Id, text, Sample.Old, text, Severity.Low, "f", null)] };
        var footer = new ReportFooter([new Gap(text, "/", GapReason.Forbidden, text, text, text)], [], [])
        {
            Baseline = new BaselineSummary(text, DateTime.UnixEpoch, 1, 0, 0, 1, 0, []),
            Suppressions = new SuppressionSummary(1, new DateOnly(2026, 1, 1), [new ExpiredSuppression(new Suppression(text, text, new DateOnly(2025, 1, 1)), 1, text, 1)]),
        };
        var written = Run([result], footer, Sample.Header with { Title = text });
        var spoken = WithoutCode(written);
        Assert.DoesNotContain('@', spoken);
        Assert.DoesNotMatch(@"#\d", spoken);
        Assert.DoesNotContain("<script", spoken);
        Assert.DoesNotContain("<!--", spoken);
        Assert.DoesNotMatch(@"(?<!\\)\[|(?<!\\)://|www\.", spoken);
        Assert.Equal(Regex.Count(spoken, "<details>"), Regex.Count(spoken, "</details>"));
        Assert.DoesNotMatch(@"(?m)^# ", spoken);
    }

    [Fact]
    public void A_patch_is_filled_only_with_names_that_no_shell_could_act_on()
    {
        var control = Controls.SoftDelete with { Fix = new Fix("Do.", null, "az do --name {name}", null, null) };
        string With(string name) => Run([new ControlResult(control, [Sample.Finding(control, Sample.Docs + name, Verdict.Fail, "{}")], [])]);
        Assert.Contains("az do --name stchatdocs-1", With("-1"));
        Assert.Contains("az do --name {name}", With(";reboot"));
        Assert.Contains("az do --name {name}", With("$(x)"));
    }

    [Fact]
    public void What_the_reader_must_choose_stands_below_the_patch_with_an_example()
    {
        var control = Controls.LocalAuth with { Fix = Controls.LocalAuth.Fix with { Az = "az do --ids {id} --subnet <subnet id>", Choices = new Dictionary<string, string> { ["<subnet id>"] = "/subscriptions/s/subnets/pe", ["<other>"] = "x" } } };
        var text = Run([new ControlResult(control, [Sample.Finding(control, Sample.Docs, Verdict.Fail, "{}")], [])]);

        Assert.Contains("--subnet <subnet id>\n```\n\n- yours to choose: `<subnet id>`, such as `/subscriptions/s/subnets/pe`\n\n</details>", text);
        Assert.DoesNotContain("<other>", text);
    }

    // Code as CommonMark takes it: fenced blocks first, then from each run of backticks to the next of the same length; \` opens none.
    private static string WithoutCode(string text)
    {
        var blocks = Regex.Replace(text, "(?m)^(`{3,})[a-z]*\n(?:.*\n)*?\\1\n", "");
        var spoken = new StringBuilder();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (blocks[i] == '\\' && i + 1 < blocks.Length)
            {
                spoken.Append(blocks, i, 2);
                i++;
                continue;
            }

            if (blocks[i] != '`')
            {
                spoken.Append(blocks[i]);
                continue;
            }

            var run = Regex.Match(blocks[i..], "^`+").Value;
            var close = Regex.Match(blocks[(i + run.Length)..], $"(?<!`){run}(?!`)");
            Assert.True(close.Success, "A code span does not end: " + blocks[i..Math.Min(blocks.Length, i + 80)]);
            Assert.DoesNotContain("\n\n", blocks.Substring(i, run.Length + close.Index));
            i += run.Length + close.Index + run.Length - 1;
        }

        return spoken.ToString();
    }
}
