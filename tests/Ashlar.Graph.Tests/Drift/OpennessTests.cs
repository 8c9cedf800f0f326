using Ashlar.Graph.Drift.Comparing;
using Ashlar.Model;

namespace Ashlar.Graph.Tests.Drift;

public sealed class OpennessTests
{
    [Theory]
    [InlineData("network", "network", "internet", "internet", DriftTurn.Worse)]
    [InlineData("internet", "internet", "nowhere", "nowhere", DriftTurn.Better)]
    [InlineData("network", "network", "azure", "internet", DriftTurn.Worse)] // Unknown, yet wider at least.
    [InlineData("internet", "internet", "network", "internet", DriftTurn.NoLongerSeen)]
    [InlineData("nowhere", "internet", "nowhere", "nowhere", DriftTurn.NowSeen)]
    [InlineData("corporate", "internet", "network", "network", DriftTurn.Better)] // Unknown then, and at least wider than now.
    public void Wider_and_narrower_are_said_only_where_they_are_certain(string leastBefore, string mostBefore, string leastAfter, string mostAfter, DriftTurn turn) =>
        Assert.Equal(turn, Openness.Turn(Openness.Of(leastBefore), Openness.Of(mostBefore), Openness.Of(leastAfter), Openness.Of(mostAfter)));
}
