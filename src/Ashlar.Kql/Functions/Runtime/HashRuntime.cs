namespace Ashlar.Kql.Functions.Runtime;

internal static class HashRuntime
{
    public static void Register(ClrRegistry registry)
    {
        _ = registry;
    }
}
