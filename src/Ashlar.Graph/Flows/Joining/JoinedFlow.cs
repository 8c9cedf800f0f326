using Ashlar.Graph.Flows.Finding;

namespace Ashlar.Graph.Flows.Joining;

/// <summary>A row of DataFlows before it is judged: the setting that counts, its ends, and who owns it.</summary>
internal sealed record JoinedFlow(FoundFlow Found, ResolvedEnd From, ResolvedEnd To, IReadOnlyList<string> Workloads);
