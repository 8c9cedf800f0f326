namespace Ashlar.Model;

/// <summary>The one spelling of gap reasons in YAML and every output.</summary>
public static class GapReasonNames
{
    public static string Name(this GapReason reason) => reason switch
    {
        GapReason.Forbidden => "forbidden",
        GapReason.NotCollected => "notCollected",
        GapReason.NoBody => "noBody",
        GapReason.Undecided => "undecided",
        GapReason.Unreadable => "unreadable",
        GapReason.NotLicensed => "notLicensed",
        GapReason.FeatureOff => "featureOff",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>Null when <paramref name="name"/> is no reason (the spelling is exact).</summary>
    public static GapReason? Parse(string? name) => name switch
    {
        "forbidden" => GapReason.Forbidden,
        "notCollected" => GapReason.NotCollected,
        "noBody" => GapReason.NoBody,
        "undecided" => GapReason.Undecided,
        "unreadable" => GapReason.Unreadable,
        "notLicensed" => GapReason.NotLicensed,
        "featureOff" => GapReason.FeatureOff,
        _ => null,
    };
}
