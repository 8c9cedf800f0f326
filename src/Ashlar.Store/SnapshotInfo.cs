namespace Ashlar.Store;

/// <summary>What a snapshot says of itself.</summary>
/// <param name="AsOf">UTC; the clock of every query over the snapshot.</param>
/// <param name="AsOfSource">Where <paramref name="AsOf"/> comes from, as a phrase for the report.</param>
/// <param name="Sources">Inputs, as the user named them.</param>
/// <param name="ProducerVersion">Version of Ashlar that wrote it.</param>
public sealed record SnapshotInfo(string Name, DateTime AsOf, string AsOfSource, IReadOnlyList<string> Sources, string ProducerVersion);
