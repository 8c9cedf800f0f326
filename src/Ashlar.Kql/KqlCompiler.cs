namespace Ashlar.Kql;

/// <summary>KQL text in, diagnostics or DuckDB SQL out. Pure: touches no database.</summary>
public static class KqlCompiler
{
    public static KqlCompilation Compile(string text, KqlCatalog catalog, KqlOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        var problem = new KqlDiagnostic("KQL0001", "The compiler is not built yet.", 1, 1, 0, null);
        return new KqlCompilation(text, [problem], [], [], "");
    }
}
