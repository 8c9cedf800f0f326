namespace Ashlar.Reports;

/// <summary>A change and the attack paths that it cuts; a row of ChokePoints.</summary>
/// <param name="Setting">Path of the setting, or id of the assignment.</param>
/// <param name="Cuts">Paths that it cuts beyond those cut by the changes before it.</param>
/// <param name="CutsAlone">Paths that it cuts by itself.</param>
/// <param name="Breaks">What may stop to work.</param>
public sealed record ChokePoint(
    int Rank,
    string ResourceId,
    string Setting,
    string Change,
    long Cuts,
    long CutsAlone,
    long Total,
    IReadOnlyList<string> WorkloadIds,
    IReadOnlyList<string> Breaks);
