using System.Text;
using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports.Tests;

public class PictureTests
{
    [Theory]
    [InlineData("internet", "internet", "corporate", "unknown")]
    [InlineData("named networks", "nowhere", "network", "nowhere")]
    [InlineData("nowhere", "nowhere", "nowhere", "nowhere")]
    [InlineData("not known", "nowhere", "unknown", "nowhere")]
    [InlineData("named networks or wider", "network", "unknown", "nowhere")]
    [InlineData("any Azure tenant", "corporate", "azure", "network")]
    public void The_exposure_of_a_workload_is_that_of_its_widest_door(string words, string first, string second, string third)
    {
        var doors = new[] { first, second, third }.Select((inbound, i) => Pictures.Door(Sample.Chat, i.ToString(), inbound, inbound));
        Assert.Equal(words, ExposureWords.Of(Exposure.Widest(doors)));
    }

    [Fact]
    public void What_is_certain_of_a_door_that_is_not_known_counts()
    {
        Assert.Equal("internet", ExposureWords.Of(Exposure.Widest([Pictures.Door(Sample.Chat, "a", "unknown", "internet")])));
        Assert.Equal("corporate or wider", ExposureWords.Of(Exposure.Widest([Pictures.Door(Sample.Chat, "a", "unknown", "corporate"), Pictures.Door(Sample.Chat, "b", "network", "network")])));
        Assert.Equal("-", ExposureWords.Of(Exposure.Widest([])));
    }

    [Fact]
    public void A_store_that_others_use_too_does_not_decide_the_exposure_of_a_workload()
    {
        var pictures = new WorkloadPictures(Sample.Header.Workloads, Sample.Header.Picture);
        Assert.Equal("corporate or wider", ExposureWords.Of(pictures.Exposure(0)));
        Assert.Equal("internet", ExposureWords.Of(pictures.Exposure(1)));
        Assert.Contains(1, pictures.Doors(0));
    }

    [Fact]
    public void A_workload_without_a_door_of_its_own_is_as_exposed_as_what_it_shares()
    {
        var workloads = Sample.Header.Workloads.Select(w => w with { Members = [.. w.Members.Where(m => m.ResourceId == Sample.Docs)] }).ToList();
        Assert.Equal("internet", ExposureWords.Of(new WorkloadPictures(workloads, Sample.Header.Picture).Exposure(0)));
    }

    [Fact]
    public void Data_it_reaches_is_what_it_names_and_what_flows_name_each_once() =>
        Assert.Equal("1 store, 1 index, 1 vault, 1 host", new WorkloadPictures(Sample.Header.Workloads, Sample.Header.Picture).Data(0));

    [Fact]
    public void A_level_is_a_floor_where_not_everything_was_read()
    {
        Assert.Equal("at least high", FallWords.Of(Sample.Header.Picture.Falls[0]));
        Assert.Equal("low", FallWords.Of(Sample.Header.Picture.Falls[1]));
        Assert.Equal("-", FallWords.Of(null));
    }

    [Fact]
    public void The_page_holds_each_step_once_and_says_how_many_paths_there_are()
    {
        var shared = Sample.Header.Picture.Paths[0];
        var header = Sample.Header with { Picture = Sample.Header.Picture with { Paths = [shared, shared with { Id = "ap-0000000000000003" }] } };
        using var data = JsonDocument.Parse(Page.Data(Sample.Run(f => new HtmlWriter(f), header)));
        var picture = data.RootElement.GetProperty("picture");
        Assert.Equal(2, picture.GetProperty("paths").GetArrayLength());
        Assert.Equal(shared.Steps.Count, picture.GetProperty("steps").GetArrayLength());
        Assert.Equal(5, picture.GetProperty("pathCount").GetInt64());
        Assert.All(data.RootElement.GetProperty("workloads").EnumerateArray(), w => Assert.Equal(w.GetProperty("name").GetString() == "chat" ? 4 : 1, w.GetProperty("pathCount").GetInt32()));
    }

    [Fact]
    public void A_hundred_paths_of_one_workload_are_counted_and_twelve_are_drawn()
    {
        var many = Enumerable.Range(0, 100).Select(i => Sample.Header.Picture.Paths[0] with { Id = $"ap-{i:0000000000000000}" }).ToList();
        var header = Sample.Header with { Picture = Sample.Header.Picture with { Paths = many } };
        using var data = JsonDocument.Parse(Page.Data(Sample.Run(f => new HtmlWriter(f), header)));
        var chat = data.RootElement.GetProperty("workloads").EnumerateArray().Single(w => w.GetProperty("name").GetString() == "chat");
        Assert.Equal(12, chat.GetProperty("paths").GetArrayLength());
    }

    [Fact]
    public void Changes_that_cut_paths_come_before_those_that_close_failures_and_take_their_place_in_the_summary()
    {
        var text = Sample.Terminal(TerminalOptions.Piped);
        Assert.Contains("1  Take the role that Ann Lee holds away.", text);
        Assert.Contains("1 of 2 paths", text);
        Assert.DoesNotContain("closes", text);
    }

    [Fact]
    public void Without_paths_the_summary_lists_what_closes_failures()
    {
        var text = Sample.Terminal(TerminalOptions.Piped, Sample.Header with { Picture = TenantPicture.Empty });
        Assert.Contains("(closes 1 failure)", text);
        Assert.DoesNotContain("Attack paths", text);
    }

    [Fact]
    public void An_id_on_the_page_is_its_place_and_the_rest()
    {
        using var data = JsonDocument.Parse(Page.Data(Sample.Run(f => new HtmlWriter(f))));
        var stems = data.RootElement.GetProperty("stems").EnumerateArray().Select(s => s.GetString()).ToList();
        Assert.Equal(stems.Count, stems.Distinct().Count());
        var whole = data.RootElement.GetProperty("texts").EnumerateArray()
            .Select(t => t.ValueKind == JsonValueKind.String ? t.GetString() : stems[t[0].GetInt32()] + t[1].GetString()).ToList();
        Assert.Equal(whole.Count, whole.Distinct().Count());
        Assert.Contains(Sample.Docs, whole);
        Assert.Contains(Pictures.Guest, whole);
    }

    [Fact]
    public void Evidence_that_many_findings_share_is_written_once()
    {
        var many = Enumerable.Range(0, 50).Select(i => Sample.Finding(Controls.Rules, $"{Sample.Search}/x/{i}", Verdict.Fail, """{"properties.aLongNameOfASetting":"a long value of a setting"}""")).ToList();
        var page = Page.Data(Sample.Run(f => new HtmlWriter(f), results: [new ControlResult(Controls.Rules, many, [])]));
        Assert.Equal(1, Count(page, "properties.aLongNameOfASetting"));
        Assert.Equal(1, Count(page, "a long value of a setting"));
    }

    [Fact]
    public void What_is_drawn_names_nobody_when_it_is_redacted()
    {
        var redaction = new Redaction([new("user", "aaaaaaaa-0000-4000-8000-000000000001", ["Ann Lee"]), new("tenant", "cccccccc-0000-4000-8000-000000000003", [])], [Sample.Subscription], null);
        var page = Encoding.UTF8.GetString(Sample.Run(f => new RedactedWriter(new HtmlWriter(f), redaction)));
        Assert.DoesNotContain("Ann Lee", page);
        Assert.DoesNotContain("aaaaaaaa-0000", page);
        Assert.DoesNotContain("cccccccc-0000", page);
        Assert.Contains($"The account of the guest {redaction.Text("Ann Lee")} is taken over.", page);
        Assert.Contains("stchatdocs", page);
    }

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;
}
