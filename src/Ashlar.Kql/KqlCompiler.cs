using Ashlar.Kql.Binding;
using Ashlar.Kql.Syntax;
using Ashlar.Kql.Translation;

namespace Ashlar.Kql;

/// <summary>KQL text in, diagnostics or DuckDB SQL out. Pure: touches no database.</summary>
public static class KqlCompiler
{
    /// <summary>Longer texts are refused unread.</summary>
    public const int MaxLength = 1_000_000;

    public static KqlCompilation Compile(string text, KqlCatalog catalog, KqlOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(options);
        var diagnostics = new DiagnosticBag(text);
        if (text.Length > MaxLength)
        {
            diagnostics.Add(new TextSpan(MaxLength, 0), "KQL5002", $"The query is longer than {MaxLength} characters.");
            return Failed(text, diagnostics, options);
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            diagnostics.Add(new TextSpan(i, 1), "KQL1012", "Half of a character stands here; the text was cut or damaged.");
            return Failed(text, diagnostics, options);
        }

        var statements = Parser.Parse(text, options.Dialect, diagnostics);
        try
        {
            var relation = new Binder(catalog, options, diagnostics).Bind(statements);
            if (diagnostics.Count > 0 || relation is null)
                return Failed(text, diagnostics, options);
            var (sql, reads) = Translator.Translate(relation);
            return new KqlCompilation(text, [], [.. relation.Columns.Select(c => new KqlColumn(c.Name, c.Type))], reads, sql) { Options = options };
        }
        catch (InsufficientExecutionStackException)
        {
            diagnostics.Add(new TextSpan(0, 0), "KQL5003", "With its let statements written out the query is nested too deeply.");
            return Failed(text, diagnostics, options);
        }
    }

    private static KqlCompilation Failed(string text, DiagnosticBag diagnostics, KqlOptions options) => new(text, diagnostics.ToList(), [], [], "") { Options = options };
}
