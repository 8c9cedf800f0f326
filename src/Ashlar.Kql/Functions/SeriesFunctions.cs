using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class SeriesFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
    ];
}
