namespace Ashlar.Graph.Flows.Finding;

/// <summary>A flow as one setting states it, before its ends are looked up.</summary>
/// <param name="Carrier">Id of the resource that owns the flow: its setting, its service, its app.</param>
/// <param name="ViaId">Where the setting stands.</param>
internal sealed record FoundFlow(string Kind, End From, End To, string Carrier, string ViaId, string ViaPath)
{
    public Authentication Authentication { get; init; } = Authentication.Unknown;

    /// <summary>Resource whose managed identity moves the data; null when none does or it is not known.</summary>
    public string? RunsAsOf { get; init; }

    /// <summary>Id of the user-assigned identity that the setting names; null = the only one there is.</summary>
    public string? RunsAsIdentity { get; init; }

    /// <summary>Follows from who may, not from what is configured: any setting that states the same flow counts before it.</summary>
    public bool Inferred { get; init; }

    /// <summary>Model deployment that the setting names; null = any of the account.</summary>
    public string? Deployment { get; init; }

    /// <summary>Region of the copy, where a resource stands in several.</summary>
    public string? ToRegion { get; init; }

    /// <summary>Type of an end that has neither id nor host.</summary>
    public string FromType { get; init; } = "";

    /// <summary>The data leaves the tenant, by what the receiver is.</summary>
    public bool Leaves { get; init; }

    /// <summary>What was not read.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}
