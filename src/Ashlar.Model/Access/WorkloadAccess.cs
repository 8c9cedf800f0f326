namespace Ashlar.Model;

/// <summary>How many distinct principals have one capability on any resource that an AI workload owns; a row of the table of that name.</summary>
/// <param name="Capability">Name of a file in content/edges.</param>
/// <param name="People">Members of the tenant that have it now; so are the next five.</param>
/// <param name="Unresolved">Deleted, or not read.</param>
/// <param name="Conditional">At best under a condition or setting that cannot be decided.</param>
/// <param name="Eligible">Only after activation.</param>
/// <param name="ByKeyOnly">Now, and only by reading a key.</param>
/// <param name="Everyone">Through a group that holds everyone, or nearly.</param>
/// <param name="Complete">Nothing that bears on it was left unread.</param>
public sealed record WorkloadAccess(
    string WorkloadId,
    string Capability,
    long People,
    long Guests,
    long Applications,
    long ManagedIdentities,
    long Foreign,
    long Unresolved,
    long Conditional,
    long Eligible,
    long ByKeyOnly,
    bool Everyone,
    bool Complete,
    IReadOnlyList<string> Missing)
{
    /// <summary>The capability in words.</summary>
    public string Title { get; init; } = "";

    public long Now => People + Guests + Applications + ManagedIdentities + Foreign + Unresolved;
}
