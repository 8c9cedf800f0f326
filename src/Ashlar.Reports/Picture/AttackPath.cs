using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>A road of an attacker; a row of AttackPaths.</summary>
/// <param name="Start">Kind of start, such as <c>guest</c>.</param>
/// <param name="Goal">Such as <c>readData</c>.</param>
/// <param name="State">active, conditional, eligible or unknown.</param>
/// <param name="Similar">Other starts or ends that were folded into it.</param>
public sealed record AttackPath(
    string Id,
    string Start,
    string StartName,
    string Goal,
    string TargetId,
    string TargetName,
    IReadOnlyList<string> WorkloadIds,
    IReadOnlyList<AttackStep> Steps,
    string State,
    int Score,
    Severity Severity,
    long Similar,
    IReadOnlyList<string> Missing);
