namespace Ashlar.Graph.Access.Granting;

/// <param name="Ids">Principals and groups that are named.</param>
/// <param name="Now">Those, and who is in the groups now, at any depth.</param>
internal sealed record DenialList(HashSet<int> Ids, HashSet<int> Now);
