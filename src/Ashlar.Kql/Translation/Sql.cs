using System.Globalization;

namespace Ashlar.Kql.Translation;

/// <summary>Words of DuckDB's SQL.</summary>
internal static class Sql
{
    public static string Type(KqlType type) => type switch
    {
        KqlType.Bool => "BOOLEAN",
        KqlType.Int => "INTEGER",
        KqlType.Long or KqlType.DateTime or KqlType.TimeSpan => "BIGINT",
        KqlType.Real => "DOUBLE",
        KqlType.Decimal => "DECIMAL(38,15)",
        _ => "VARCHAR",
    };

    public static string String(string text)
    {
        var quoted = "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
        return text.Contains('\0', StringComparison.Ordinal) ? "(" + quoted.Replace("\0", "' || chr(0) || '", StringComparison.Ordinal) + ")" : quoted;
    }

    public static string Name(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Literal(KqlType type, object? value) => value switch
    {
        null => type == KqlType.String ? "''" : "CAST(NULL AS " + Type(type) + ")",
        bool flag => flag ? "true" : "false",
        int number => Number(number),
        long number => Number(number),
        double real when double.IsFinite(real) => "CAST(" + real.ToString("R", CultureInfo.InvariantCulture) + " AS DOUBLE)",
        double real => "CAST('" + (double.IsNaN(real) ? "nan" : real > 0 ? "inf" : "-inf") + "' AS DOUBLE)",
        decimal number => "CAST('" + number.ToString(CultureInfo.InvariantCulture) + "' AS DECIMAL(38,15))",
        string text => String(text),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a literal."),
    };

    private static string Number(long number) =>
        number == long.MinValue ? "CAST('-9223372036854775808' AS BIGINT)" : number < 0 ? "(" + number.ToString(CultureInfo.InvariantCulture) + ")" : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether this names a column; a bare constant looks like one.</summary>
    public static bool IsColumn(string sql) => IsAtom(sql) && !IsConstant(sql);

    /// <summary>Whether this is a constant as DuckDB's parser sees one: in ORDER BY, GROUP BY and DISTINCT ON a number would be a position, a text an error.</summary>
    public static bool IsConstant(string sql)
    {
        var bare = sql.Trim('(', ')', '-');
        return bare.Length == 0 || bare.All(char.IsAsciiDigit) || bare is "true" or "false" or "NULL" || (bare[0] == '\'' && bare[^1] == '\'' && !bare[1..^1].Replace("''", "", StringComparison.Ordinal).Contains('\'', StringComparison.Ordinal));
    }

    /// <summary>Whether repeating the text costs nothing.</summary>
    public static bool IsAtom(string sql)
    {
        foreach (var c in sql)
            if (!(char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '"'))
                return false;
        return true;
    }
}
