namespace Ashlar.Kql.Tests.Support;

/// <summary>A resource table as the store keeps it, with shredded and lower-case columns.</summary>
internal static class Tables
{
    private static readonly string[] Dynamics = ["sku", "properties", "tags", "identity"];

    public static KqlTable Resources { get; } = new("resources", [.. new[] { "id", "name", "type", "kind", "location", "resourceGroup", "sku", "properties", "tags", "identity" }
        .Select(n => new KqlColumn(n, Dynamics.Contains(n) ? KqlType.Dynamic : KqlType.String))])
    {
        LowerKeys = new Dictionary<string, string> { ["id"] = "_key" },
        LowerCased = new HashSet<string> { "type", "resourceGroup" },
        Shredded = new Dictionary<string, string>
        {
            ["properties.disableLocalAuth"] = "s1",
            ["properties.encryption.keySource"] = "s2",
        },
    };

    public static KqlTable Containers { get; } = new("resourcecontainers", [new("id", KqlType.String), new("name", KqlType.String), new("type", KqlType.String), new("properties", KqlType.Dynamic)]);

    public static KqlTable Logs { get; } = new("SigninLogs", [new("TimeGenerated", KqlType.DateTime), new("User", KqlType.String), new("Count", KqlType.Long), new("Status", KqlType.Dynamic)]);

    public static KqlCatalog Catalog { get; } = new([Resources, Containers, Logs]);

    public static KqlDatabase Filled(params (string Id, string Type, string Properties)[] rows)
    {
        var database = KqlDatabase.InMemory(new KqlDatabaseOptions(1));
        using var command = database.Connection.CreateCommand();
        command.CommandText = "CREATE TABLE resources (id VARCHAR, name VARCHAR, type VARCHAR, kind VARCHAR, location VARCHAR, \"resourceGroup\" VARCHAR, sku VARCHAR, properties VARCHAR, tags VARCHAR, identity VARCHAR, _key VARCHAR, s1 VARCHAR, s2 VARCHAR)";
        command.ExecuteNonQuery();
        foreach (var (id, type, properties) in rows)
        {
            command.CommandText = $"INSERT INTO resources SELECT '{id}', '{id}', '{type}', '', '', 'rg', NULL, p, NULL, NULL, lower('{id}'), CAST(p -> '$.disableLocalAuth' AS VARCHAR), CAST(p -> '$.encryption.keySource' AS VARCHAR) FROM (SELECT '{properties}' AS p)";
            command.ExecuteNonQuery();
        }

        return database;
    }
}
