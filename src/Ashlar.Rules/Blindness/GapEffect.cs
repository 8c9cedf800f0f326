namespace Ashlar.Rules;

/// <summary>Which verdicts a blind spot takes away.</summary>
internal enum GapEffect
{
    /// <summary>Something was not seen: pass and notApplicable; fail only where it depends on absence.</summary>
    NotSeen,

    /// <summary>A value that is read is not decided yet: every verdict.</summary>
    Undecided,

    /// <summary>A list is incomplete, or a value of a row elsewhere is undecided: what was concluded from absence.</summary>
    Absence,
}
