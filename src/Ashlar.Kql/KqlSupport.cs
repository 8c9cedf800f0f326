namespace Ashlar.Kql;

public enum KqlSupport
{
    /// <summary>Means what the language reference says.</summary>
    Supported,

    /// <summary>Gives another value than Azure within what its note says.</summary>
    Differs,

    /// <summary>Refused when the query is compiled; the note says why.</summary>
    Refused,
}
