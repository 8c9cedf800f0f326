using Ashlar.Graph.Paths.Starting;

namespace Ashlar.Graph.Paths.Folding;

/// <summary>A way to a goal, and those that were folded into it.</summary>
/// <param name="Slot">Its last node, in the search that found it.</param>
internal sealed class Candidate(int slot, End end, Start start, int cost)
{
    /// <summary>Ids of what was folded that are kept.</summary>
    public const int MostSimilar = 20;

    private readonly List<string> _similarIds = [];

    public int Slot => slot;

    public End End => end;

    public Start Start => start;

    public int Cost => cost;

    public int Score { get; } = Scoring.Score(end.Yield, cost);

    public long Similar { get; private set; }

    public IReadOnlyList<string> SimilarIds => _similarIds;

    /// <summary>Counts a start or an end that is told no further.</summary>
    public void Fold(Start other, End at)
    {
        Similar += 1 + other.Also.Count;
        if (_similarIds.Count >= MostSimilar)
            return;
        if (!ReferenceEquals(other, start))
            Keep([other.Id, .. other.Also]);
        else if (at.Id != end.Id)
            Keep([at.Id]);
    }

    /// <summary>Counts a longer way to the same goal, and what was folded into it.</summary>
    public void Fold(Candidate longer)
    {
        Similar += 1 + longer.Similar;
        Keep([longer.End.Id, .. longer.SimilarIds]);
    }

    /// <summary>Counts the other starts from which it goes the same way.</summary>
    public void FoldStarts()
    {
        Similar += start.Also.Count;
        Keep(start.Also);
    }

    private void Keep(IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
        {
            if (_similarIds.Count < MostSimilar && id != end.Id && id != start.Id && !_similarIds.Contains(id))
                _similarIds.Add(id);
        }
    }
}
