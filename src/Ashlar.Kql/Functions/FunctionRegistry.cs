namespace Ashlar.Kql.Functions;

/// <summary>All functions, by name.</summary>
internal static class FunctionRegistry
{
    private static readonly Lazy<Dictionary<string, FunctionSignature[]>> Scalars = new(() => Index(
    [
        .. LogicFunctions.Rows, .. ConversionFunctions.Rows, .. StringFunctions.Rows, .. StringOperators.Rows, .. MathFunctions.Rows, .. DateTimeFunctions.Rows,
        .. DynamicFunctions.Rows, .. ArrayFunctions.Rows, .. BagFunctions.Rows, .. SeriesFunctions.Rows, .. ParsingFunctions.Rows, .. NetworkFunctions.Rows, .. HashFunctions.Rows, .. WindowFunctions.Rows,
    ]));

    private static readonly Lazy<Dictionary<string, FunctionSignature[]>> Aggregates = new(() => Index(AggregateFunctions.Rows));

    public static IEnumerable<FunctionSignature> All => Scalars.Value.Values.Concat(Aggregates.Value.Values).SelectMany(r => r);

    public static FunctionSignature[]? Scalar(string name) => Scalars.Value.GetValueOrDefault(name);

    public static FunctionSignature[]? Aggregate(string name) => Aggregates.Value.GetValueOrDefault(name);

    public static IEnumerable<string> Names => Scalars.Value.Keys.Where(k => char.IsLetter(k[0]) && !k.StartsWith("op:", StringComparison.Ordinal)).Concat(Aggregates.Value.Keys);

    private static Dictionary<string, FunctionSignature[]> Index(IEnumerable<FunctionSignature> rows) =>
        rows.GroupBy(r => r.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
}
