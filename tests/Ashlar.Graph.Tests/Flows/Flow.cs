using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Graph.Tests.Flows;

/// <summary>A row of DataFlows, as a reader of the table sees it.</summary>
internal sealed record Flow(string Id, string Kind, string From, string FromType, string To, string ToType, string[] Workloads, string ViaId, string ViaPath, string Authentication, string RunsAs)
{
    public string FromRegion { get; init; } = "";

    public string ToRegion { get; init; } = "";

    public string Processing { get; init; } = "";

    public bool? CrossesRegion { get; init; }

    public bool? CrossesTenant { get; init; }

    public string DataClass { get; init; } = "";

    public string ClassSource { get; init; } = "";

    public long? Writers { get; init; }

    public long? Readers { get; init; }

    public bool? AnyoneWrites { get; init; }

    public bool? AnyoneReads { get; init; }

    public bool Complete { get; init; }

    public string[] Missing { get; init; } = [];

    public string Line => $"{Kind} {ResourceIds.Name(From)} > {ResourceIds.Name(To)}";

    public static Flow Of(object?[] row) => new(
        (string)row[0]!, (string)row[1]!, (string)row[2]!, (string)row[3]!, (string)row[4]!, (string)row[5]!, Texts(row[6]), (string)row[7]!, (string)row[8]!, (string)row[9]!, (string)row[10]!)
    {
        FromRegion = (string)row[11]!,
        ToRegion = (string)row[12]!,
        Processing = (string)row[13]!,
        CrossesRegion = (bool?)row[14],
        CrossesTenant = (bool?)row[15],
        DataClass = (string)row[16]!,
        ClassSource = (string)row[17]!,
        Writers = (long?)row[18],
        Readers = (long?)row[19],
        AnyoneWrites = (bool?)row[20],
        AnyoneReads = (bool?)row[21],
        Complete = (bool)row[22]!,
        Missing = Texts(row[23]),
    };

    private static string[] Texts(object? json) => JsonSerializer.Deserialize<string[]>((string)json!)!;
}
