using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Execution;

public sealed class BudgetTests
{
    [Fact]
    public void Rows_past_the_budget_are_cut_and_it_is_said()
    {
        using var database = KqlDatabase.InMemory();
        var result = database.Run(Ask.Compile("range i from 1 to 1000 step 1"), new KqlBudget(10, TimeSpan.FromMinutes(1)), CancellationToken.None);
        Assert.Equal((10, true), (result.Rows.Count, result.Truncated));
    }

    [Fact]
    public void A_query_that_takes_too_long_is_stopped()
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        var slow = Ask.Compile("range i from 1 to 100000 step 1 | extend k = 1 | join kind=inner (range j from 1 to 100000 step 1 | extend k = 1) on k | summarize sum(i % 7 + j % 3)");
        var stopped = Assert.Throws<KqlRunException>(() => database.Run(slow, new KqlBudget(10, TimeSpan.FromMilliseconds(200)), CancellationToken.None));
        Assert.Equal("KQL6001", stopped.Code);
    }

    [Fact]
    public void A_cancelled_query_ends()
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var slow = Ask.Compile("range i from 1 to 100000 step 1 | extend k = 1 | join kind=inner (range j from 1 to 100000 step 1 | extend k = 1) on k | summarize sum(i % 7 + j % 3)");
        Assert.ThrowsAny<OperationCanceledException>(() => database.Run(slow, KqlBudget.Default, source.Token));
    }

    [Fact]
    public void Memory_past_the_limit_gives_a_message_of_ours()
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1, 40_000_000));
        database.Lock();
        var greedy = Ask.Compile("range i from 1 to 20000000 step 1 | summarize make_list(strcat('a rather long text to fill the memory with ', i))");
        var stopped = Assert.Throws<KqlRunException>(() => database.Run(greedy, new KqlBudget(10, TimeSpan.FromMinutes(1)), CancellationToken.None));
        Assert.DoesNotContain("DuckDB", stopped.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Columns_that_differ_only_in_case_are_two()
    {
        using var database = KqlDatabase.InMemory();
        using var table = KqlScratchTable.Create(database, "T", [new("Name", KqlType.String), new("name", KqlType.Long)], [["x", 5L]]);
        var query = Ask.Compile("T | where Name == 'x' and name == 5 | extend NAME = 1 | project NAME, Name, name", KqlDialect.LogAnalytics, new KqlCatalog([table.Table]));
        Assert.Equal([1L, "x", 5L], database.Run(query, KqlBudget.Default, CancellationToken.None).Rows.Single());
    }

    [Fact]
    public void A_second_connection_knows_the_functions_and_the_tables()
    {
        using var database = KqlDatabase.InMemory();
        using var table = KqlScratchTable.Create(database, "T", [new("a", KqlType.String)], [["x y"]]);
        database.Lock();
        using var beside = database.Beside();
        var query = Ask.Compile("T | where a has 'y' | project a", catalog: new KqlCatalog([table.Table]));
        Assert.Equal("x y", beside.Run(query, KqlBudget.Default, CancellationToken.None).Rows.Single()[0]);
    }

    [Theory]
    [InlineData("print x = 'a'' OR 1=1; DROP TABLE t; --'")]
    [InlineData("print ['x\"; DROP TABLE t; --'] = 1")]
    [InlineData("print d = dynamic({\"a'b\":1}) | project d[\"a'b\"], d['\"]) --']")]
    public void Quotes_in_names_and_texts_stay_inside_them(string query) => Assert.Single(Ask.Result(query).Rows);

    [Fact]
    public void A_range_without_end_is_stopped_and_never_laid_out_in_memory()
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1, 200_000_000));
        var query = Ask.Compile("range i from 1 to 1000000000000 step 1 | summarize x = sum(sin(i))");
        Assert.Equal("KQL6001", Assert.Throws<KqlRunException>(() => database.Run(query, new KqlBudget(10, TimeSpan.FromMilliseconds(200)), CancellationToken.None)).Code);
    }

    // Each would take hours within a single value, where DuckDB does not ask whether it should go on.
    [Theory]
    [InlineData("extract_all('(a*b|a)', s)")]
    [InlineData("replace_regex(s, 'a*b|a', 'x')")]
    public void A_function_is_stopped_within_a_value(string expression)
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        var query = Ask.Compile("print s = strrep(strrep('a', 1000), 1000) | project x = strlen(tostring(" + expression + "))");
        Assert.Equal("KQL6001", Assert.Throws<KqlRunException>(() => database.Run(query, new KqlBudget(10, TimeSpan.FromMilliseconds(200)), CancellationToken.None)).Code);
    }

    [Theory]
    [InlineData("strrep(strrep(s, 1000), 1000)")]
    [InlineData("replace_string(s, 'a', s)")]
    [InlineData("replace_regex(s, 'a', s)")]
    public void A_text_that_grows_past_all_measure_is_refused_in_words_of_ours(string expression)
    {
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        var query = Ask.Compile("print s = strrep(strrep('a', 1000), 1000) | project x = strlen(" + expression + ")");
        Assert.Equal("KQL6005", Assert.Throws<KqlRunException>(() => database.Run(query, KqlBudget.Default, CancellationToken.None)).Code);
    }
}
