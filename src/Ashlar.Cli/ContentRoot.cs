namespace Ashlar.Cli;

/// <summary>Where the files that ship with Ashlar are: the checkout the launcher names, else beside the program.</summary>
internal static class ContentRoot
{
    public static string Content => Below("content");

    public static string SampleTenant => Below(Path.Combine("tenants", "contoso"));

    private static string Below(string folder) =>
        Path.Combine(Environment.GetEnvironmentVariable("ASHLAR_ROOT") is { Length: > 0 } root ? root : AppContext.BaseDirectory, folder);
}
