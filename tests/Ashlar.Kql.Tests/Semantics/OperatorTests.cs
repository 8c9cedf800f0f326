using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Semantics;

public sealed class OperatorTests
{
    private const string L = "let L = datatable(k:string, v:int)['a', 1, 'a', 2, 'b', 3]; ";
    private const string R = "let R = datatable(k:string, w:int)['a', 9, 'c', 8]; ";

    [Theory]
    [InlineData("L | join R on k", "a|1|a|9")]
    [InlineData("L | join kind=inner R on k", "a|1|a|9;a|2|a|9")]
    [InlineData("L | join kind=leftouter R on k | order by v asc", "a|1|a|9;a|2|a|9;b|3||null")]
    [InlineData("L | join kind=rightouter R on k | order by w desc, v asc", "a|1|a|9;a|2|a|9;|null|c|8")]
    [InlineData("L | join kind=fullouter R on k | order by v asc nulls last", "a|1|a|9;a|2|a|9;b|3||null;|null|c|8")]
    [InlineData("L | join kind=leftsemi R on k | order by v asc", "a|1;a|2")]
    [InlineData("L | join kind=leftanti R on k", "b|3")]
    [InlineData("L | join kind=anti R on k", "b|3")]
    [InlineData("L | join kind=rightsemi R on k", "a|9")]
    [InlineData("L | join kind=rightanti R on k", "c|8")]
    [InlineData("L | join kind=inner (R | project j = k, w) on $left.k == $right.j | project v, w | order by v asc", "1|9;2|9")]
    [InlineData("L | join kind=inner (R | project j = k, w) on $right.j == $left.k | project v, w | order by v asc", "1|9;2|9")]
    [InlineData("L | join kind=leftouter R on k | where isempty(k1) | project k", "b")]
    [InlineData("L | join kind=leftouter R on k | where isnull(w) | project k", "b")]
    [InlineData("L | lookup R on k | order by v asc", "a|1|9;a|2|9;b|3|null")]
    [InlineData("L | join kind=inner L on k, v | count", "3")]
    public void Joins_of_every_kind(string query, string expected) => Assert.Equal(expected, Ask.Rows(L + R + query));

    [Theory]
    [InlineData("union L, R | count", "5")]
    [InlineData("union withsource=T L, (R | project k) | summarize count() by T | order by T asc", "L|3;union_arg1|2")]
    [InlineData("union kind=inner L, R | distinct k | order by k asc", "a;b;c")]
    [InlineData("union (print x = 1), (print x = 'a') | order by x_long desc", "1|;null|a")]
    [InlineData("union isfuzzy=true L, Missing | count", "3")]
    [InlineData("L | union R | where v == 1 or w == 8 | project k, v, w | order by k asc", "a|1|null;c|null|8")]
    [InlineData("L | summarize s = sum(v), c = count() by k | order by k asc", "a|3|2;b|3|1")]
    [InlineData("L | summarize arg_max(v, *) by k | order by k asc", "a|2;b|3")]
    [InlineData("L | summarize make_list(v), make_set(k)", "[1,2,3]|[\"a\",\"b\"]")]
    [InlineData("L | where v > 9 | summarize count()", "0")]
    [InlineData("L | where v > 9 | summarize count() by k | count", "0")]
    [InlineData("L | summarize count() by 1", "1|3")]
    [InlineData("L | distinct k | order by k desc", "b;a")]
    [InlineData("L | sort by v", "b|3;a|2;a|1")]
    [InlineData("L | top 1 by v", "b|3")]
    [InlineData("L | sort by v asc | take 2 | sort by v desc", "a|2;a|1")]
    [InlineData("L | count", "3")]
    [InlineData("L | project-away v | take 1", "a")]
    [InlineData("L | project-keep v | top 1 by v", "3")]
    [InlineData("L | project-rename z = v | project-reorder z | top 1 by z", "3|b")]
    [InlineData("L | extend v = v + 1, w = v | top 1 by v", "b|4|3")]
    [InlineData("L | sort by v asc | extend n = row_number(), p = prev(v), q = next(v)", "a|1|1|null|2;a|2|2|1|3;b|3|3|2|null")]
    [InlineData("L | sort by v asc | extend c = row_cumsum(v) | project c", "1;3;6")]
    [InlineData("L | sort by v desc | summarize make_list(v)", "[3,2,1]")]
    [InlineData("L | as T | where v == 1 | union T | count", "4")]
    [InlineData("L | search 'b' | project v", "3")]
    [InlineData("L | top-nested 1 of k by sum(v)", "a|3")]
    [InlineData("L | sample-distinct 5 of k | order by k asc", "a;b")]
    [InlineData("L | render table", "a|1;a|2;b|3")]
    public void Operators_over_tables(string query, string expected) => Assert.Equal(expected, Ask.Rows(L + R + query));

    [Theory]
    [InlineData("print s = 'key=42;name=bob' | parse s with 'key=' k:long ';name=' n | project k, n", "42|bob")]
    [InlineData("print s = 'nothing' | parse s with 'key=' k:long | project k", "null")]
    [InlineData("datatable(s:string)['key=42', 'x'] | parse-where s with 'key=' k:long | project k", "42")]
    [InlineData("print s = 'a=1 b=x' | parse-kv s as (a:long, b:string) with (pair_delimiter=' ', kv_delimiter='=') | project a, b", "1|x")]
    [InlineData("range i from 1 to 3 step 1", "1;2;3")]
    [InlineData("range t from datetime(2020-01-01) to datetime(2020-01-02) step 12h | count", "3")]
    [InlineData("let f = (a:int, b:int = 2) { a + b }; print f(1), f(1, 5)", "3|6")]
    [InlineData("let f = (T:(x:long)) { T | where x > 1 }; datatable(x:long)[1, 2] | invoke f()", "2")]
    [InlineData("let f = (n:int) { range i from 1 to n step 1 }; f(3) | count", "3")]
    [InlineData("let M = materialize(datatable(x:int)[1, 2]); M | join kind=inner M on x | count", "2")]
    [InlineData("range t from datetime(2020-01-01) to datetime(2020-01-03) step 1d | make-series c = count() default=0 on t from datetime(2020-01-01) to datetime(2020-01-05) step 1d | project c", "[1,1,1,0]")]
    [InlineData("print d = dynamic({\"a\":1,\"b\":\"x\"}) | evaluate bag_unpack(d) : (a:long, b:string)", "1|x")]
    [InlineData("let f = (name:string) { table(name) | count }; let T = datatable(x:int)[1, 2]; T | count", "2")]
    [InlineData("let m = toscalar(print datetime(2020-01-02)); print m - 1d, m + toscalar(print 1d)", "2020-01-01T00:00:00.0000000Z|2020-01-03T00:00:00.0000000Z")]
    public void Parsing_functions_and_series(string query, string expected) => Assert.Equal(expected, Ask.Rows(query));

    [Fact]
    public void A_query_that_starts_with_an_operator_asks_resources()
    {
        var compiled = Ask.Compile("where type =~ 'A/b' | project id", catalog: Tables.Catalog);
        Assert.Equal("resources", compiled.Reads.Single().Table);
        Assert.True(Ask.Compile("Resources | project ID", catalog: Tables.Catalog).Success);
    }
}
