namespace Ashlar.Reports;

/// <param name="Kind">First part of the pseudonym: <c>user</c>, <c>group</c>, <c>app</c>, <c>identity</c>, <c>tenant</c>.</param>
/// <param name="Id">Object id, or tenant id.</param>
/// <param name="Aliases">Every other name and id it goes by.</param>
public sealed record KnownPrincipal(string Kind, string Id, IReadOnlyList<string> Aliases);
