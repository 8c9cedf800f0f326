namespace Ashlar.Graph.Tests.Paths;

internal sealed record ToldStep(string Step, string From, string To, string ToType, string Capability, string Says, string State, IReadOnlyList<ToldProof> Proofs);
