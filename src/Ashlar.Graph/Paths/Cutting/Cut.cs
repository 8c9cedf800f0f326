namespace Ashlar.Graph.Paths.Cutting;

/// <summary>A change, and the paths that it cuts.</summary>
/// <param name="Paths">Numbers of the paths, ordered.</param>
internal sealed record Cut(Change Change, IReadOnlyList<int> Paths);
