using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Starting;
using Ashlar.Graph.Paths.Telling;

namespace Ashlar.Graph.Paths.Folding;

/// <summary>A path, told.</summary>
/// <param name="Steps">The start first.</param>
internal sealed record Road(Candidate Way, IReadOnlyList<Step> Steps, int Effort, IReadOnlyCollection<string> Missing)
{
    public Start Start => Way.Start;

    public End End => Way.End;

    public AccessState State { get; } = Steps.Max(s => s.State);

    public int Score { get; } = Scoring.Score(Way.End.Yield, Effort);

    public string Severity => Scoring.Severity(Score, State);

    public string Id { get; } = PathIds.Of(Way.Start, Way.End, Steps);

    /// <summary>Workloads of what it goes through, beside those it ends at.</summary>
    public IReadOnlyList<int> Workloads { get; init; } = Way.End.Workloads;
}
