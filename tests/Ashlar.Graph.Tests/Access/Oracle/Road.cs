namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>One way a need is met, or several together.</summary>
/// <param name="Key">The assignments it stands on.</param>
internal sealed record Road(string Key, bool Eligible, bool Conditional, bool Group, string By)
{
    public Road With(Road other) => new(Key + "+" + other.Key, Eligible || other.Eligible, Conditional || other.Conditional, Group || other.Group, By);

    public string State(bool known) => !known ? "unknown" : Eligible ? "eligible" : Conditional ? "conditional" : "active";
}
