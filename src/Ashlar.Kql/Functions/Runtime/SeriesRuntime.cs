namespace Ashlar.Kql.Functions.Runtime;

internal static class SeriesRuntime
{
    public static void Register(ClrRegistry registry)
    {
        _ = registry;
    }
}
