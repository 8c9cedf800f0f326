using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class NetworkFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
    ];
}
