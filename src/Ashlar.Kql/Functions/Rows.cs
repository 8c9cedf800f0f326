namespace Ashlar.Kql.Functions;

/// <summary>Reads the compact form in which the families state their functions.</summary>
internal static class Rows
{
    /// <param name="signature">Such as <c>substring(text:string, start:long, length?:long): string</c>; <c>x:any...</c> repeats, <c>!</c> wants a constant, type <c>same</c> or <c>number</c> as result is that of the arguments.</param>
    public static FunctionSignature Row(string signature, string sql, string doc, FunctionTraits traits = FunctionTraits.None, string? note = null)
    {
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        var close = signature.LastIndexOf(')');
        var result = signature[(close + 1)..].TrimStart(':', ' ');
        var parameters = new List<Parameter>();
        foreach (var part in signature[(open + 1)..close].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var name = part[..colon];
            var type = part[(colon + 1)..];
            var repeated = type.EndsWith("...", StringComparison.Ordinal);
            var constant = type.EndsWith('!');
            parameters.Add(new Parameter(name.TrimEnd('?'), Kind(repeated ? type[..^3] : type.TrimEnd('!')), name.EndsWith('?'), repeated, constant));
        }

        return new FunctionSignature(signature[..open], parameters, result is "same" or "number" ? null : TypeNames.Find(result), sql, doc, traits, note);
    }

    public static FunctionSignature Aggregate(string signature, string sql, string doc, string? prefix = null, FunctionTraits traits = FunctionTraits.MayBeNull, string? note = null) =>
        Row(signature, sql, doc, traits | FunctionTraits.Aggregate, note) with { Prefix = prefix };

    private static ParameterKind Kind(string type) => type switch
    {
        "any" => ParameterKind.Any,
        "same" => ParameterKind.Same,
        "number" => ParameterKind.Number,
        "bool" => ParameterKind.Bool,
        "long" => ParameterKind.Long,
        "real" => ParameterKind.Real,
        "string" => ParameterKind.String,
        "datetime" => ParameterKind.DateTime,
        "timespan" => ParameterKind.TimeSpan,
        "guid" => ParameterKind.Guid,
        "dynamic" => ParameterKind.Dynamic,
        "decimal" => ParameterKind.Decimal,
        "json" => ParameterKind.Json,
        "text" => ParameterKind.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No such kind of parameter."),
    };
}
