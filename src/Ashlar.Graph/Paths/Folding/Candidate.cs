namespace Ashlar.Graph.Paths.Folding;

/// <summary>A way to a goal, and those that were folded into it.</summary>
internal sealed class Candidate
{
    /// <summary>Ids of what was folded that are kept.</summary>
    public const int MostSimilar = 20;

    public required int Slot { get; init; }

    public required string Goal { get; init; }

    public required string TargetId { get; init; }

    public required string TargetType { get; init; }

    public required string TargetName { get; init; }

    public required IReadOnlyList<int> Workloads { get; init; }

    public required int Yield { get; init; }

    public required int Cost { get; init; }

    public required string StartId { get; init; }

    public long Similar { get; private set; }

    public List<string> SimilarIds { get; } = [];

    public int Score => Scoring.Score(Yield, Cost);

    public void Fold(long count, IEnumerable<string> ids)
    {
        Similar += count;
        foreach (var id in ids)
        {
            if (SimilarIds.Count < MostSimilar && !SimilarIds.Contains(id))
                SimilarIds.Add(id);
        }
    }
}
