namespace Ashlar.Kql;

public enum KqlFunctionKind
{
    Scalar,

    /// <summary>Stands in summarize.</summary>
    Aggregate,

    /// <summary>Looks at neighbouring rows; needs rows in order.</summary>
    Window,

    /// <summary>Stands behind evaluate.</summary>
    Plugin,
}
