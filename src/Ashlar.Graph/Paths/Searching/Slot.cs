namespace Ashlar.Graph.Paths.Searching;

/// <summary>One way to a node: from which start, at what cost, by which arc.</summary>
/// <param name="Arc">-1: the start itself.</param>
/// <param name="Before">Slot of the node before.</param>
/// <param name="Beside">Slot of the node that was needed too; -1: none.</param>
/// <param name="Kinds">Hash of the kinds of step so far.</param>
/// <param name="Next">Further slot of the same node; -1: none.</param>
internal readonly record struct Slot(int Node, int Start, int Cost, int Arc, int Before, int Beside, uint Kinds, int Next);
