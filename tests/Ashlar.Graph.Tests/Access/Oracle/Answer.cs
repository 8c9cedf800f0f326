namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>What the oracle or an engine says about a tenant; ids in lower case.</summary>
internal sealed record Answer(IReadOnlySet<AccessTuple> Tuples, IReadOnlySet<AccessCount> Counts);

internal sealed record AccessTuple(string Principal, string Capability, string Resource, string State, string Membership, string By);

internal sealed record AccessCount(
    string Resource, string Capability, long People, long Guests, long Applications, long ManagedIdentities, long Foreign, long Unresolved, long Conditional, long Eligible, long ByKeyOnly);
