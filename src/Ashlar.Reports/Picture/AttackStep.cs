namespace Ashlar.Reports;

/// <summary>One hop of an <see cref="AttackPath"/>; the first says where it starts.</summary>
/// <param name="Says">One sentence.</param>
/// <param name="Proofs">All of them are needed.</param>
public sealed record AttackStep(string Step, string From, string To, string ToType, string Says, string State, IReadOnlyList<StepProof> Proofs);
