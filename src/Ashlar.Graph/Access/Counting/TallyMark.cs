namespace Ashlar.Graph.Access.Counting;

/// <summary>A state of a <see cref="Tally"/> to come back to; the default is its beginning.</summary>
internal readonly record struct TallyMark(int Changes, int Sets, int Everyone);
