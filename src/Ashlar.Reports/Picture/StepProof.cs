namespace Ashlar.Reports;

/// <summary>What proves a step: a value in a row of a table.</summary>
public sealed record StepProof(string Table, string Id, string Path, string Value);
