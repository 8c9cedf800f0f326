namespace Ashlar.Model;

public enum GapReason
{
    /// <summary>401 or 403.</summary>
    Forbidden,

    /// <summary>The input does not hold it.</summary>
    NotCollected,

    /// <summary>The row is there, its properties are not (<c>az resource list</c>).</summary>
    NoBody,

    /// <summary>The value is known only later (template expression, parameter without value, unknown after apply).</summary>
    Undecided,

    /// <summary>The input could not be read: broken file, time-out.</summary>
    Unreadable,

    NotLicensed,
    FeatureOff,
}
