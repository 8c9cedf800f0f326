using System.Text.Json;

namespace Ashlar.Cli.Tests.Query;

/// <summary>What a batch takes and gives, line by line.</summary>
public sealed class QueryBatchTests : IDisposable
{
    private readonly Asked _asked = new();

    public void Dispose() => _asked.Dispose();

    [Fact]
    public async Task Lines_without_tables_ask_the_snapshot_at_its_own_time()
    {
        var answers = await _asked.BatchAsync(
            """
            {"id":"a","query":"resources | where properties.disableLocalAuth == true | project name"}
            {"id":"b","query":"print at=now()"}
            {"id":"c","query":"print at=now()","now":"2020-05-06T07:08:09.1234567Z"}
            {"id":"d","query":"resources | count","tables":{"resources":{"name":"string"}},"rows":{"resources":[["x"]]}}
            {"id":"e","query":"AiWorkloads | count"}
            """,
            "--snapshot", _asked.Snapshot());
        Assert.Equal("""{"id":"a","columns":["name"],"types":["string"],"rows":[["chat"]]}""", answers[0].GetRawText());
        Assert.Equal("2026-01-02T03:04:05.0000000Z", Cell(answers[1]).GetString());
        Assert.Equal("2020-05-06T07:08:09.1234567Z", Cell(answers[2]).GetString());
        Assert.Equal(1, Cell(answers[3]).GetInt64());
        Assert.Equal(2, Cell(answers[4]).GetInt64());
    }

    [Fact]
    public async Task Lines_without_tables_ask_the_empty_catalogue_where_there_is_no_snapshot()
    {
        var answers = await _asked.BatchAsync("""{"id":1,"query":"resources | project name, properties"}""");
        Assert.Equal("""{"id":"1","columns":["name","properties"],"types":["string","dynamic"],"rows":[]}""", answers[0].GetRawText());
    }

    [Fact]
    public async Task Values_are_written_in_their_types_form()
    {
        var answers = await _asked.BatchAsync(
            """
            {"id":"t","dialect":"log-analytics","query":"T | project when, span, n, r, d, b, g, s, e","tables":{"T":{"when":"datetime","span":"timespan","n":"long","r":"real","d":"dynamic","b":"bool","g":"guid","s":"string","e":"decimal"}},"rows":{"T":[["2024-02-03T04:05:06.7Z","1.02:03:04.5",9007199254740993,1.5,{"a":[1,null]},true,"74BE27DE-1E4E-49D9-B579-FE0B331D3642","ü\"x",1.25],[null,null,null,null,null,null,null,null,null],{"n":7}]}}
            """);
        Assert.Equal("""["datetime","timespan","long","real","dynamic","bool","guid","string","decimal"]""", answers[0].GetProperty("types").GetRawText());
        var rows = answers[0].GetProperty("rows");
        Assert.Equal("""["2024-02-03T04:05:06.7000000Z","1.02:03:04.5000000",9007199254740993,1.5,{"a":[1,null]},true,"74be27de-1e4e-49d9-b579-fe0b331d3642","ü\"x",1.25]""", rows[0].GetRawText());
        Assert.Equal("""[null,null,null,null,null,null,null,"",null]""", rows[1].GetRawText());
        Assert.Equal("""[null,null,7,null,null,null,null,"",null]""", rows[2].GetRawText());
    }

