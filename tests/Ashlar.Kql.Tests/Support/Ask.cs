namespace Ashlar.Kql.Tests.Support;

/// <summary>Asks a query and gives the rows as text: cells by '|', rows by ';', null as 'null'.</summary>
internal static class Ask
{
    public static readonly DateTime Now = new(2024, 5, 17, 12, 0, 0, DateTimeKind.Utc);

    private static readonly Lazy<KqlDatabase> Shared = new(() => KqlDatabase.InMemory(new KqlDatabaseOptions(1)));

    private static readonly Lock OneAtATime = new();

    public static string Rows(string query, KqlDialect dialect = KqlDialect.Arg)
    {
        var result = Result(query, dialect);
        return string.Join(";", result.Rows.Select(row => string.Join("|", row.Select(value => value is null ? "null" : KqlValue.Text(value)))));
    }

    public static KqlResult Result(string query, KqlDialect dialect = KqlDialect.Arg)
    {
        lock (OneAtATime)
            return Shared.Value.Run(Compile(query, dialect), KqlBudget.Default, CancellationToken.None);
    }

    public static KqlCompilation Compile(string query, KqlDialect dialect = KqlDialect.Arg, KqlCatalog? catalog = null)
    {
        var compiled = KqlCompiler.Compile(query, catalog ?? KqlCatalog.Empty, new KqlOptions(dialect, Now));
        Assert.True(compiled.Success, string.Join("\n", compiled.Diagnostics));
        return compiled;
    }

    public static IReadOnlyList<KqlDiagnostic> Problems(string query, KqlCatalog? catalog = null, KqlDialect dialect = KqlDialect.Arg) =>
        KqlCompiler.Compile(query, catalog ?? Tables.Catalog, new KqlOptions(dialect, Now)).Diagnostics;
}
