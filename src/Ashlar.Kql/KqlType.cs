namespace Ashlar.Kql;

/// <summary>KQL's scalar types.</summary>
public enum KqlType
{
    Bool,
    Int,
    Long,
    Real,
    Decimal,
    String,
    DateTime,
    TimeSpan,
    Guid,
    Dynamic,
}
