using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Functions;

/// <summary>Arguments as Microsoft's signatures take them: text of any scalar, types asked for, values where a row is missing.</summary>
public sealed class ArgumentTests
{
    [Theory]
    [InlineData("indexof(1234567, 5, 1, 4), tolower(5), toupper(true), substring(12345, 1, 2), split(1.5, '.')", "4|5|TRUE|23|[\"1\",\"5\"]")]
    [InlineData("strcat_delim(1, 'a', 'b'), strcat_array(dynamic([1,2]), 0), strcmp(1, 2), reverse(123)", "a1b|102|-1|321")]
    [InlineData("extract(@'(\\d+)', 1, 'ab12', typeof(long)) + 1, extract(@'(\\d+)', 1, 'ab', typeof(long)), extract_json('$.a', '{\"a\":5}', typeof(int))", "13|null|5")]
    [InlineData("gettype(1), gettype('a'), gettype(1.5), gettype(1h), gettype(true), gettype(now()), gettype(dynamic([1])), gettype(dynamic({}))", "long|string|real|timespan|bool|datetime|array|dictionary")]
    [InlineData("isascii('a'), isascii('é'), unicode_codepoints_to_string(75, dynamic([117])), time(2 seconds), timespan(1.5 hours)", "true|false|Ku|00:00:02|01:30:00")]
    [InlineData("url_encode('https://a.b/c d'), url_encode_component('https://a.b/c d')", "https%3a%2f%2fa.b%2fc+d|https%3a%2f%2fa.b%2fc%20d")]
    [InlineData("round(decimal(2.345), 2), ceiling(decimal(1.2)), abs(decimal(-1.5)), ceiling(5)", "2.35|2|1.5|5")]
    [InlineData("toguid('0123456789ab-cdef-0123-456789abcdef'), parse_ipv6_mask('::192.168.255.255/24', 128), parse_ipv6('::1')", "01234567-89ab-cdef-0123-456789abcdef|0000:0000:0000:0000:0000:ffff:c0a8:ff00|0000:0000:0000:0000:0000:0000:0000:0001")]
    public void Are_taken(string expressions, string expected) => Assert.Equal(expected, Ask.Rows("print " + expressions));

    [Theory]
    [InlineData("strlen('😀é'), substring('😀abc', 1, 2), indexof('😀abc', 'b'), indexof('😀a😀a', 'a', 2), indexof_regex('😀abab', 'b', 3), translate('a', '😀', 'bab')", "2|ab|2|3|4|b😀b")]
    public void Characters_are_counted_by_code_points(string expressions, string expected) => Assert.Equal(expected, Ask.Rows("print " + expressions));

    [Theory]
    [InlineData("abs(-9223372036854775807 - 1)", "-9223372036854775808")]
    [InlineData("gamma(0), loggamma(0), cot(0)", "inf|inf|inf")]
    [InlineData("datetime_diff('nanosecond', datetime(9999-12-31), datetime(0001-01-01))", "null")]
    public void Values_at_the_edge_of_a_function_are_values(string expressions, string expected) => Assert.Equal(expected, Ask.Rows("print " + expressions));

    [Theory]
    [InlineData("datatable(a:long)[1, 2, 3] | serialize | project p = prev(a, 1, -1), n = next(a, 2, 0)", "-1|3;1|0;2|0")]
    [InlineData("datatable(d:decimal)[decimal(1.5), decimal(2.5)] | summarize avg(d), sumif(d, d > 2)", "2|2.5")]
    [InlineData("datatable(s:string, c:long, b:bool, d:dynamic)['a', 46, true, dynamic({'x':1}), '', long(null), bool(null), dynamic(null)] | project pack_all(true)", "{\"s\":\"a\",\"c\":46,\"b\":true,\"d\":{\"x\":1}};{}")]
    [InlineData("print replace_strings('This is it', dynamic(['is', 'This']), dynamic(['was', 'This'])), replace_strings('This is it', dynamic(['This', 'is']), dynamic([1, 'was']))", "Thwas was it|This was it")]
    [InlineData("let one = dynamic([3,1,2]); let two = dynamic(['c','a','b']); print array_sort_asc(one, two) | project one_sorted, two_sorted", "[1,2,3]|[\"a\",\"b\",\"c\"]")]
    [InlineData("print aXid = 1, bidY = 2, id = 3, other = 4 | project-away *id*", "4")]
    [InlineData("print aXid = 1, bidY = 2, id = 3, other = 4 | project-keep a*d, *her", "1|4")]
    [InlineData("datatable(s:string)['İx'] | where s =~ 'İX' and tolower(s) == tolower('İX') | count", "1")]
    [InlineData("range x from 1 to 100000001 step 1 | count", "100000001")]
    [InlineData("print series_fill_linear(dynamic([null, 111, null, 36])), series_fill_linear(dynamic([1.5, null, 2.5]))", "[111,111,73,36]|[1.5,2.0,2.5]")]
    public void Queries_mean_what_the_reference_says(string query, string expected) => Assert.Equal(expected, Ask.Rows(query));
}
