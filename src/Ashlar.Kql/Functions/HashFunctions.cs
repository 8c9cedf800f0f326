using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class HashFunctions
{
    public static IEnumerable<FunctionSignature> Rows =>
    [
    ];
}
