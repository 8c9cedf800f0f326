namespace Ashlar.Reports;

/// <summary>A step of data; a row of DataFlows.</summary>
/// <param name="From">ARM id or host name; empty = it may come from somewhere that was not read.</param>
/// <param name="To">As <paramref name="From"/>.</param>
/// <param name="Processing">region, dataZone, global; empty when no model receives it or it is not known.</param>
/// <param name="CrossesRegion">Null = not known; so are the next ones.</param>
public sealed record DataFlow(
    string Kind,
    string From,
    string FromType,
    string To,
    string ToType,
    IReadOnlyList<string> WorkloadIds,
    string ViaId,
    string ViaPath,
    string Authentication,
    string FromRegion,
    string ToRegion,
    string Processing,
    bool? CrossesRegion,
    bool? CrossesTenant,
    string DataClass,
    string ClassSource,
    long? Writers,
    long? Readers,
    bool? AnyoneWrites,
    bool? AnyoneReads,
    IReadOnlyList<string> Missing);
