namespace Ashlar.Graph.Paths.Reading;

/// <param name="Issuer">URL of its token issuer; empty when it has none.</param>
/// <param name="NodeGroup">Resource group of its nodes.</param>
internal sealed record HostCluster(string Key, string Id, string Issuer, string NodeGroup)
{
    public bool Issues(string issuer) => Issuer.Length > 0 && Issuer.TrimEnd('/').Equals(issuer.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
