namespace Ashlar.Rules;

/// <summary>What deploying a Bicep patch would declare.</summary>
/// <param name="Problems">Why it does not compile, or names what its type does not know; empty when it is right.</param>
public sealed record PatchDeployment(IReadOnlyList<DeployedResource> Resources, IReadOnlyList<string> Problems);
