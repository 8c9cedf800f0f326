using System.Text;
using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports.Tests;

public class FindingsJsonTests
{
    [Fact]
    public void Every_verdict_is_in_it_in_the_order_it_came()
    {
        using var document = JsonDocument.Parse(Sample.Run(f => new FindingsJsonWriter(f)));
        var verdicts = document.RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("verdict").GetString());
        Assert.Equal(Sample.Results.SelectMany(r => r.Findings).Select(f => f.Verdict.Name()), verdicts);
    }

    [Fact]
    public void Findings_come_before_gaps_and_each_has_a_line()
    {
        var text = Encoding.UTF8.GetString(Sample.Run(f => new FindingsJsonWriter(f)));
        Assert.True(text.IndexOf("\"findings\":", StringComparison.Ordinal) < text.IndexOf("\"gaps\":", StringComparison.Ordinal));
        Assert.Equal(8, text.Split('\n').Count(line => line.StartsWith("{\"control\":", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_run_without_findings_is_valid()
    {
        using var document = JsonDocument.Parse(Sample.Run(f => new FindingsJsonWriter(f), results: [], footer: new ReportFooter([], [], [])));
        Assert.Equal(0, document.RootElement.GetProperty("findings").GetArrayLength());
        Assert.Equal(0, document.RootElement.GetProperty("gaps").GetArrayLength());
    }

    [Fact]
    public void Numbers_in_evidence_stay_as_they_were_written()
    {
        var finding = Sample.Finding(Controls.Rules, Sample.Docs, Verdict.Pass, """{"a":12345678901234567890.10,"b":1e3,"ü":"é"}""");
        using var document = JsonDocument.Parse(Sample.Run(f => new FindingsJsonWriter(f), results: [new ControlResult(Controls.Rules, [finding], [])]));
        Assert.Equal("""{"a":12345678901234567890.10,"b":1e3,"ü":"é"}""", document.RootElement.GetProperty("findings")[0].GetProperty("evidence").GetRawText());
    }
}
