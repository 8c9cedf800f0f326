namespace Ashlar.Rules;

/// <param name="Reason">Sentence a finding carries: what was not seen, and what would let us.</param>
internal sealed record BlindSpot(GapEffect Effect, string Reason);
