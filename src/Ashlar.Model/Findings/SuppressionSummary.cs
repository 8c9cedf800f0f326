namespace Ashlar.Model;

/// <summary>What the suppressions of a run did.</summary>
/// <param name="Suppressed">Failures that are suppressed.</param>
/// <param name="NextExpiry">Earliest last day among the suppressions that cover one of them; null when there is none.</param>
/// <param name="Expired">In the order of the file.</param>
public sealed record SuppressionSummary(int Suppressed, DateOnly? NextExpiry, IReadOnlyList<ExpiredSuppression> Expired);
