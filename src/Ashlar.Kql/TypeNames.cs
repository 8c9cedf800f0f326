namespace Ashlar.Kql;

/// <summary>The names KQL's types go by.</summary>
internal static class TypeNames
{
    public static KqlType? Find(string name) => name switch
    {
        "bool" or "boolean" => KqlType.Bool,
        "int" or "int32" or "int16" or "uint16" or "uint8" or "int8" => KqlType.Int,
        "long" or "int64" or "uint32" or "uint64" or "ulong" or "uint" => KqlType.Long,
        "real" or "double" or "float" => KqlType.Real,
        "decimal" => KqlType.Decimal,
        "string" => KqlType.String,
        "datetime" or "date" => KqlType.DateTime,
        "timespan" or "time" => KqlType.TimeSpan,
        "guid" or "uuid" or "uniqueid" => KqlType.Guid,
        "dynamic" => KqlType.Dynamic,
        _ => null,
    };

    public static string Name(this KqlType type) => type switch
    {
        KqlType.Bool => "bool",
        KqlType.Int => "int",
        KqlType.Long => "long",
        KqlType.Real => "real",
        KqlType.Decimal => "decimal",
        KqlType.String => "string",
        KqlType.DateTime => "datetime",
        KqlType.TimeSpan => "timespan",
        KqlType.Guid => "guid",
        _ => "dynamic",
    };

    public static bool IsNumber(this KqlType type) => type is KqlType.Int or KqlType.Long or KqlType.Real or KqlType.Decimal;

    public static bool IsInteger(this KqlType type) => type is KqlType.Int or KqlType.Long;
}
