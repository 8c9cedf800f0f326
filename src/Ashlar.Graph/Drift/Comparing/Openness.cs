using Ashlar.Graph.Reach.Judging;
using Ashlar.Model;

namespace Ashlar.Graph.Drift.Comparing;

/// <summary>How wide a door is open: what is certain, and what is possible at most.</summary>
internal static class Openness
{
    public static int Widest => (int)Level.Internet;

    /// <summary>The rank of a word of <c>Exposure.AtLeast</c>; what it does not name is not certain.</summary>
    public static int Of(string word) => Array.FindIndex(Enum.GetValues<Level>(), l => Width.NameOf(l) == word) is var at and >= 0 ? at : (int)Level.Nowhere;

    public static string Name(int rank) => Width.NameOf((Level)rank);

    /// <summary>Wider and narrower only where it is certain: what was known and is not known any more is no improvement.</summary>
    public static DriftTurn Turn(int leastBefore, int mostBefore, int leastAfter, int mostAfter) =>
        leastAfter > mostBefore ? DriftTurn.Worse
        : mostAfter < leastBefore ? DriftTurn.Better
        : mostAfter - leastAfter > mostBefore - leastBefore ? DriftTurn.NoLongerSeen
        : DriftTurn.NowSeen;
}
