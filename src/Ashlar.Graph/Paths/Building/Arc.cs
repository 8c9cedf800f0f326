using Ashlar.Graph.Access;

namespace Ashlar.Graph.Paths.Building;

/// <summary>From one node to another: what it costs, how sure it is, and where its proof stands.</summary>
/// <param name="Guard">Node that has to be reached too; -1: none.</param>
/// <param name="Step">Number of the kind of step; 0: no step of its own.</param>
/// <param name="Reference">See <see cref="ArcKind"/>.</param>
internal readonly record struct Arc(int From, int To, int Guard, byte Cost, AccessState State, ArcKind Kind, byte Step, int Reference);
