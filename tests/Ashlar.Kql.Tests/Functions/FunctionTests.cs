using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Functions;

public sealed class FunctionTests
{
    [Theory]
    [InlineData("1 + 2, 7 / 2, -7 / 2, 7 % 3, -14 % 12", "3|3|-3|1|10")]
    [InlineData("1 / 0, 1.0 / 0, 5 % 0", "null|inf|null")]
    [InlineData("9223372036854775807 + 1", "-9223372036854775808")]
    [InlineData("toint(2147483648), tolong('0x1F'), toint('x'), tolong('1.5'), tolong(1.9)", "null|31|null|null|1")]
    [InlineData("todouble('1.5'), toreal(2), todecimal('1.25')", "1.5|2|1.25")]
    [InlineData("tobool('true'), tobool(0), tobool('x')", "true|false|null")]
    [InlineData("tostring(true), tostring(1.0), tostring(1h), tostring(datetime(2020-01-01))", "true|1|01:00:00|2020-01-01T00:00:00.0000000Z")]
    [InlineData("bin(7, 5), bin(-7, 5), bin(7.3, 0.5), bin(datetime(2020-01-01 10:07), 5m), bin(1h + 7m, 15m)", "5|-10|7|2020-01-01T10:05:00.0000000Z|01:00:00")]
    [InlineData("round(2.567, 2), ceiling(1.2), floor(1.8), abs(-3), sqrt(4.0), pow(2, 3), sign(-2.5)", "2.57|2|1|3|2|8|-1")]
    [InlineData("max_of(1, 3, 2), min_of(1, 3, 2), iff(1 > 2, 'a', 'b'), case(1 > 2, 'x', 2 > 1, 'y', 'z'), coalesce('', 'x')", "3|1|b|y|x")]
    public void Numbers_and_choices(string expressions, string expected) => Assert.Equal(expected, Ask.Rows("print " + expressions));

    [Theory]
    [InlineData("strcat('a', 1, true), strlen('héé'), toupper('a'), tolower('A'), reverse('abc')", "a1true|3|A|a|cba")]
    [InlineData("substring('abcde', 1, 2), substring('abc', 1), substring('abc', 9), substring('abc', -2)", "bc|bc||bc")]
    [InlineData("split('a/b/c', '/'), split('a/b/c', '/', 1), split('a/b', '/')[1]", "[\"a\",\"b\",\"c\"]|[\"b\"]|\"b\"")]
    [InlineData("indexof('banana', 'an'), indexof('banana', 'x'), indexof('banana', 'an', 2), indexof('banana', 'an', 0, -1, 2)", "1|-1|3|3")]
    [InlineData("replace_string('aba', 'a', 'x'), replace_regex('a1b2', @'\\d', '#'), trim('-', '-a-'), trim_start('a+', 'aab'), trim_end('b', 'ab')", "xbx|a#b#|a|b|a")]
    [InlineData("extract('a(\\\\d+)', 1, 'xa12'), extract_all('(\\\\d)', 'a1b2'), countof('aXaX', 'X')", "12|[\"1\",\"2\"]|2")]
    [InlineData("strcat_array(dynamic(['a', 1]), '-'), strcat_delim('-', 'a', 'b'), strrep('ab', 2)", "a-1|a-b|abab")]
    [InlineData("url_decode('a%20b'), base64_decode_tostring('aGk='), base64_encode_tostring('hi'), parse_url('https://h/p?a=1').Host", "a b|hi|aGk=|\"h\"")]
    [InlineData("isempty(''), isnotempty('a'), strcmp('a', 'b'), string_size('é')", "true|true|-1|2")]
    public void Text(string expressions, string expected) => Assert.Equal(expected, Ask.Rows("print " + expressions));

