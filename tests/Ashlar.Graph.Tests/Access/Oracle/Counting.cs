namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>Each principal counts once, by the best it has: now, then under a condition or setting that is not known, then after activation.</summary>
internal static class Counting
{
    /// <param name="kinds">Principals that are counted; groups are not among them.</param>
    public static AccessCount Of(string target, string capability, IEnumerable<AccessTuple> tuples, IReadOnlyDictionary<string, SubjectKind> kinds)
    {
        var holders = tuples.Where(t => t.Resource == target && t.Capability == capability && kinds.ContainsKey(t.Principal)).GroupBy(t => t.Principal).ToList();
        var now = holders.Where(h => h.Any(t => t.State == "active")).ToList();
        var later = holders.Except(now).ToList();
        long Now(SubjectKind kind) => now.Count(h => kinds[h.Key] == kind);
        return new(
            target,
            capability,
            Now(SubjectKind.User),
            Now(SubjectKind.Guest),
            Now(SubjectKind.Application),
            Now(SubjectKind.ManagedIdentity),
            Now(SubjectKind.Foreign),
            Now(SubjectKind.Unresolved),
            later.Count(h => h.Any(t => t.State != "eligible")),
            later.Count(h => h.All(t => t.State == "eligible")),
            now.Count(h => h.Where(t => t.State == "active").All(t => t.By == "key")));
    }
}
