namespace Ashlar.Graph.Paths.Reading;

/// <summary>A row of Identities, as far as paths ask.</summary>
/// <param name="Number">Number of the principal in the access tables.</param>
internal sealed record Person(int Number, string Id, string ResourceId, string Name, string Kind, string AppId, bool? Enabled, DateTime? LastSignIn, long Tier, bool Everyone)
{
    /// <summary>JSON; empty for none.</summary>
    public string RunsOn { get; init; } = "";

    public string Workloads { get; init; } = "";

    public string Federations { get; init; } = "";

    public string Credentials { get; init; } = "";

    public bool Complete { get; init; }
}
