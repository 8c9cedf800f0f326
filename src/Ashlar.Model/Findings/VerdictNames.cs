namespace Ashlar.Model;

/// <summary>The one spelling of verdicts in KQL, YAML and every output.</summary>
public static class VerdictNames
{
    public static string Name(this Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Fail => "fail",
        Verdict.Unknown => "unknown",
        Verdict.NotApplicable => "notApplicable",
        Verdict.Manual => "manual",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>Null when <paramref name="name"/> is no verdict (the spelling is exact).</summary>
    public static Verdict? Parse(string? name) => name switch
    {
        "pass" => Verdict.Pass,
        "fail" => Verdict.Fail,
        "unknown" => Verdict.Unknown,
        "notApplicable" => Verdict.NotApplicable,
        "manual" => Verdict.Manual,
        _ => null,
    };
}
