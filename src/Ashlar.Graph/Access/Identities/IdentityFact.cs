namespace Ashlar.Graph.Access.Identities;

/// <summary>What the directory says of one of its objects.</summary>
/// <param name="AppId">Client id; empty for what is no service principal.</param>
internal sealed record IdentityFact(string AppId, bool? Enabled, DateTime? Created, DateTime? LastSignIn);
