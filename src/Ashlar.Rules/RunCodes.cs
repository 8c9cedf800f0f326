namespace Ashlar.Rules;

/// <summary>Codes of what a run says of controls and suppressions; stable, never reused.</summary>
public static class RunCodes
{
    public const string OutsideScope = "ASH2101";
    public const string TwoVerdicts = "ASH2102";
    public const string NoVerdict = "ASH2103";
    public const string QueryFailed = "ASH2104";
    public const string QueryTruncated = "ASH2105";
    public const string ScopeFailed = "ASH2106";
    public const string SuppressionExpired = "ASH2107";
    public const string SuppressionUnused = "ASH2108";
}
