using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Semantics;

public sealed class DynamicTests
{
    [Theory]
    [InlineData("{\"a\":true}", "d.a == true", "1")]
    [InlineData("{\"a\":true}", "d.a == 'true'", "1")]
    [InlineData("{\"a\":true}", "d.a =~ 'TRUE'", "1")]
    [InlineData("{\"a\":\"true\"}", "d.a == true", "1")]
    [InlineData("{\"a\":false}", "d.a == true", "0")]
    [InlineData("{\"a\":false}", "d.a", "0")]
    [InlineData("{\"a\":5}", "d.a > 3", "1")]
    [InlineData("{\"a\":5.5}", "d.a > 5", "1")]
    [InlineData("{\"a\":\"5\"}", "d.a > 3", "1")]
    [InlineData("{\"a\":5}", "toint(d.a) == 5", "1")]
    [InlineData("{\"a\":5}", "d.a in (4, 5)", "1")]
    [InlineData("{\"a\":\"x\"}", "d.a in ('x', 'y')", "1")]
    [InlineData("{\"a\":\"Enabled\"}", "d.a =~ 'enabled'", "1")]
    [InlineData("{\"a\":\"Enabled\"}", "d.a !~ 'disabled'", "1")]
    [InlineData("{\"a\":\"2020-01-01\"}", "d.a < datetime(2021-01-01)", "1")]
    [InlineData("{\"a\":[]}", "tostring(d.a) == '[]'", "1")]
    [InlineData("{\"a\":[1,2]}", "array_length(d.a) == 2", "1")]
    [InlineData("{\"a\":\"x y\"}", "d.a has 'y'", "1")]
    [InlineData("{\"a\":[\"x\"]}", "d.a contains 'X'", "1")]
    [InlineData("{\"a\":\"Xyz\"}", "d.a startswith 'xY' and d.a endswith 'z' and d.a contains_cs 'Xy'", "1")]
    [InlineData("{\"a\":1}", "d.b contains 'x' or d.b startswith 'x' or tolower(d.b) endswith 'x'", "0")]
    [InlineData("{\"a\":1}", "not(d.b contains 'x') and d.b !startswith 'x' and not(d.b endswith_cs 'x')", "1")]
    [InlineData("{\"a\":1}", "d.b contains '' and d.b startswith '' and d.b endswith ''", "1")]
    public void A_dynamic_takes_the_type_of_what_it_is_compared_with(string json, string condition, string expected) =>
        Assert.Equal(expected, Ask.Rows($"print d = dynamic({json}) | where {condition} | count"));

