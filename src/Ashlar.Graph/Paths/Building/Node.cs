namespace Ashlar.Graph.Paths.Building;

/// <param name="A">Number of the principal, set, scope, place or subnet.</param>
/// <param name="B">Number of the capability or rule set; 0 where there is none.</param>
internal readonly record struct Node(NodeKind Kind, int A, int B);
