using System.Globalization;

namespace Ashlar.Kql.Tests.Reference;

/// <summary>The engine under test, over the rows of a world.</summary>
internal sealed class Engine : IDisposable
{
    private readonly KqlDatabase _database = KqlDatabase.InMemory();

    /// <summary>The result as a table of the reference's values; the reasons where it does not compile.</summary>
    public (Table? Result, string? Problem) Run(string query, World world)
    {
        var compiled = KqlCompiler.Compile(query, Catalog(world), new KqlOptions(KqlDialect.LogAnalytics, Times.Now));
        if (!compiled.Success)
            return (null, string.Join("; ", compiled.Diagnostics.Select(d => $"{d.Code} {d.Message} at {d.Line}:{d.Column}")));
        Load(world);
        var result = Run(compiled, KqlBudget.Default, CancellationToken.None);
        return (new Table(result.Columns, [.. result.Rows.Select(r => r.Select((v, i) => FromEngine(result.Columns[i].Type, v)).ToArray())]), null);
    }

    public static KqlCatalog Catalog(World world) => new(world.Tables.Select(t => new KqlTable(t.Key, t.Value.Columns)));

    public void Load(World world)
    {
        foreach (var (name, table) in world.Tables)
            Load(name, table);
    }

    public KqlResult Run(KqlCompilation compiled, KqlBudget budget, CancellationToken cancellationToken) => _database.Run(compiled, budget, cancellationToken);

    public void Dispose() => _database.Dispose();

    private void Load(string name, Table table)
    {
        var sql = $"CREATE OR REPLACE TABLE \"{name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\" {Storage(c.Type)}"))});";
        if (table.Rows.Count > 0)
        {
            sql += $"INSERT INTO \"{name}\" VALUES "
                + string.Join(", ", table.Rows.Select(r => "(" + string.Join(", ", r.Select(Sql)) + ")")) + ";";
        }

        using var command = _database.Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // The storage contract of KqlTable.
    private static string Storage(KqlType type) => type switch
    {
        KqlType.Bool => "BOOLEAN",
        KqlType.Int => "INTEGER",
        KqlType.Long or KqlType.DateTime or KqlType.TimeSpan => "BIGINT",
        KqlType.Real => "DOUBLE",
        KqlType.Decimal => "DECIMAL(38, 10)",
        _ => "VARCHAR",
    };

    private static string Sql(object? value) => value switch
    {
        null => "NULL",
        bool truth => truth ? "true" : "false",
        DateTime time => time.Ticks.ToString(CultureInfo.InvariantCulture),
        TimeSpan span => span.Ticks.ToString(CultureInfo.InvariantCulture),
        Guid guid => "'" + guid.ToString("D") + "'",
        Dyn dynamic => "'" + dynamic.Json.Replace("'", "''") + "'",
        string text => "'" + text.Replace("'", "''") + "'",
        double real => real.ToString("R", CultureInfo.InvariantCulture) + "::DOUBLE",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static object? FromEngine(KqlType type, object? value) => type == KqlType.Dynamic && value is string json ? Dyn.Parse(json).Unwrapped : value;
}