    [Theory]
    [InlineData("p.f == true", "true text-True one text-1 minus half")]
    [InlineData("p.f", "true text-True one text-1 minus half")]
    [InlineData("tobool(p.f) and id != 'one'", "true text-True text-1 minus half")]
    [InlineData("not(p.f == true)", "false text-FALSE zero text-0 word empty list null absent")]
    [InlineData("p.f == false", "false text-FALSE zero text-0")]
    [InlineData("p.f != true", "false text-FALSE zero text-0 word empty list null absent")]
    [InlineData("p.f != false", "true text-True one text-1 minus half word empty list null absent")]
    public void A_truth_is_the_same_in_a_path_a_column_and_a_column_of_its_own(string condition, string expected)
    {
        var table = new KqlTable("flags", [new("id", KqlType.String), new("p", KqlType.Dynamic)]);
        using var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        using var command = database.Connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE flags AS SELECT id, CASE WHEN id <> 'absent' THEN '{"f":' || f || '}' ELSE '{}' END AS p, nullif(f, 'null') AS s FROM (VALUES
                ('true', 'true'), ('false', 'false'), ('text-True', '"True"'), ('text-FALSE', '"FALSE"'), ('one', '1'), ('zero', '0'), ('text-1', '"1"'), ('text-0', '"0.0"'),
                ('minus', '-2.5'), ('half', '0.5'), ('word', '"yes"'), ('empty', '""'), ('list', '[true]'), ('null', 'null'), ('absent', NULL)) AS t(id, f)
            """;
        command.ExecuteNonQuery();
        foreach (var (query, shredded) in new[] { ("flags", false), ("flags", true), ("flags | extend q = p.f | project id, p = bag_pack('f', q)", false), ("flags | extend q = p.f | sort by id asc | take 99 | extend q = p.f", true) })
        {
            var catalog = new KqlCatalog([shredded ? table with { Shredded = new Dictionary<string, string> { ["p.f"] = "s" } } : table]);
            var rows = database.Run(Ask.Compile($"{query} | where {condition} | project id", KqlDialect.Arg, catalog), KqlBudget.Default, CancellationToken.None).Rows;
            Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), rows.Select(r => (string)r[0]!).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("print tostring(dynamic({'a':1}).a)", "1")]
    [InlineData("print d = dynamic({\"a\":{\"b\":[10,20,30]}}) | project d.a.b[1], d['a']['b'][-1], d.a.b[9]", "20|30|null")]
    [InlineData("print d = dynamic({\"a b\":7, \"q\\\"q\":8}), k = 'a b' | project d['a b'], d[k], d['q\"q']", "7|7|8")]
    [InlineData("print d = dynamic([1,2]), i = 1 | project d[i]", "2")]
    [InlineData("print parse_json('{\"a\":{\"b\":[1,2]}}').a.b[1]", "2")]
    [InlineData("print parse_json('not json'), parse_json('')", "\"not json\"|null")]
    [InlineData("print tostring(dynamic({\"a\":[1,\"x\",null]}))", "{\"a\":[1,\"x\",null]}")]
    [InlineData("print dynamic([datetime(2020-01-01), 1h, true, 'x'])", "[\"2020-01-01T00:00:00.0000000Z\",\"01:00:00\",true,\"x\"]")]
    [InlineData("print d = dynamic({\"a\":1}) | project x = iff(true, d.a, d.b), y = coalesce(d.z, d.a)", "1|1")]
    [InlineData("print bag_pack('a', 1, 'b', 'x', 'c', real(1.5), 'd', dynamic([1]), 'e', int(null))", "{\"a\":1,\"b\":\"x\",\"c\":1.5,\"d\":[1],\"e\":null}")]
    [InlineData("print d = dynamic([1, 2]) | extend (a, b) = d | project a, b", "1|2")]
    public void Paths_elements_and_literals(string query, string expected) => Assert.Equal(expected, Ask.Rows(query));

    [Theory]
    [InlineData("datatable(d:dynamic)[dynamic([1,2,3])] | mv-expand d", "1;2;3")]
    [InlineData("datatable(k:string, d:dynamic)['a', dynamic([]), 'b', dynamic(null), 'c', dynamic([1])] | mv-expand d", "b|null;c|1")]
    [InlineData("print d = dynamic({\"a\":1,\"b\":2}) | mv-expand d", "{\"a\":1};{\"b\":2}")]
    [InlineData("print d = dynamic({\"a\":1}) | mv-expand kind=array d", "[\"a\",1]")]
    [InlineData("print d = dynamic(['x','y']) | mv-expand with_itemindex=i d | project i, d", "0|\"x\";1|\"y\"")]
    [InlineData("print a = dynamic([1,2,3]), b = dynamic(['x','y']) | mv-expand a, b", "1|\"x\";2|\"y\";3|null")]
    [InlineData("print d = dynamic([1,2,3]) | mv-expand d to typeof(long) | summarize sum(d)", "6")]
    [InlineData("print d = dynamic([1,2,3]) | mv-expand x = d limit 2 | project x", "1;2")]
    [InlineData("print d = dynamic([{\"n\":\"a\"},{\"n\":\"b\"}]) | mv-expand d | project tostring(d.n)", "a;b")]
    [InlineData("print p = dynamic({\"l\":[1,2]}) | mv-expand p.l | project p_l", "1;2")]
    [InlineData("print d = dynamic([1,2,3]) | mv-apply x = d to typeof(long) on (where x > 1 | summarize s = sum(x)) | project s", "5")]
    [InlineData("datatable(k:string, d:dynamic)['a', dynamic([3,1]), 'b', dynamic([2])] | mv-apply x = d to typeof(long) on (top 1 by x asc) | project k, x", "a|1;b|2")]
    [InlineData("print d = dynamic([{\"l\":[1,2]},{\"l\":[3]}]), k = 'a' | mv-apply x = d on (mv-apply y = x.l to typeof(long) on (where y > 1)) | project k, y | order by y asc", "a|2;a|3")]
    public void Expansion_of_arrays_and_bags(string query, string expected) => Assert.Equal(expected, Ask.Rows(query));
}
