using System.Threading.Channels;
using Ashlar.Cli.Query;
using Ashlar.Cli.Query.Prompt;
using Ashlar.Kql;

namespace Ashlar.Cli.Tests.Query;

/// <summary>The prompt as somebody at a keyboard meets it: keys in, text out.</summary>
public sealed class PromptTests : IDisposable
{
    private const string Left = "\u001b[D", Up = "\u001b[A", Down = "\u001b[B", CtrlC = "\u0003", CtrlD = "\u0004", CtrlA = "\u0001", CtrlK = "\u000b", Back = "\u007f";

    private readonly Asked _asked = new();

    public void Dispose() => _asked.Dispose();

    [Fact]
    public async Task A_query_ends_with_a_semicolon()
    {
        var screen = await TypeAsync("resources\r| project name\r| sort by name asc;\rexit\r");
        Assert.Contains("\nname\n------\nchat\nsearch\n2 rows\n", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_ends_with_an_empty_line() =>
        Assert.Contains("\n2 rows\n", await TypeAsync("resources | project name\r\r"), StringComparison.Ordinal);

    [Fact]
    public async Task A_let_waits_for_its_query() =>
        Assert.Contains("\nx\n--\n42\n1 row\n", await TypeAsync("let a = 42;\rprint x = a;\r"), StringComparison.Ordinal);

    [Fact]
    public async Task The_clock_is_the_snapshots() =>
        Assert.Contains("2026-01-02T03:04:05.0000000Z", await TypeAsync("print now();\r"), StringComparison.Ordinal);

    [Theory]
    [InlineData("exit\rprint 'after';\r")]
    [InlineData("quit;\rprint 'after';\r")]
    [InlineData(CtrlD + "print 'after';\r")]
    public async Task It_can_be_left(string keys) => Assert.DoesNotContain("1 row", await TypeAsync(keys), StringComparison.Ordinal);

    [Fact]
    public async Task A_mistake_is_shown_with_a_caret_and_the_next_query_runs()
    {
        var screen = await TypeAsync("resources | wher name;\rprint x=7;\r");
        Assert.Contains("1:13: KQL1004", screen, StringComparison.Ordinal);
        Assert.Contains("  resources | wher name;\n              ^^^^\n  Did you mean 'where'?\n", screen, StringComparison.Ordinal);
        Assert.Contains("\n7\n1 row\n", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_edited()
    {
        Assert.Contains("\n42\n", await TypeAsync("print x=42x;" + Left + Back + "\r"), StringComparison.Ordinal);
        Assert.Contains("\n42\n", await TypeAsync("int x=42; nonsense" + CtrlA + "pr" + string.Concat(Enumerable.Repeat("\u001b[C", 9)) + CtrlK + "\r"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_lines_come_back()
    {
        var screen = await TypeAsync("print x=1;\rprint x=2;\rdraft" + Up + Up + "\r" + Up + Up + Up + Down + "\r");
        Assert.Equal(["1", "2", "1", "2"], Cells(screen));
    }

    [Fact]
    public async Task Ctrl_C_throws_a_begun_query_away() =>
        Assert.Equal(["2"], Cells(await TypeAsync("resources\r| nothing" + CtrlC + "print x=2;\r")));

    [Fact]
    public async Task Ctrl_C_stops_a_running_query_and_what_was_typed_meanwhile_is_next()
    {
        var screen = await TypeAsync("range i from 1 to 1000000000 step 1 | summarize x = sum(sin(i));\r" + CtrlC + "print x=3;\r");
        Assert.Contains("\nStopped.\n", screen, StringComparison.Ordinal);
        Assert.Equal(["3"], Cells(screen));
    }

    [Theory]
    [InlineData("resou\t", "resource")]
    [InlineData("AiWorkloadR\t", "AiWorkloadResources")]
    [InlineData("resources | summ\t", "summarize")]
    [InlineData("resources | project-aw\t", "project-away")]
    [InlineData("resources | where subsc\t", "subscriptionId")]
    [InlineData("resources | extend Zebra = 1 | where Zeb\t", "where Zebra")]
    [InlineData("resources | where array_le\t", "array_length(")]
    [InlineData("resources | join kind=inner (AiWorkloadR\t", "(AiWorkloadResources")]
    [InlineData("resources | join (AiWorkloads | where DataSt\t", "where DataStores")]
    [InlineData("let Thing = resources;\rThi\t", "   > Thing")]
    public async Task Tab_completes(string keys, string shown) => Assert.Contains(shown, await TypeAsync(keys + CtrlC), StringComparison.Ordinal);

    [Fact]
    public async Task Tab_lists_what_it_cannot_choose()
    {
        var screen = await TypeAsync("resources | project-\t" + CtrlC);
        Assert.Contains("\nproject-away      project-by-names  project-keep      project-rename\nproject-reorder   project-smart\n", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_wider_than_the_screen_is_shown_around_the_cursor()
    {
        var screen = await TypeAsync("print x='" + new string('a', 100) + "end" + CtrlC, 40);
        Assert.All(screen.Split('\r', '\n').Select(l => l.Replace("\u001b[K", "", StringComparison.Ordinal)), l => Assert.True(l.Length <= 160));
        Assert.Contains("aaaend\u001b[K", screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_is_read_from_standard_input_that_is_no_terminal()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        using var input = new StringReader("print x=1\n| extend y=2");
        Assert.Equal(0, await AshlarCommand.RunAsync(["query", "--format", "csv"], new CliOutput(output, error, Interactive: false) { Input = input }));
        Assert.Equal("x,y\r\n1,2\r\n", output.ToString());
    }

    [Fact]
    public async Task Nothing_on_standard_input_is_said()
    {
        using var input = new StringReader(" \n");
        using var error = new StringWriter();
        Assert.Equal(2, await AshlarCommand.RunAsync(["query"], new CliOutput(TextWriter.Null, error, Interactive: false) { Input = input }));
        Assert.Contains("--file", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>The single values that queries gave, in order.</summary>
    private static List<string> Cells(string screen)
    {
        var lines = screen.Split('\n');
        return [.. Enumerable.Range(1, lines.Length - 1).Where(i => lines[i] == "1 row").Select(i => lines[i - 1])];
    }

    private async Task<string> TypeAsync(string keys, int width = 80)
    {
        var channel = Channel.CreateUnbounded<ConsoleKeyInfo>();
        foreach (var key in Keys(keys))
            channel.Writer.TryWrite(key);
        channel.Writer.Complete();
        using var screen = new StringWriter { NewLine = "\n" };
        using var session = QuerySession.Open(_asked.Snapshot(), CancellationToken.None);
        var prompt = new QueryPrompt(new PromptTerminal(channel.Reader, screen, () => width), session, new KqlOptions(KqlDialect.Arg, session.AsOf!.Value), KqlBudget.Default, "table");
        await prompt.RunAsync(CancellationToken.None);
        return screen.ToString();
    }

    private static IEnumerable<ConsoleKeyInfo> Keys(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u001b')
            {
                var arrow = text[i += 2] switch { 'A' => ConsoleKey.UpArrow, 'B' => ConsoleKey.DownArrow, 'C' => ConsoleKey.RightArrow, _ => ConsoleKey.LeftArrow };
                yield return new ConsoleKeyInfo('\0', arrow, false, false, false);
                continue;
            }

            yield return text[i] switch
            {
                '\r' => new ConsoleKeyInfo('\r', ConsoleKey.Enter, false, false, false),
                '\t' => new ConsoleKeyInfo('\t', ConsoleKey.Tab, false, false, false),
                '\u007f' => new ConsoleKeyInfo('\b', ConsoleKey.Backspace, false, false, false),
                < ' ' => new ConsoleKeyInfo(text[i], ConsoleKey.A + (text[i] - 1), false, false, true),
                var c => new ConsoleKeyInfo(c, ConsoleKey.None, char.IsUpper(c), false, false),
            };
        }
    }
}
