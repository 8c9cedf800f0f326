namespace Ashlar.Graph.Paths.Falling;

/// <summary>A row of BlastRadius.</summary>
internal sealed record Fall(string SubjectId, string Kind, string Name, long Resources, long Workloads, long DataStores, long Secrets, long Identities, bool ControlsTenant, string Level, IReadOnlyList<string> Reasons, IReadOnlyList<string> Reached, IReadOnlyList<string> Missing);
