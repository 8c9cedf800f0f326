using Ashlar.Kql.Tests.Support;

namespace Ashlar.Kql.Tests.Binding;

public sealed class ReadsTests
{
    [Theory]
    [InlineData("resources | extend p = properties.encryption | where p.keySource == 'x' | project id", "resources[]: id properties.encryption.keySource")]
    [InlineData("resources | mv-expand c = properties.privateEndpointConnections | where c.properties.status == 'a' | project id", "resources[]: id properties.privateEndpointConnections[] properties.privateEndpointConnections[].properties.status")]
    [InlineData("resources | where type =~ 'A/B' | project id, properties", "resources[a/b]: id properties type")]
    [InlineData("resources | where type in~ ('A/B', 'c/d') and isnotempty(kind) | count", "resources[a/b,c/d]: kind type")]
    [InlineData("resources | where type == 'a/b' or type == 'c/d' | count", "resources[a/b,c/d]: type")]
    [InlineData("resources | where type == 'a/b' or kind == 'x' | count", "resources[]: kind type")]
    [InlineData("resources | where tolower(type) == 'a/b' | where type != 'x' | count", "resources[a/b]: type")]
    [InlineData("resources | extend t = type | where t =~ 'a/b' | count", "resources[a/b]: type")]
    [InlineData("resources | extend type = name | where type =~ 'a/b' | count", "resources[]: name")]
    [InlineData("resources | take 5 | where type == 'a/b' | count", "resources[]: type")]
    [InlineData("resources | where type startswith 'a' | count", "resources[]: type")]
    [InlineData("let T = resources | where type == 'a/b' | extend s = properties.sku; T | where s.name == 'x' | summarize count() by kind", "resources[a/b]: kind properties.sku.name type")]
    [InlineData("resources | extend unused = properties.a, used = tostring(properties.b) | project id, used", "resources[]: id properties.b")]
    [InlineData("resources | project id, tags['a.b'], properties.list[0].x | project-away id", "resources[]: properties.list[].x tags['a.b']")]
    [InlineData("resources | summarize arg_max(name, *) by kind | project kind, properties.x", "resources[]: kind name properties.x")]
    [InlineData("resources | summarize p = take_any(properties) by kind | where p.a == 1 | project kind", "resources[]: kind properties.a")]
    [InlineData("resources | distinct id, p = properties.a | project p.b", "resources[]: id properties.a properties.a.b")]
    [InlineData("resources | where type == 'a/b' | join kind=leftouter (resources | where type == 'c/d' | project id, q = properties.q) on id | project id, q.z", "resources[a/b]: id type;resources[c/d]: id properties.q.z type")]
    [InlineData("resources | union (resourcecontainers) | where properties.x == 1 | project name", "resourcecontainers[]: name properties.x;resources[]: name properties.x")]
    [InlineData("resources | where id in ((resourcecontainers | where properties.a == 1 | project id)) | count", "resourcecontainers[]: id properties.a;resources[]: id")]
    [InlineData("resources | mv-apply c = properties.l on (where c.x == 1) | project id", "resources[]: id properties.l[] properties.l[].x")]
    [InlineData("resources | project P = parse_json(properties) | where P.a == 1 | count", "resources[]: properties.a")]
    [InlineData("resources | extend r = properties[kind] | project r", "resources[]: kind properties")]
    [InlineData("resources | count", "resources[]: ")]
    [InlineData("resources | where properties has 'x' | count", "resources[]: properties")]
    public void What_a_query_reads_is_known_by_table_type_and_path(string query, string expected)
    {
        var reads = Ask.Compile(query, catalog: Tables.Catalog).Reads;
        Assert.Equal(expected, string.Join(";", reads.Select(r => $"{r.Table}[{string.Join(",", r.Types)}]: {string.Join(" ", r.Paths)}")));
    }

    [Fact]
    public void Shredded_and_lower_case_columns_serve_the_paths_that_match()
    {
        using var database = Tables.Filled(("/A", "a/b", "{\"disableLocalAuth\":true,\"encryption\":{\"keySource\":\"K\",\"x\":1}}"), ("/B", "a/b", "{}"));
        var query = Ask.Compile("resources | where type =~ 'A/B' and id =~ '/a' and properties.disableLocalAuth == true | extend e = properties.encryption | project id, e.keySource, e.x, tolower(id)", catalog: Tables.Catalog);
        Assert.Contains("s1", query.Sql, StringComparison.Ordinal);
        Assert.Contains("\"s2\"", query.Sql, StringComparison.Ordinal);
        Assert.Contains("_key", query.Sql, StringComparison.Ordinal);
        Assert.DoesNotContain("lower(t1.\"type\")", query.Sql, StringComparison.Ordinal);
        var row = database.Run(query, KqlBudget.Default, CancellationToken.None).Rows.Single();
        Assert.Equal(["/A", "\"K\"", "1", "/a"], row);
    }
}
