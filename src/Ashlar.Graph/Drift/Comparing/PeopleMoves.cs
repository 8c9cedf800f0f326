namespace Ashlar.Graph.Drift.Comparing;

/// <summary>Every way in which access to something changed.</summary>
/// <param name="Undecided">Had it, and it is not decided any more.</param>
/// <param name="Decided">Has it, and it was not decided before.</param>
internal sealed record PeopleMoves(PeopleMove Gained, PeopleMove Lost, PeopleMove Undecided, PeopleMove Decided);
