using Ashlar.Kql.Binding;

namespace Ashlar.Kql.Translation;

/// <summary>Every conversion between KQL's types, as SQL; what cannot be converted is null.</summary>
internal static class Conversions
{
    public static string Emit(Emitter emitter, BoundConvert convert)
    {
        var from = convert.Operand.Type;
        if (from == KqlType.Dynamic)
            return FromDynamic(emitter, convert);
        var value = emitter.Emit(convert.Operand);
        return convert.To switch
        {
            KqlType.String => ToText(value, from, convert.Operand.Nullable),
            KqlType.Dynamic => ToJson(value, from),
            _ when from == KqlType.String => FromText(value, convert.To),
            _ => Between(value, from, convert.To),
        };
    }

    /// <summary>The text of a string or dynamic, where null may stand for ''.</summary>
    public static string TextOrNull(Emitter emitter, BoundExpression value) => value switch
    {
        BoundConvert { To: KqlType.String, Operand.Type: KqlType.Dynamic } convert => DynamicText(emitter, convert.Operand),
        BoundCall { Function.Name: "tolower", Arguments: [var inner] } => "lower(" + TextOrNull(emitter, inner) + ")",
        { Type: KqlType.Dynamic } => DynamicText(emitter, value),
        _ => emitter.Emit(value),
    };

    public static string DynamicText(Emitter emitter, BoundExpression value) =>
        value is BoundPath path ? emitter.Extract(path, "->>") : "(" + emitter.Emit(value) + " ->> '$')";

    /// <summary>
    /// Whether a dynamic says <paramref name="wanted"/>, where null may stand for false. The plain comparison that a column's text comes to first
    /// goes down into DuckDB's scan, which then reads nothing of the rows that it excludes.
    /// </summary>
    public static string Says(Emitter emitter, BoundExpression value, bool wanted)
    {
        var text = DynamicText(emitter, value);
        var said = wanted ? "'true'" : "'false'";
        var read = "lower(" + text + ") = " + said + " OR TRY_CAST(" + text + " AS DOUBLE) " + (wanted ? "<>" : "=") + " 0";
        var raw = value is BoundColumn ? emitter.Emit(value) : "";
        if (raw.Length == 0 || !Sql.IsColumn(raw))
            return "(" + read + ")";
        return "(" + raw + " <> " + (wanted ? "'false'" : "'true'") + " AND (" + raw + " = " + said + " OR " + read + "))";
    }

    private static string FromDynamic(Emitter emitter, BoundConvert convert)
    {
        var text = DynamicText(emitter, convert.Operand);
        // A column's JSON text says true or false itself; only other values need reading.
        if (convert.To == KqlType.Bool && convert.Operand is BoundColumn)
        {
            var raw = emitter.Emit(convert.Operand);
            return "(CASE " + raw + " WHEN 'true' THEN true WHEN 'false' THEN false ELSE CASE lower(" + text + ") WHEN 'true' THEN true WHEN 'false' THEN false ELSE TRY_CAST(" + text + " AS DOUBLE) <> 0 END END)";
        }

        return convert.To switch
        {
            KqlType.String => "coalesce(" + text + ", '')",
            KqlType.Bool => "(CASE lower(" + text + ") WHEN 'true' THEN true WHEN 'false' THEN false ELSE TRY_CAST(" + text + " AS DOUBLE) <> 0 END)",
            KqlType.Long => "k_tolong_trunc(" + text + ")",
            KqlType.Int => "k_narrow(k_tolong_trunc(" + text + "))",
            _ => FromText(text, convert.To),
        };
    }

    private static string FromText(string text, KqlType to) => to switch
    {
        KqlType.Bool => "k_tobool(" + text + ")",
        KqlType.Long => "k_tolong(" + text + ")",
        KqlType.Int => "k_narrow(k_tolong(" + text + "))",
        KqlType.Real => "TRY_CAST(" + text + " AS DOUBLE)",
        KqlType.Decimal => "TRY_CAST(" + text + " AS DECIMAL(38,15))",
        KqlType.DateTime => "k_todatetime(" + text + ")",
        KqlType.TimeSpan => "k_totimespan(" + text + ")",
        KqlType.Guid => "k_toguid(" + text + ")",
        _ => text,
    };

    private static string ToText(string value, KqlType from, bool nullable)
    {
        var text = from switch
        {
            KqlType.Real => "k_real_text(" + value + ")",
            KqlType.Decimal => "k_decimal_text(CAST(" + value + " AS VARCHAR))",
            KqlType.DateTime => "k_datetime_text(" + value + ")",
            KqlType.TimeSpan => "k_timespan_text(" + value + ")",
            KqlType.Guid => value,
            _ => "CAST(" + value + " AS VARCHAR)",
        };
        return nullable ? "coalesce(" + text + ", '')" : text;
    }

    public static string ToJson(string value, KqlType from) => from switch
    {
        KqlType.Real => "k_real_json(" + value + ")",
        KqlType.Decimal => "k_decimal_text(CAST(" + value + " AS VARCHAR))",
        KqlType.DateTime => "('\"' || k_datetime_text(" + value + ") || '\"')",
        KqlType.TimeSpan => "('\"' || k_timespan_text(" + value + ") || '\"')",
        KqlType.Guid => "('\"' || " + value + " || '\"')",
        KqlType.String => "CAST(to_json(" + value + ") AS VARCHAR)",
        KqlType.Dynamic => value,
        _ => "CAST(" + value + " AS VARCHAR)",
    };

    private static string Between(string value, KqlType from, KqlType to) => (from, to) switch
    {
        (KqlType.Bool, _) => "CAST(" + value + " AS " + Sql.Type(to) + ")",
        (_, KqlType.Bool) => "(" + value + " <> 0)",
        (KqlType.Int or KqlType.Long, KqlType.Real or KqlType.Decimal or KqlType.Long) => "CAST(" + value + " AS " + Sql.Type(to) + ")",
        // DuckDB 1.5 compares what stands inside a narrowing TRY_CAST with a constant, as if it could not fail; so none stands bare.
        (KqlType.Long, KqlType.Int) => "k_narrow(" + value + ")",
        (KqlType.Decimal, KqlType.Int) => "k_narrow(" + Between(value, from, KqlType.Long) + ")",
        (KqlType.Decimal, KqlType.Long) => "(CASE WHEN trunc(" + value + ") BETWEEN -9223372036854775808 AND 9223372036854775807 THEN TRY_CAST(trunc(" + value + ") AS BIGINT) END)",
        (KqlType.Real, KqlType.Int or KqlType.Long) => "TRY_CAST(trunc(" + value + ") AS " + Sql.Type(to) + ")",
        (KqlType.DateTime or KqlType.TimeSpan, KqlType.Long) or (KqlType.Int or KqlType.Long, KqlType.TimeSpan) => value,
        (KqlType.Int or KqlType.Long, KqlType.DateTime) => "k_ticks(" + value + ")",
        (KqlType.DateTime or KqlType.TimeSpan, KqlType.Real) => "CAST(" + value + " AS DOUBLE)",
        (KqlType.DateTime, KqlType.TimeSpan) or (KqlType.TimeSpan, KqlType.DateTime) or (KqlType.Guid, _) or (_, KqlType.Guid) => "CAST(NULL AS " + Sql.Type(to) + ")",
        _ => "TRY_CAST(" + value + " AS " + Sql.Type(to) + ")",
    };
}
