namespace Ashlar.Graph.Access;

/// <summary>How certain a road is. A road of several parts is as uncertain as its worst part: the highest of them.</summary>
internal enum AccessState : byte
{
    Active = 0,

    /// <summary>Bound to a condition that what was collected does not decide.</summary>
    Conditional = 1,

    /// <summary>After activation in PIM.</summary>
    Eligible = 2,

    /// <summary>A setting of the target decides it and was not reported.</summary>
    Unknown = 3,
}
