using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Binding;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("resources | where nme == 'x'", "KQL2003", 19, "Did you mean 'name'?")]
    [InlineData("resorces | take 1", "KQL2001", 1, "Did you mean 'resources'?")]
    [InlineData("resources | wher name == 'x'", "KQL1004", 13, "Did you mean 'where'?")]
    [InlineData("resources | where tolowr(name) == 'x'", "KQL2002", 19, "Did you mean 'tolower'?")]
    [InlineData("resources | where name == 5", "KQL3001", 19, "Convert one side: tolong() or tostring().")]
    [InlineData("resources | where strlen(5) > 1", "KQL3003", 26, "Convert with tostring().")]
    [InlineData("resources | where strlen() > 1", "KQL3002", 19, null)]
    [InlineData("resources | where name.x == 'y'", "KQL3005", 19, "Read JSON text with parse_json() first.")]
    [InlineData("resources | where count() > 1", "KQL2005", 19, null)]
    [InlineData("resources | project a = 1, a = 2", "KQL2004", 28, null)]
    [InlineData("resources | join kind=outr (resources) on id", "KQL3016", 23, null)]
    [InlineData("resources | join kind=inner resources on idd", "KQL2003", 42, "Did you mean 'id'?")]
    [InlineData("resources | where name matches regex '('", "KQL3011", 38, null)]
    [InlineData("externaldata(a:string)['http://x'] | count", "KQL4002", 1, null)]
    [InlineData("resources | scan with (step s: true;)", "KQL4003", 13, null)]
    [InlineData("resources | extend n = row_number()", "KQL3010", 24, null)]
    [InlineData("resources | where name == 'x", "KQL1001", 27, null)]
    [InlineData("resources | where (name == 'x'", "KQL1002", 31, null)]
    [InlineData("print 12abc", "KQL1001", 7, null)]
    [InlineData("print datetime(notadate)", "KQL1003", 7, null)]
    [InlineData("print dynamic({'a' 1})", "KQL1003", 20, null)]
    [InlineData("let x = 1;", "KQL1005", 1, null)]
    [InlineData("resources | summarize by", "KQL1002", 25, null)]
    [InlineData("resources | mv-expand name", "KQL3003", 23, null)]
    [InlineData("resources | where name has_any (properties, resources2)", "KQL2003", 45, null)]
    [InlineData("cluster('x').database('y').T", "KQL4004", 14, null)]
    public void One_problem_has_its_code_its_place_and_a_way_out(string query, string code, int column, string? hint)
    {
        var problem = Ask.Problems(query)[0];
        Assert.Equal((code, 1, column), (problem.Code, problem.Line, problem.Column));
        if (hint is not null)
            Assert.Equal(hint, problem.Hint);
    }

    [Fact]
    public void Several_problems_are_said_at_once()
    {
        var problems = Ask.Problems("resources\n| where nme == 1\n| wher x\n| extend y = foo(id)\n| project nope");
        Assert.Equal(["KQL2003", "KQL1004", "KQL2002", "KQL2003"], problems.Select(p => p.Code));
        Assert.Equal([2, 3, 4, 5], problems.Select(p => p.Line));
    }

    [Fact]
    public void A_let_that_nothing_uses_is_checked_too() => Assert.Equal("KQL2003", Ask.Problems("let T = resources | where nope == 1; resources | take 1").Single().Code);

    [Fact]
    public void Nesting_ends_with_a_message_and_not_with_the_stack()
    {
        Assert.Equal("KQL1010", Ask.Problems("print " + new string('(', 5000) + "1" + new string(')', 5000))[0].Code);
        Assert.Equal("KQL1010", Ask.Problems("print " + string.Concat(Enumerable.Repeat("not(", 5000)) + "true")[0].Code);
        Assert.Equal("KQL1010", Ask.Problems("print " + string.Join('+', Enumerable.Repeat("1", 5000)))[0].Code);
        Assert.Empty(Ask.Problems("resources | where " + string.Join(" or ", Enumerable.Range(0, 3000).Select(i => $"name == '{i}'"))));
    }

    [Fact]
    public void Lets_that_double_the_query_are_stopped()
    {
        var text = "let T0 = resources | take 1;" + string.Concat(Enumerable.Range(1, 40).Select(i => $"let T{i} = union (T{i - 1} | take 1), (T{i - 1} | take 1);")) + "T40";
        Assert.Contains(Ask.Problems(text), p => p.Code == "KQL5001");
    }

    [Fact]
    public void Log_Analytics_minds_the_case_of_tables_and_columns()
    {
        Assert.Equal("KQL2001", Ask.Problems("Resources | take 1", dialect: KqlDialect.LogAnalytics).Single().Code);
        Assert.Empty(Ask.Problems("Resources | project ID"));
        Assert.Equal("KQL2003", Ask.Problems("resources | project ID", dialect: KqlDialect.LogAnalytics).Single().Code);
    }

    [Theory]
    [InlineData("resources | where name = 'x'", "Compare with '==', not '='.")]
    [InlineData("resources | summarize count by type", "Did you mean 'count()'?")]
    [InlineData("{{/subscriptions/s/queries/q}} | take 1", "A shared query of Resource Graph cannot be read here; put its text in its place.")]
    public void What_is_often_mistaken_has_a_hint(string query, string hint) => Assert.Contains(Ask.Problems(query), p => p.Hint == hint);
}
