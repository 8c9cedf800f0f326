namespace Ashlar.Graph.Access.Identities;

/// <param name="Kind">secret or certificate.</param>
/// <param name="Start">ISO 8601, UTC; null when not reported.</param>
/// <param name="End">ISO 8601, UTC; null when not reported.</param>
/// <param name="On">application or servicePrincipal.</param>
internal sealed record Credential(string Kind, string KeyId, string? Start, string? End, string On)
{
    /// <summary>True when it can be used at <paramref name="now"/>; what has no end counts as usable.</summary>
    public bool IsLive(string now) => End is null || string.CompareOrdinal(End, now) > 0;
}
