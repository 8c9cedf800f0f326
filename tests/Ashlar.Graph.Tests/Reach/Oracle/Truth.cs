namespace Ashlar.Graph.Tests.Reach.Oracle;

/// <summary>What is known of one packet.</summary>
internal enum Truth
{
    No,
    Maybe,
    Yes,
}

internal static class Truths
{
    public static Truth And(this Truth one, Truth other) => (Truth)Math.Min((int)one, (int)other);

    public static Truth Or(this Truth one, Truth other) => (Truth)Math.Max((int)one, (int)other);

    public static Truth Doubted(this Truth one) => one == Truth.No ? Truth.No : Truth.Maybe;
}
