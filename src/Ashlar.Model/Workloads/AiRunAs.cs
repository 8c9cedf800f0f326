namespace Ashlar.Model;

/// <summary>An identity that a member of a workload acts as.</summary>
/// <param name="HolderId">The resource that acts.</param>
/// <param name="IdentityId">ARM id of the user-assigned identity; null for the holder's own (system-assigned).</param>
/// <param name="PrincipalId">Object id in Entra; null when not reported.</param>
public sealed record AiRunAs(string HolderId, string? IdentityId, string? PrincipalId);
