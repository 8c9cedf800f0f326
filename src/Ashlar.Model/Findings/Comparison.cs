namespace Ashlar.Model;

/// <summary>What the baseline says of a finding.</summary>
/// <param name="Before">Verdict then; null when the baseline does not have it.</param>
/// <param name="SeverityBefore">Severity then; null with <paramref name="Before"/>.</param>
public sealed record Comparison(BaselineState State, Verdict? Before, Severity? SeverityBefore)
{
    /// <summary>The baseline does not have it.</summary>
    public static Comparison Unseen { get; } = new(BaselineState.New, null, null);
}
