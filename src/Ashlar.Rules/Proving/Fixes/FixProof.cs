using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>What applying the Bicep patch of one control to its failing cases showed.</summary>
/// <param name="Patched">Failing subjects that were patched.</param>
public sealed record FixProof(LoadedControl Control, int Patched, IReadOnlyList<Diagnostic> Diagnostics);
