namespace Ashlar.Graph.Access.Counting;

/// <summary>How many distinct principals hold a capability of a target; see the table ResourceAccess.</summary>
internal readonly record struct AccessCount(
    int Target,
    int Capability,
    long People,
    long Guests,
    long Applications,
    long ManagedIdentities,
    long Foreign,
    long Unresolved,
    long Conditional,
    long Eligible,
    long ByKeyOnly,
    bool Everyone);
