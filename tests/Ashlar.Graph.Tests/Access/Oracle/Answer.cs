namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>What the oracle or an engine says about a tenant; ids in lower case.</summary>
internal sealed record Answer(IReadOnlySet<AccessTuple> Tuples, IReadOnlySet<AccessCount> Counts)
{
    private static readonly string[] Order = ["active", "conditional", "unknown", "eligible"];

    /// <summary>The best of each kind of road: a second, weaker one of the same kind may be told or not.</summary>
    public static IReadOnlySet<AccessTuple> Best(IEnumerable<AccessTuple> tuples) =>
        tuples.GroupBy(t => t with { State = "" }).Select(g => g.MinBy(t => Array.IndexOf(Order, t.State))!).ToHashSet();
}

internal sealed record AccessTuple(string Principal, string Capability, string Resource, string State, string Membership, string By);

internal sealed record AccessCount(
    string Resource, string Capability, long People, long Guests, long Applications, long ManagedIdentities, long Foreign, long Unresolved, long Conditional, long Eligible, long ByKeyOnly);