    [Fact]
    public async Task A_table_without_columns_is_refused_in_its_own_line()
    {
        var answers = await _asked.BatchAsync("""{"id":"a","query":"T | count","tables":{"T":{}},"rows":{"T":[[]]}}""");
        Assert.Equal("Line 1: 'T' of 'tables' has no columns.", answers[0].GetProperty("error").GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("--max-seconds", "99999999")]
    [InlineData("--max-seconds", "0")]
    [InlineData("--max-rows", "-1")]
    public async Task A_budget_without_sense_is_bad_usage(string option, string value)
    {
        var (code, _, error) = await Asked.RunAsync("print 1", option, value);
        Assert.Equal(2, code);
        Assert.Contains(option + " is a number from 1 to", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_of_a_file_name_it()
    {
        var file = _asked.Path("wrong.kql");
        await File.WriteAllTextAsync(file, "resources\n| where typ == 'x'");
        var (code, _, error) = await Asked.RunAsync("--file", file);
        Assert.Equal(2, code);
        Assert.StartsWith(file + ":2:9: KQL2003", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_gives_columns_and_types_and_runs_nothing()
    {
        var answers = await _asked.BatchAsync(
            """
            {"id":"a","query":"print x=1, y='a'"}
            {"id":"b","query":"resources | wher name"}
            """,
            "--check");
        Assert.Equal("""{"id":"a","columns":["x","y"],"types":["long","string"],"rows":[]}""", answers[0].GetRawText());
        Assert.Equal("KQL1004", answers[1].GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_error_says_its_code_place_and_message()
    {
        var answers = await _asked.BatchAsync("""{"id":"a","query":"resources\n| where nam == 'x'"}""");
        var error = answers[0].GetProperty("error");
        Assert.Equal("a", answers[0].GetProperty("id").GetString());
        Assert.StartsWith("KQL", error.GetProperty("code").GetString(), StringComparison.Ordinal);
        Assert.Equal((2, 9), (error.GetProperty("line").GetInt32(), error.GetProperty("column").GetInt32()));
        Assert.Contains("nam", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", null, "not JSON")]
    [InlineData("[]", null, "JSON object")]
    [InlineData("""{"id":"a"}""", "a", "'query'")]
    [InlineData("""{"id":"a","query":7}""", "a", "'query'")]
    [InlineData("""{"id":"a","query":"print 1","dialect":"sql"}""", "a", "'dialect'")]
    [InlineData("""{"id":"a","query":"print 1","dialect":4}""", "a", "'dialect'")]
    [InlineData("""{"id":"a","query":"print 1","now":"soon"}""", "a", "'now'")]
    [InlineData("""{"id":"a","query":"print '\ud800'"}""", "a", "half of a character")]
    [InlineData("""{"id":"a","query":"T","tables":["T"]}""", "a", "'tables'")]
    [InlineData("""{"id":"a","query":"T","tables":{"T":"x"}}""", "a", "'T'")]
    [InlineData("""{"id":"a","query":"T","tables":{"T":{"x":"number"}}}""", "a", "'x'")]
    [InlineData("""{"id":"a","query":"T","tables":{"T":{"x":"long","x":"long"}}}""", "a", "two columns")]
    [InlineData("""{"id":"a","query":"T","rows":{"T":[[1]]}}""", "a", "'tables'")]
    [InlineData("""{"id":"a","query":"T","tables":{"T":{"x":"long"}},"rows":{"U":[]}}""", "a", "'U'")]
    [InlineData("""{"id":"a","query":"T","tables":{"T":{"x":"long"}},"rows":{"T":{}}}""", "a", "array")]
    [InlineData("""{"id":"a","query":"T","tables":{"T":{"x":"long"}},"rows":{"T":[[1],[1,2]]}}""", "a", "Row 2 of 'T' has 2 values")]
    [InlineData("""{"id":"a","query":"T","tables":{"T":{"x":"long"}},"rows":{"T":[["one"]]}}""", "a", "\"one\" is no long")]
    [InlineData("""{"id":"a","query":"T","tables":{"T":{"x":"datetime"}},"rows":{"T":[["yesterday"]]}}""", "a", "no datetime")]
    [InlineData("""{"id":"a","query":"T","tables":{"T":{"x":"long"}},"rows":{"T":[{"y":1}]}}""", "a", "'y'")]
    [InlineData("""{"id":"a","query":"T","tables":{"T":{"x":"long"}},"rows":{"T":[3]}}""", "a", "Row 1")]
    public async Task A_line_that_is_no_question_gets_an_error_and_the_next_an_answer(string line, string? id, string says)
    {
        var answers = await _asked.BatchAsync("\n" + line + "\n{\"id\":\"b\",\"query\":\"print 1\"}\n");
        Assert.Equal(2, answers.Count);
        Assert.Equal(id, answers[0].GetProperty("id").GetString());
        var message = answers[0].GetProperty("error").GetProperty("message").GetString();
        Assert.StartsWith("Line 2: ", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.Equal(1, Cell(answers[1]).GetInt64());
    }

    [Fact]
    public async Task Equal_ids_are_answered_in_order()
    {
        var answers = await _asked.BatchAsync(string.Join('\n', Enumerable.Range(0, 3).Select(i => $$"""{"id":"same","query":"print {{i}}"}""")));
        Assert.Equal([0, 1, 2], answers.Select(a => Cell(a).GetInt64()));
        Assert.All(answers, a => Assert.Equal("same", a.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task The_dialect_of_the_command_line_holds_where_a_line_says_none()
    {
        var lines = """
            {"id":"a","query":"t | count","tables":{"T":{"x":"long"}}}
            {"id":"b","query":"t | count","tables":{"T":{"x":"long"}},"dialect":"arg"}
            """;
        var answers = await _asked.BatchAsync(lines, "--dialect", "log-analytics");
        Assert.Equal("KQL2001", answers[0].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(0, Cell(answers[1]).GetInt64());
    }

    [Fact]
    public async Task Rows_beyond_the_budget_are_cut_and_said()
    {
        var line = """{"id":"a","query":"range x from 1 to 100001 step 1"}""";
        var all = (await _asked.BatchAsync(line))[0];
        Assert.Equal(100_000, all.GetProperty("rows").GetArrayLength());
        Assert.True(all.GetProperty("truncated").GetBoolean());
        var few = (await _asked.BatchAsync(line, "--max-rows", "3"))[0];
        Assert.Equal("[[1],[2],[3]]", few.GetProperty("rows").GetRawText());
    }

    [Fact]
    public async Task A_missing_file_or_snapshot_is_said()
    {
        Assert.Equal(2, (await Asked.RunAsync("--batch", _asked.Path("nothing.jsonl"))).Code);
        await File.WriteAllTextAsync(_asked.Path("in.jsonl"), "");
        var (code, _, error) = await Asked.RunAsync("--batch", _asked.Path("in.jsonl"), "--snapshot", _asked.Path("nothing.ashlar"));
        Assert.Equal(2, code);
        Assert.Contains("nothing.ashlar", error, StringComparison.Ordinal);
    }

    private static JsonElement Cell(JsonElement answer) => answer.GetProperty("rows")[0][0];
}
