namespace Ashlar.Model;

/// <summary>What of two snapshots is compared; in the order in which it is told.</summary>
public enum DriftArea
{
    /// <summary>AI workloads, their resources and the settings of those.</summary>
    Workloads,

    /// <summary>Who can do what.</summary>
    Access,

    /// <summary>From where doors can be reached, and where code can reach.</summary>
    Exposure,

    /// <summary>How data moves.</summary>
    Flows,

    /// <summary>Attack paths.</summary>
    Paths,

    /// <summary>What the controls say.</summary>
    Verdicts,
}
