namespace Ashlar.Graph.Paths.Reading;

internal sealed record Workload(int Index, string Id, string Name, string Environment, string RootKey)
{
    /// <summary>Its tag says production.</summary>
    public bool IsProduction { get; } = Environment.StartsWith("prod", StringComparison.OrdinalIgnoreCase) || Environment.Equals("prd", StringComparison.OrdinalIgnoreCase) || Environment.Equals("live", StringComparison.OrdinalIgnoreCase);
}
