namespace Ashlar.Content;

/// <summary>What an assertion expects.</summary>
public enum EdgeAnswer
{
    Yes,
    No,

    /// <summary>Under a condition that cannot be decided.</summary>
    Conditional,

    /// <summary>The target's settings do not say.</summary>
    Unknown,
}
