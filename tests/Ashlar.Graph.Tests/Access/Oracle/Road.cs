namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>One way a need is met, or several together.</summary>
/// <param name="Keys">The assignments it stands on, in order.</param>
internal sealed record Road(IReadOnlyList<string> Keys, bool Eligible, bool Conditional, bool Group, string By)
{
    public string Key => string.Join('+', Keys);

    public Road With(Road other) => new([.. Keys.Union(other.Keys).Order(StringComparer.Ordinal)], Eligible || other.Eligible, Conditional || other.Conditional, Group || other.Group, By);

    public string State(bool known) => !known ? "unknown" : Eligible ? "eligible" : Conditional ? "conditional" : "active";

    /// <summary>False: <paramref name="other"/> stands on fewer of the same assignments and gives as much.</summary>
    public bool Adds(Road other) => !(other.Keys.Count < Keys.Count && other.Keys.All(Keys.Contains) && Rank(other) <= Rank(this));

    private static int Rank(Road road) => road.Eligible ? 2 : road.Conditional ? 1 : 0;
}
