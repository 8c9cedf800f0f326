namespace Ashlar.Model;

/// <summary>A finding against an earlier run, in the words of SARIF 2.1.0 (3.27.24).</summary>
public enum BaselineState
{
    /// <summary>A failure that was none then; any other verdict about something that was not there.</summary>
    New,

    /// <summary>Same verdict, same severity.</summary>
    Unchanged,

    /// <summary>There then as well, with another verdict or severity.</summary>
    Updated,

    /// <summary>Failed then and does not now.</summary>
    Absent,
}
