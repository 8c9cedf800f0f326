using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>What the cases of one control showed.</summary>
/// <param name="Cases">Cases run.</param>
/// <param name="Held">Cases whose verdicts were all as expected.</param>
/// <param name="Asked">How many tiny snapshots were asked in all.</param>
public sealed record ControlProof(LoadedControl Control, int Cases, int Held, int Asked, IReadOnlyList<Diagnostic> Diagnostics);
