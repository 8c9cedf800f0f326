namespace Ashlar.Graph.Access.Granting;

/// <summary>What stands at one scope.</summary>
/// <param name="Pieces">As read.</param>
/// <param name="Certain">The same for every target below.</param>
/// <param name="ByTarget">Those that each target decides for itself.</param>
/// <param name="Partial">Of the certain ones those that may give something only together with another.</param>
internal sealed record Standing(IReadOnlyList<Piece> Pieces, IReadOnlyList<Piece> Certain, IReadOnlyList<Piece> ByTarget, IReadOnlyList<Piece> Partial);
