using Ashlar.Model;

namespace Ashlar.Reports.Tests;

public class TerminalTests
{
    [Theory]
    [InlineData(true, null, "xterm", true)]
    [InlineData(true, "", "xterm", true)]
    [InlineData(true, "1", "xterm", false)]
    [InlineData(true, null, "dumb", false)]
    [InlineData(false, null, "xterm", false)]
    public void Colour_needs_a_terminal_that_has_it_and_a_user_who_wants_it(bool terminal, string? noColor, string term, bool color) =>
        Assert.Equal(color, TerminalOptions.For(terminal, 100, noColor, term).Color);

    [Fact]
    public void Without_colour_there_is_no_escape_sequence() => Assert.DoesNotContain('\u001b', Sample.Terminal());

    [Fact]
    public void Colour_is_never_the_only_sign()
    {
        var colored = Sample.Terminal(new TerminalOptions(110, true));
        Assert.Equal(Sample.Terminal(), System.Text.RegularExpressions.Regex.Replace(colored, "\u001b\\[[0-9;]+m", ""));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_terminal(int width) =>
        Assert.All(Sample.Terminal(new TerminalOptions(width, false)).Split('\n'), line => Assert.True(TextWidth.Of(line) <= width, line));

    [Fact]
    public void Seen_is_rounded_down_so_that_100_means_all()
    {
        Assert.Equal(99, new Seen(999, 1000).Percent);
        Assert.Equal(100, new Seen(1000, 1000).Percent);
        Assert.Null(new Seen(0, 0).Percent);
    }

    [Fact]
    public void Unknown_is_not_answered_and_manual_is_not_asked() =>
        Assert.Equal(new Seen(6, 7), Seen.Of(Sample.Results.Select(ControlTally.Of)));

    [Fact]
    public void Who_can_call_is_told_and_what_was_not_read_is_no_nobody()
    {
        var text = Sample.Terminal(new TerminalOptions(200, false));
        Assert.Contains("at least 12 people, 1 guest, 2 apps", text);
        Assert.Contains("everyone, 40 people, 2 guests", text);
        Assert.Contains("nobody", text);
        var unread = Sample.Header with { Access = [.. Sample.Header.Access.Select(a => a with { People = 0, Guests = 0, Applications = 0, Everyone = false, Complete = false })] };
        Assert.DoesNotContain("nobody", Sample.Terminal(new TerminalOptions(200, false), unread));
        Assert.Contains("not known", Sample.Terminal(new TerminalOptions(200, false), unread));
    }

    [Fact]
    public void Columns_of_what_was_not_worked_out_are_absent()
    {
        var without = Sample.Terminal(header: Sample.Header with { Picture = TenantPicture.Empty });
        Assert.DoesNotContain("exposure", without);
        Assert.DoesNotContain("if taken over", without);
        Assert.Contains("exposure", Sample.Terminal());
    }

    [Fact]
    public void Nothing_judged_is_not_said_to_be_clean()
    {
        var unknown = new ControlResult(Controls.Rules, [Sample.Finding(Controls.Rules, Sample.Docs, Verdict.Unknown, "{}")], []);
        var text = Sample.Terminal(results: [unknown]);
        Assert.Contains("Nothing could be judged.", text);
        Assert.Contains("seen: 0 % (0 of 1 check answered)", text);
    }
}
