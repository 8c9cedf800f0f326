using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>The one spelling of gap reasons in outputs, and how a person would say them.</summary>
internal static class GapWords
{
    public static string Name(GapReason reason) => reason switch
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

    public static string Words(GapReason reason) => reason switch
    {
        GapReason.Forbidden => "no permission",
        GapReason.NotCollected => "not in the input",
        GapReason.NoBody => "listed without its settings",
        GapReason.Undecided => "value not decided yet",
        GapReason.Unreadable => "could not be read",
        GapReason.NotLicensed => "no licence",
        GapReason.FeatureOff => "switched off in the tenant",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
