namespace Ashlar.Sources.Templates.Reading;

/// <summary>What Azure reports and ignores when a template says it (often an exported one): a state that is wished for is no fact.</summary>
internal static class ReadOnlyProperties
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "provisioningState", "privateEndpointConnections", "privateLinkServiceConnectionState",
    };

    public static bool Has(string name) => Names.Contains(name);
}
