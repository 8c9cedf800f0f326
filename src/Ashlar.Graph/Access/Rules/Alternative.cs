using Ashlar.Graph.Access.Granting;

namespace Ashlar.Graph.Access.Rules;

/// <summary>One entry of an edge's <c>on</c>: what has to be held, of one type of target, for one capability.</summary>
/// <param name="Index">Its place among all alternatives.</param>
/// <param name="Capability">Place of the edge among all edges.</param>
/// <param name="Guard">Place of its <c>when</c> among the guards of its type; -1 = none.</param>
/// <param name="ByKey">The access is had with a key.</param>
/// <param name="Need">Atoms any of which is needed.</param>
/// <param name="And">Atoms any of which is needed besides, on the same target; empty = nothing.</param>
/// <param name="Anywhere">Atoms any of which is needed besides, on whatever; empty = nothing.</param>
internal sealed record Alternative(int Index, int Capability, string Type, int Guard, bool ByKey, int[] Need, int[] And, int[] Anywhere)
{
    /// <summary>One assignment alone can meet it.</summary>
    public bool IsSingle => Anywhere.Length == 0;

    public RoadKind By(RoadKind of) => ByKey ? RoadKind.Key : of;
}
