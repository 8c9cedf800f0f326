namespace Ashlar.Sources.Templates.Cli;

public enum BicepFailure
{
    /// <summary>It answered that it cannot.</summary>
    Refused,

    TimedOut,

    /// <summary>The process ended, or spoke something that is no answer.</summary>
    Died,
}
