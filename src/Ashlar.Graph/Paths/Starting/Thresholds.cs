namespace Ashlar.Graph.Paths.Starting;

/// <summary>From when on something counts as a start: docs/paths.md.</summary>
internal static class Thresholds
{
    /// <summary>Days without sign-in after which nobody would miss an account.</summary>
    public const int UnusedDays = 180;

    /// <summary>Days after which a credential that still works is old.</summary>
    public const int OldDays = 365;

    /// <summary>A credential made for longer than this, or without end, is never rotated.</summary>
    public const int NeverRotatedDays = 731;

    /// <summary>So many writers are no small circle any more.</summary>
    public const int ManyWriters = 25;
}
