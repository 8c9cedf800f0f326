using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Telling;

namespace Ashlar.Graph.Paths.Starting;

/// <summary>Where an attacker can start, and what is assumed of him there.</summary>
/// <param name="Kind">Word of AttackPaths.Start.</param>
/// <param name="Nodes">What he has.</param>
/// <param name="Says">One sentence: what is assumed.</param>
/// <param name="Also">Ids of other starts from which the same follows.</param>
internal sealed record Start(string Kind, IReadOnlyList<int> Nodes, int Effort, AccessState State, string Id, string Name, string Says, IReadOnlyList<Proof> Proofs, IReadOnlyList<string> Also)
{
    /// <summary>Number of the principal; -1: none.</summary>
    public int Principal { get; init; } = -1;

    public IReadOnlyList<string> Missing { get; init; } = [];
}
