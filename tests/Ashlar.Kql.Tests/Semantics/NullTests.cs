using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Semantics;

public sealed class NullTests
{
    [Theory]
    [InlineData("print int(null) != 2", "true")]
    [InlineData("print int(null) == 2", "false")]
    [InlineData("print 2 != int(null)", "true")]
    [InlineData("print int(null) == int(null)", "null")]
    [InlineData("print int(null) != int(null)", "null")]
    [InlineData("print int(null) > 1", "null")]
    [InlineData("print not(int(null) > 1)", "null")]
    [InlineData("print int(null) > 1 or true", "true")]
    [InlineData("print int(null) > 1 and false", "false")]
    [InlineData("print int(null) + 1", "null")]
    [InlineData("print isnull(int(null)), isnotnull(int(null)), isempty(int(null))", "true|false|true")]
    [InlineData("print isnull(''), isempty(''), isnotempty('')", "false|true|false")]
    [InlineData("print int(null) in (1, 2), int(null) !in (1, 2)", "false|true")]
    [InlineData("print 1 in (int(null), 1)", "true")]
    public void Null_takes_part_in_an_expression_as_KQL_has_it(string query, string expected) => Assert.Equal(expected, Ask.Rows(query));

    [Theory]
    [InlineData("i != 2", "2")]
    [InlineData("i == 2", "0")]
    [InlineData("i > 0", "1")]
    [InlineData("not(i > 5)", "1")]
    [InlineData("i !in (2)", "2")]
    [InlineData("isnull(i)", "1")]
    [InlineData("i != 1", "1")]
    public void A_row_with_null_stays_where_the_condition_is_true(string condition, string expected) =>
        Assert.Equal(expected, Ask.Rows($"datatable(i:int)[1, int(null)] | where {condition} | count"));

    [Theory]
    [InlineData("d.a != 'x'", "1")]
    [InlineData("d.a == ''", "1")]
    [InlineData("d.a == 'x'", "0")]
    [InlineData("isnull(d.a)", "1")]
    [InlineData("isempty(d.a)", "1")]
    [InlineData("isnotempty(d.a)", "0")]
    [InlineData("tostring(d.a) == ''", "1")]
    [InlineData("d.a == true", "0")]
    [InlineData("d.a != true", "1")]
    [InlineData("d.a > 3", "0")]
    [InlineData("tobool(d.a) == false", "0")]
    [InlineData("d.a !~ 'x'", "1")]
    [InlineData("isnull(d.n)", "1")]
    public void A_missing_property_is_null(string condition, string expected) =>
        Assert.Equal(expected, Ask.Rows($"print d = dynamic({{\"b\": 1, \"n\": null}}) | where {condition} | count"));

    [Theory]
    [InlineData("case(i > 1, 'a', i < 1, 'b', 'c')", "c;a;b")]
    [InlineData("case(isnull(i), 'null', i != 2, 'b', 'c')", "null;c;b")]
    [InlineData("case(not(i > 1), 'a', i == i, 'b', 'c')", "c;b;a")]
    [InlineData("iff(i == 2, i, iff(i == 0, int(null), 7))", "7;2;null")]
    [InlineData("iff(i > 1, 1, iff(i < 1, 2.5, real(null)))", "null;1;2.5")]
    [InlineData("strlen(iff(d.a == true, tostring(d.b), iff(d.a == false, 'no', tostring(d.c))))", "0;2;1")]
    public void A_condition_that_is_null_does_not_hold_in_case_or_iff(string value, string expected) =>
        Assert.Equal(expected, Ask.Rows($"datatable(n:int, i:int, d:dynamic)[1, int(null), dynamic(null), 2, 2, dynamic({{\"a\": \"False\"}}), 3, 0, dynamic({{\"a\": true, \"b\": 5}})] | sort by n asc | project v = {value}"));

    [Fact]
    public void Aggregates_leave_nulls_out() =>
        Assert.Equal("3|2|3|1.5|[1,2]|2", Ask.Rows("datatable(i:int)[1, int(null), 2] | summarize count(), countif(isnotnull(i)), sum(i), avg(i), make_list(i), dcount(i)"));
}
