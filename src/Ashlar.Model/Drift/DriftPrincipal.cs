namespace Ashlar.Model;

/// <summary>Somebody whose access changed.</summary>
/// <param name="Name">Name shown to people; empty when it was not read.</param>
/// <param name="Kind">As <c>EffectiveAccess.PrincipalKind</c>.</param>
/// <param name="Before">active, conditional, eligible or unknown; null = had no way to it.</param>
/// <param name="After">As <paramref name="Before"/>.</param>
public sealed record DriftPrincipal(string Id, string Name, string Kind, string? Before, string? After);
