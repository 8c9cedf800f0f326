namespace Ashlar.Graph.Paths.Cutting;

/// <summary>One thing that an administrator changes, after which some proofs no longer hold.</summary>
/// <param name="Kind">Word of ChokePoints.Kind.</param>
/// <param name="Setting">Path of the setting, or id of the assignment.</param>
/// <param name="Holder">Object id of who loses something; empty: nobody in particular.</param>
internal sealed record Change(string Kind, string ResourceId, string Setting, string Says, string Holder);
