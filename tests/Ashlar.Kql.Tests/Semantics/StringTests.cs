using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Semantics;

public sealed class StringTests
{
    [Theory]
    [InlineData("'abc foobar' has 'foo'", "false")]
    [InlineData("'foo bar' has 'FOO'", "true")]
    [InlineData("'a-b.c' has 'b'", "true")]
    [InlineData("'a-b.c' has 'a-b'", "true")]
    [InlineData("'xa-b.c' has 'a-b'", "false")]
    [InlineData("'foo bar' has_cs 'FOO'", "false")]
    [InlineData("'foo bar' !has 'baz'", "true")]
    [InlineData("'foobar x' hasprefix 'foo'", "true")]
    [InlineData("'xfoo' hasprefix 'foo'", "false")]
    [InlineData("'xfoo y' hassuffix 'FOO'", "true")]
    [InlineData("'abc' contains 'B'", "true")]
    [InlineData("'abc' contains_cs 'B'", "false")]
    [InlineData("'abc' !contains 'z'", "true")]
    [InlineData("'abc' startswith 'A'", "true")]
    [InlineData("'abc' !startswith_cs 'A'", "true")]
    [InlineData("'abc' endswith 'C'", "true")]
    [InlineData("'abc' !endswith 'x'", "true")]
    [InlineData("'abc' matches regex '^a.c$'", "true")]
    [InlineData("'Abc' =~ 'aBC'", "true")]
    [InlineData("'Abc' !~ 'aBC'", "false")]
    [InlineData("'Abc' == 'abc'", "false")]
    [InlineData("'a foo b' has_any ('x', 'foo')", "true")]
    [InlineData("'a foo b' has_any (dynamic(['x', 'foo']))", "true")]
    [InlineData("'a foo b' has_all ('a', 'foo')", "true")]
    [InlineData("'a foo b' has_all ('a', 'x')", "false")]
    [InlineData("'B' in~ ('a', 'b')", "true")]
    [InlineData("'B' in ('a', 'b')", "false")]
    [InlineData("'B' !in~ ('a', 'b')", "false")]
    [InlineData("'B' !in ('a', 'b')", "true")]
    public void Operators_between_strings(string condition, string expected) => Assert.Equal(expected, Ask.Rows("print " + condition));

    [Theory]
    [InlineData("let s = dynamic(['a','b']); datatable(x:string)['a','c'] | where x in (s)", "a")]
    [InlineData("let v = 'a'; datatable(x:string)['a','c'] | where x in (v, 'z')", "a")]
    [InlineData("let U = datatable(y:string)['a']; datatable(x:string)['a','c'] | where x in (U)", "a")]
    [InlineData("let U = datatable(y:string)['a']; datatable(x:string)['a','c'] | where x !in (U)", "c")]
    [InlineData("let U = datatable(y:string)['A']; datatable(x:string)['a','c'] | where x in~ (U)", "a")]
    [InlineData("let s = toscalar(datatable(y:string)['a'] | summarize make_set(y)); datatable(x:string)['a','c'] | where x in (s)", "a")]
    [InlineData("let s = toscalar(datatable(y:string)['a'] | summarize make_set(y)); datatable(x:string)['a','c'] | where x !in (s)", "c")]
    [InlineData("let U = datatable(y:string)['foo']; datatable(x:string)['a foo','c'] | where x has_any (U)", "a foo")]
    [InlineData("datatable(x:string)['a','c'] | where x in (strcat('a', ''), 'z')", "a")]
    [InlineData("datatable(x:long)[1, 2] | where x in (dynamic([2, 3]))", "2")]
    [InlineData("datatable(x:string, y:dynamic)['a', dynamic(['a']), 'b', dynamic(['a'])] | where x in (y) | project x", "a")]
    public void Membership_takes_lists_tables_and_scalars(string query, string expected) => Assert.Equal(expected, Ask.Rows(query));

    [Theory]
    [InlineData(@"print 'a\tb\\'", "a\tb\\")]
    [InlineData(@"print @'a\tb''c'", @"a\tb'c")]
    [InlineData("print \"it's\"", "it's")]
    [InlineData("print h'secret', h@\"a\\b\"", "secret|a\\b")]
    [InlineData("print ```two\nlines```", "two\nlines")]
    [InlineData("print 'a' 'b'", "ab")]
    [InlineData("print x = 1 // a comment\n", "1")]
    [InlineData("print ['a b'] = 1 | project ['a b']", "1")]
    [InlineData(@"print '\u0041'", "A")]
    public void Literals_of_strings(string query, string expected) => Assert.Equal(expected, Ask.Rows(query));
}
