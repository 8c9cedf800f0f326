using Ashlar.Graph.Access;

namespace Ashlar.Graph.Paths.Telling;

/// <summary>A step of a path.</summary>
/// <param name="Kind">Word of the column Steps.</param>
/// <param name="Capability">Name of a file in content/edges; empty where the step is none.</param>
/// <param name="Arc">Number of the arc; -1: the start.</param>
internal sealed record Step(string Kind, string From, string To, string ToType, string Capability, string Says, AccessState State, IReadOnlyList<Evidence> Evidence, int Arc)
{
    /// <summary>Filled in when the evidence was looked up.</summary>
    public IReadOnlyList<Proof> Proofs { get; init; } = [];
}