    [Theory]
    [InlineData("datetime(2020-02-29) + 1d - 12h, datetime(2020-01-02) - datetime(2020-01-01), 1d / 1h, 2 * 1h", "2020-02-29T12:00:00.0000000Z|1.00:00:00|24|02:00:00")]
    [InlineData("now(), ago(1d), now(-1h)", "2024-05-17T12:00:00.0000000Z|2024-05-16T12:00:00.0000000Z|2024-05-17T11:00:00.0000000Z")]
    [InlineData("startofday(datetime(2024-05-17 13:00)), startofmonth(datetime(2024-05-17)), startofweek(datetime(2024-05-17)), endofyear(datetime(2024-05-17))", "2024-05-17T00:00:00.0000000Z|2024-05-01T00:00:00.0000000Z|2024-05-12T00:00:00.0000000Z|2024-12-31T23:59:59.9999999Z")]
    [InlineData("datetime_diff('month', datetime(2024-05-01), datetime(2024-02-28)), datetime_add('year', 1, datetime(2024-02-29)), getyear(datetime(2024-02-29)), dayofweek(datetime(2024-05-17))", "3|2025-02-28T00:00:00.0000000Z|2024|5.00:00:00")]
    [InlineData("format_datetime(datetime(2024-05-07 03:04:05), 'yyyy-MM-dd HH:mm:ss'), todatetime('2024-05-07T03:04:05.1234567Z'), todatetime('x'), totimespan('01:00:00')", "2024-05-07 03:04:05|2024-05-07T03:04:05.1234567Z|null|01:00:00")]
    [InlineData("datetime(2024-05-17) between (datetime(2024-05-01) .. 30d), 5 !between (1 .. 3), make_datetime(2024, 5, 17)", "true|true|2024-05-17T00:00:00.0000000Z")]
    [InlineData("1tick, 1microsecond, 1.5h, timespan(1.02:03:04.5)", "00:00:00.0000001|00:00:00.0000010|01:30:00|1.02:03:04.5000000")]
    public void Dates_and_lengths(string expressions, string expected) => Assert.Equal(expected, Ask.Rows("print " + expressions));

    [Theory]
    [InlineData("array_length(dynamic([1,2])), array_concat(dynamic([1]), dynamic([2])), array_slice(dynamic([1,2,3,4]), 1, -2), array_reverse(dynamic([1,2]))", "2|[1,2]|[2,3]|[2,1]")]
    [InlineData("array_index_of(dynamic(['a','b']), 'b'), array_sum(dynamic([1,2.5])), array_sort_asc(dynamic([3,1,2])), array_length(dynamic({}))", "1|3.5|[1,2,3]|null")]
    [InlineData("set_union(dynamic([1]), dynamic([1,2])), set_intersect(dynamic([1,2]), dynamic([2])), set_difference(dynamic([1,2]), dynamic([2])), set_has_element(dynamic(['a']), 'a')", "[1,2]|[2]|[1]|true")]
    [InlineData("bag_keys(dynamic({'a':1,'b':2})), bag_merge(dynamic({'a':1}), dynamic({'a':2,'b':3})), bag_has_key(dynamic({'a':1}), 'a'), bag_remove_keys(dynamic({'a':1,'b':2}), dynamic(['a']))", "[\"a\",\"b\"]|{\"a\":1,\"b\":3}|true|{\"b\":2}")]
    [InlineData("pack_array(1, 'a', int(null)), zip(dynamic([1,2]), dynamic([3,4])), range(1, 3), repeat(1, 2)", "[1,\"a\",null]|[[1,3],[2,4]]|[1,2,3]|[1,1]")]
    [InlineData("ipv4_is_private('10.1.2.3'), ipv4_is_in_range('10.1.2.3', '10.0.0.0/8'), ipv4_is_match('10.1.2.3', '10.1.2.0/24'), ipv4_compare('1.2.3.4', '1.2.3.5'), parse_ipv4('0.0.1.0')", "true|true|true|-1|256")]
    [InlineData("hash_md5('a'), hash_sha256('a') == hash_sha256('b')", "0cc175b9c0f1b6a831c399e269772661|false")]
    [InlineData("series_add(dynamic([1,2]), dynamic([3,4])), series_fill_const(dynamic([1,null]), 0)", "[4.0,6.0]|[1,0]")]
    public void Arrays_bags_networks_and_series(string expressions, string expected) => Assert.Equal(expected, Ask.Rows("print " + expressions));

    [Theory]
    [InlineData("count(), dcount(s), sum(n), avg(n), min(n), max(n)", "4|3|10|2.5|1|4")]
    [InlineData("countif(n > 2), sumif(n, n > 2), avgif(n, n > 2), maxif(n, n < 3), dcountif(s, n > 2)", "2|7|3.5|2|2")]
    [InlineData("make_list(s), make_set(s), make_list_if(n, n > 2), make_set_if(s, n > 2)", "[\"a\",\"b\",\"a\",\"c\"]|[\"a\",\"b\",\"c\"]|[3,4]|[\"a\",\"c\"]")]
    [InlineData("take_any(s), stdev(n), variance(n), percentile(n, 50)", "a|1.2909944487358056|1.6666666666666667|2")]
    [InlineData("make_bag(bag_pack(s, n))", "{\"a\":1,\"b\":2,\"c\":4}")]
    [InlineData("arg_max(n, s), arg_min(n, s)", "4|c|1|a")]
    public void Aggregates(string aggregates, string expected) =>
        Assert.Equal(expected, Ask.Rows("datatable(s:string, n:long)['a', 1, 'b', 2, 'a', 3, 'c', 4] | summarize " + aggregates));
}
