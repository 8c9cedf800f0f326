using Ashlar.Graph.Access;

namespace Ashlar.Graph.Paths.Telling;

/// <summary>Who the attacker is after a step, and what has been gathered for the next one.</summary>
/// <param name="Id">Principal or resource he acts from.</param>
/// <param name="Principal">Number of the principal; -1: none.</param>
/// <param name="Rule">Number of the rule that the next step uses; -1: none.</param>
/// <param name="Stands">Number of what says in which subnet he stands; -1: none.</param>
internal sealed record Standing(string Id, string Name, int Principal, AccessState State, IReadOnlyList<Evidence> Evidence, int Rule, int Stands)
{
    /// <summary>What proved the step before: giving oneself access rests on it.</summary>
    public IReadOnlyList<Evidence> Given { get; init; } = [];
}
