namespace Ashlar.Graph.Reach.Judging;

/// <summary>What is certain, and the widest that what was not read leaves open.</summary>
internal readonly record struct Width(Level Certain, Level Possible)
{
    public static Width Of(Level level) => new(level, level);

    public static Width UpTo(Level level) => new(Level.Nowhere, level);

    public Width Or(Width other) => new((Level)Math.Max((int)Certain, (int)other.Certain), (Level)Math.Max((int)Possible, (int)other.Possible));

    public bool IsKnown => Possible <= Certain;

    public string Name => IsKnown ? NameOf(Certain) : "unknown";

    public static string NameOf(Level level) => level switch
    {
        Level.Internet => "internet",
        Level.Azure => "azure",
        Level.Corporate => "corporate",
        Level.Network => "network",
        _ => "nowhere",
    };
}
