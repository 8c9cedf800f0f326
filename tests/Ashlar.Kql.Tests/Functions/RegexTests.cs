using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Functions;

/// <summary>One reading of regular expressions for every function and operator that takes them: that of the language reference.</summary>
public sealed class RegexTests
{
    [Theory]
    [InlineData(@"'a\nb' matches regex 'a.b', extract('a.b', 0, 'a\nb'), extract('(?s)a.b', 0, 'a\nb') == 'a\nb', replace_regex('a\nb', 'a.b', 'x') == 'x'", "false||true|false")]
    [InlineData(@"'a\n' matches regex 'a$', extract('a$', 0, 'a\n'), extract('(?m)^b$', 0, 'a\nb\nc')", "false||b")]
    [InlineData(@"'é' matches regex @'^\w$', extract(@'^\w$', 0, 'é'), replace_regex('é1', @'\w', '-'), '١' matches regex @'\d'", "true|é|--|true")]
    [InlineData(@"extract('[[:digit:]]+', 0, 'ab12'), extract('[[:^alpha:]]+', 0, 'ab12-c'), 'ab' matches regex '^[[:alpha:]]+$', extract(@'\pL+', 0, '1ab')", "12|12-|true|ab")]
    [InlineData(@"extract(@'\Qa.b\E', 0, 'axb a.b'), extract(@'\x{41}', 0, 'A'), extract(@'[\x{41}-\x{43}]+', 0, 'xABCD'), extract(@'[]a]+', 0, ']a'), extract(@'(?P<n>b)', 1, 'ab')", "a.b|A|ABC|]a|b")]
    [InlineData(@"trim_start('[[]', '[fe80::1'), extract('[^[]+', 0, 'ab[c'), extract('[^[x]+', 0, 'ab[c'), extract('[[a-c]+', 0, 'x[ab')", "fe80::1|ab|ab|[ab")]
    [InlineData(@"replace_regex('ab', '(a)(b)', @'\2\1\0'), replace_regex('x.y', @'\.', '$1'), replace(@'a(.)', @'<\1>', 'xab'), replace_regex('abc', '', '-')", "baab|x$1y|x<b>|-a-b-c-")]
    [InlineData(@"trim('-', '--a--'), trim_start('-', '--a--'), trim_end('-', '--a--'), trim(@'\s+', '  a '), trim(@'[^\w]+', '//abc//')", "a|-a--|--a-|a|abc")]
    [InlineData(@"indexof_regex('abcabc', 'b', 2), indexof_regex('abcabc', 'a', -1), countof('a1b2', @'\d', 'regex')", "4|null|2")]
    public void Means_what_the_reference_says(string expressions, string expected) => Assert.Equal(expected, Ask.Rows("print " + expressions));

    [Theory]
    [InlineData("replace_regex('a', '(', 'x')", "'('")]
    [InlineData("extract('a)', 0, 'a')", "'a)'")]
    [InlineData("extract_all('[', 'a')", "'['")]
    [InlineData("trim('(?=a)', 'a')", "'(?=a)'")]
    [InlineData("trim_end('a{2,1}', 'a')", "'a{2,1}'")]
    [InlineData("indexof_regex('a', '(?U)a+')", "'(?U)a+'")]
    [InlineData("replace('[a[bc]]', '', 'a')", "'[a[bc]]'")]
    [InlineData("extract('[a-c&&b]', 0, 'a')", "'[a-c&&b]'")]
    [InlineData("'a' matches regex '(a'", "'(a'")]
    public void What_cannot_be_read_is_said_where_it_stands(string expression, string pattern)
    {
        var query = "print x = " + expression;
        var problem = Assert.Single(Ask.Problems(query));
        Assert.Equal(("KQL3011", pattern), (problem.Code, query.Substring(problem.Column - 1, problem.Length)));
    }

    [Fact]
    public void A_pattern_that_only_a_row_knows_and_that_cannot_be_read_matches_nothing() =>
        Assert.Equal("(|false|;a|true|x", Ask.Rows("datatable(p:string)['(', 'a'] | extend m = 'a' matches regex p, r = replace_regex('a', p, 'x')"));
}
