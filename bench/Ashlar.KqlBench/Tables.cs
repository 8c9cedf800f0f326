using Ashlar.Kql;

namespace Ashlar.KqlBench;

/// <summary>Tables as a snapshot lays them out: resources in order of type, a path of one type in a column of its own.</summary>
internal static class Tables
{
    public static KqlCatalog Fill(KqlDatabase database, bool small)
    {
        Execute(database, Resources("resources100k", 100_000));
        Execute(database, Resources("resources", small ? 100_000 : 1_000_000));
        Execute(database, $$"""
            CREATE TABLE principals AS SELECT printf('aaaaaaaa-0000-4000-8000-%012d', i) AS id, ['User', 'Group', 'ServicePrincipal'][i % 3 + 1] AS kind FROM range({{(small ? 5_000 : 50_000)}}) AS t(i);
            CREATE TABLE assignments AS SELECT printf('/subscriptions/s/providers/microsoft.authorization/roleassignments/%d', i) AS id,
                printf('{"principalId":"aaaaaaaa-0000-4000-8000-%012d","roleDefinitionId":"/providers/microsoft.authorization/roledefinitions/%d","scope":"/subscriptions/%d"}', (i * 7919) % {{(small ? 6_000 : 60_000)}}, i % 90, i % 50) AS properties
                FROM range({{(small ? 20_000 : 200_000)}}) AS t(i);
            CREATE TABLE logs AS SELECT 639000000000000000 + i * 1728000 AS "TimeGenerated", printf('user%d@contoso.com', (i * 7919) % 977) AS "Caller", (i * 31) % 5000 AS "Bytes"
                FROM range({{(small ? 100_000 : 5_000_000)}}) AS t(i);
            """);
        return new KqlCatalog([Resource("resources100k"), Resource("resources"),
            Table("principals", ("id", KqlType.String), ("kind", KqlType.String)),
            Table("assignments", ("id", KqlType.String), ("properties", KqlType.Dynamic)),
            Table("logs", ("TimeGenerated", KqlType.DateTime), ("Caller", KqlType.String), ("Bytes", KqlType.Long))]);
    }

    private static string Resources(string name, int count) => $$"""
        CREATE TABLE {{name}} AS SELECT *, CASE WHEN type = 'microsoft.cognitiveservices/accounts' THEN CAST(json_extract(properties, '$.disableLocalAuth') AS VARCHAR) END AS s_local FROM (
            SELECT printf('/subscriptions/s/resourceGroups/rg/providers/x/%d', i) AS id, printf('r%d', i) AS name,
                CASE WHEN i % 20 = 0 THEN 'microsoft.cognitiveservices/accounts' ELSE printf('microsoft.kind%d/things', i % 20) END AS type,
                printf('{"provisioningState":"Succeeded","disableLocalAuth":%s,"sku":{"tier":"T%d"},"description":"%s the keys of number %d","filler":"%s"}',
                    CASE WHEN i % 3 = 0 THEN 'true' ELSE 'false' END, i % 5, ['Rotate', 'Rotated', 'Keep', 'Forget'][i % 4 + 1], i, repeat('x', 200)) AS properties
            FROM range({{count}}) AS t(i)) ORDER BY type, id;
        """;

    private static KqlTable Resource(string name) => Table(name, ("id", KqlType.String), ("name", KqlType.String), ("type", KqlType.String), ("properties", KqlType.Dynamic)) with
    {
        LowerCased = new HashSet<string> { "type" },
        Shredded = new Dictionary<string, string> { ["properties.disableLocalAuth"] = "s_local" },
    };

    private static KqlTable Table(string name, params (string Name, KqlType Type)[] columns) => new(name, [.. columns.Select(c => new KqlColumn(c.Name, c.Type))]);

    private static void Execute(KqlDatabase database, string sql)
    {
        using var command = database.Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
