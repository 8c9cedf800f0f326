using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ashlar.Reports.Tests;

public class HostileContentTests
{
    [Fact]
    public void The_terminal_gets_no_control_character()
    {
        var text = Sample.Terminal(new TerminalOptions(120, false), Hostile.Header, Hostile.Results, Hostile.Footer);
        Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u2028');
    }

    [Fact]
    public void The_terminal_with_colour_gets_only_colours()
    {
        var text = Sample.Terminal(new TerminalOptions(120, true), Hostile.Header, Hostile.Results, Hostile.Footer);
        Assert.DoesNotContain('\u001b', Regex.Replace(text, "\u001b\\[[0-9;]+m", ""));
        Assert.DoesNotContain(text, c => char.IsControl(c) && c is not ('\n' or '\u001b'));
    }

    [Fact]
    public void No_line_of_the_terminal_is_broken_by_a_name()
    {
        var tame = Sample.Terminal(new TerminalOptions(120, false), Hostile.Header with { Title = "t" }, Hostile.Results, Hostile.Footer);
        Assert.All(tame.Split('\n'), line => Assert.True(TextWidth.Of(line) <= 120, line));
    }

    [Theory]
    [InlineData("findings.json")]
    [InlineData("report.sarif")]
    public void Json_files_stay_valid_and_hold_nothing_raw(string file)
    {
        var bytes = Sample.Run(f => file == "findings.json" ? new FindingsJsonWriter(f) : new SarifWriter(f), Hostile.Header, Hostile.Results, Hostile.Footer);
        using var document = JsonDocument.Parse(bytes);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u2028' or '<' or '>');
    }

    [Fact]
    public void The_text_itself_survives_in_findings_json()
    {
        using var document = JsonDocument.Parse(Sample.Run(f => new FindingsJsonWriter(f), Hostile.Header, Hostile.Results, Hostile.Footer));
        var finding = document.RootElement.GetProperty("findings")[0];
        Assert.Equal(Hostile.Id, finding.GetProperty("resourceId").GetString());
        Assert.Equal(Hostile.Text, finding.GetProperty("evidence").GetProperty(Hostile.Text).GetString());
    }

    [Fact]
    public void Evidence_that_is_no_json_is_shown_and_breaks_nothing()
    {
        using var document = JsonDocument.Parse(Sample.Run(f => new FindingsJsonWriter(f), Hostile.Header, Hostile.Results, Hostile.Footer));
        Assert.Equal("{\"broken\": </script>", document.RootElement.GetProperty("findings")[1].GetProperty("evidence").GetProperty("text").GetString());
    }

    [Fact]
    public void The_page_keeps_its_data_in_its_script_and_its_markup_unchanged()
    {
        var tame = Sample.Run(f => new HtmlWriter(f), Sample.Header with { Title = "T" }, [], Sample.Footer);
        var hostile = Sample.Run(f => new HtmlWriter(f), Hostile.Header, Hostile.Results, Hostile.Footer);
        using var data = JsonDocument.Parse(Page.Data(hostile));
        Assert.Equal(Hostile.Text, data.RootElement.GetProperty("title").GetString());
        Assert.DoesNotContain('<', Page.Data(hostile));
        Assert.Equal(Tags(tame), Tags(hostile));
        Assert.DoesNotContain("secret-folder", Encoding.UTF8.GetString(hostile));
    }

    [Theory]
    [InlineData("/home/x/exports/a.json", "a.json")]
    [InlineData("C:\\Users\\x\\a.json", "a.json")]
    [InlineData("../x/a.json", "a.json")]
    [InlineData("exports/a.json", "exports/a.json")]
    [InlineData("./a.json", "a.json")]
    public void No_path_tells_where_on_the_machine_it_was(string path, string shown) => Assert.Equal(shown, ShownPath.Of(path));

    // Markup of the page in order; the plain table for readers without script has a row for each control.
    private static string Tags(byte[] page)
    {
        var body = Page.Frame(page).Split("<body>")[1].Split("<script>")[0];
        return string.Join('\n', Regex.Matches(body, "<[^>]*>").Select(m => m.Value).Where(t => t is not ("<tr>" or "</tr>" or "<td>" or "</td>")));
    }
}
