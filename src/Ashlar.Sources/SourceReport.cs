using Ashlar.Model;

namespace Ashlar.Sources;

/// <summary>What a source read into a snapshot, and what it has to say.</summary>
/// <param name="AsOf">UTC; the clock of the snapshot.</param>
/// <param name="AsOfSource">Where it comes from, as a phrase for the report.</param>
/// <param name="Inputs">As the user named them.</param>
/// <param name="Files">Files that held at least one row.</param>
/// <param name="Rows">Table to the rows that were read, duplicates included.</param>
public sealed record SourceReport(
    DateTime AsOf,
    string AsOfSource,
    IReadOnlyList<string> Inputs,
    int Files,
    IReadOnlyDictionary<string, long> Rows,
    IReadOnlyList<Diagnostic> Diagnostics);
