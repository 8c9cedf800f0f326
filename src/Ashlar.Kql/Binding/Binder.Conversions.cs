using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    /// <summary>The value as another type; the caller knows that KQL converts here.</summary>
    internal static BoundExpression Convert(BoundExpression value, KqlType type)
    {
        if (value is BoundError)
            return new BoundError(type);
        if (value.Type == type)
            return value;
        switch (value)
        {
            case BoundLiteral { Value: null } when value.Type != KqlType.String:
                return new BoundLiteral(type, type == KqlType.String ? "" : null);
            case BoundLiteral { Value: long number } when type == KqlType.Real:
                return new BoundLiteral(type, (double)number);
            case BoundLiteral { Value: int number } when type == KqlType.Real:
                return new BoundLiteral(type, (double)number);
            case BoundLiteral { Value: int number } when type == KqlType.Long:
                return new BoundLiteral(type, (long)number);
            case BoundLiteral { Value: long number and >= int.MinValue and <= int.MaxValue } when type == KqlType.Int:
                return new BoundLiteral(type, (int)number);
            default:
                return new BoundConvert(value, type);
        }
    }

    /// <summary>The value as another type, where KQL may or may not convert: said when it does not.</summary>
    internal BoundExpression Coerce(BoundExpression value, KqlType type, TextSpan span)
    {
        if (value is BoundError || value.Type == type)
            return value;
        var fits = type == KqlType.Dynamic || value.Type == KqlType.Dynamic || (value.Type.IsNumber() && type.IsNumber()) || value is BoundLiteral { Value: null };
        if (fits)
            return Convert(value, type);
        Report(span, "KQL3001", $"A {type.Name()} is expected here, not {value.Type.Name()}.", $"Convert with to{type.Name()}().");
        return new BoundError(type);
    }
}
