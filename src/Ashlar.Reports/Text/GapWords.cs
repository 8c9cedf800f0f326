using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Gap reasons as a person would say them.</summary>
internal static class GapWords
{
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
