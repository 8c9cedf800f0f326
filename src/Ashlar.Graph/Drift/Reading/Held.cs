namespace Ashlar.Graph.Drift.Reading;

/// <summary>What gives one capability on one target.</summary>
/// <param name="Signature">Over what the sets hold: comparable between snapshots.</param>
internal sealed record Held(UInt128 Signature, IReadOnlyList<(int Set, int State, int Proof)> Roads);
