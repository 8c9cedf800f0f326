using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>A gap as a sentence of a finding.</summary>
internal static class GapText
{
    public static string Of(Gap gap)
    {
        var why = gap.Reason switch
        {
            GapReason.Forbidden => "access was denied",
            GapReason.NotCollected => "the input does not hold it",
            GapReason.NoBody => "the input lists it without its properties",
            GapReason.Undecided => "the value is known only after deployment",
            GapReason.Unreadable => "it could not be read",
            GapReason.NotLicensed => "the tenant has no licence for it",
            GapReason.FeatureOff => "the feature is off",
            _ => throw new ArgumentOutOfRangeException(nameof(gap)),
        };
        var where = gap.Scope is "/" or "" ? "" : " of " + gap.Scope;
        var what = gap.Path is null ? $"{gap.DataSet}{where} was not seen" : $"{gap.Path}{where} is undecided";
        var detail = gap.Detail.Length == 0 ? "" : $" ({gap.Detail.TrimEnd('.')})";
        var cure = gap.Permission is null ? "" : $" Needs: {gap.Permission}.";
        return $"{what}: {why}{detail}.{cure}";
    }
}
