namespace Ashlar.Kql.Functions.Runtime;

internal static class NetworkRuntime
{
    public static void Register(ClrRegistry registry)
    {
        _ = registry;
    }
}
