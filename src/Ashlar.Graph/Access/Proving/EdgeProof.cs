using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Graph.Access.Proving;

/// <param name="Assertions">Of the edge.</param>
/// <param name="Diagnostics">One for each assertion that does not hold.</param>
public sealed record EdgeProof(AccessEdge Edge, int Assertions, IReadOnlyList<Diagnostic> Diagnostics)
{
    public int Held => Assertions - Diagnostics.Count;
}
