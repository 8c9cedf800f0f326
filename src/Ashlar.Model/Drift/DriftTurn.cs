namespace Ashlar.Model;

/// <summary>Which way something went. What was not read on one side is neither new, gone, worse nor better.</summary>
public enum DriftTurn
{
    /// <summary>It is there now, and what was read before would have shown it.</summary>
    New,

    /// <summary>It was there, and what was read now would show it.</summary>
    Gone,

    /// <summary>More is open than before: a wider door, somebody who can, a failure, an attack path.</summary>
    Worse,

    /// <summary>Less is open than before, for certain.</summary>
    Better,

    /// <summary>It differs, and which way is nobody's to say.</summary>
    Changed,

    /// <summary>It was known and is not known now: what would tell was not read.</summary>
    NoLongerSeen,

    /// <summary>It is known now and was not known before.</summary>
    NowSeen,
}
