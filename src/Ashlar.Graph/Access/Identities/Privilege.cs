namespace Ashlar.Graph.Access.Identities;

/// <summary>An assignment that makes its holder matter.</summary>
internal sealed record Privilege(int Tier, string Role, string Scope, string State, string AssignmentId, string ViaGroupId);
