using Ashlar.Model;

namespace Ashlar.Graph.Paths.Reading;

/// <summary>A row of DataFlows, as far as paths ask.</summary>
internal sealed record Flow(string Id, string Kind, string FromId, string FromType, string ToId, string ToType, string ViaId, string ViaPath, string Authentication, string DataClass)
{
    public string FromKey { get; } = ResourceIds.Key(FromId);

    public string ToKey { get; } = ResourceIds.Key(ToId);

    public string ViaKey { get; } = ResourceIds.Key(ViaId);

    /// <summary>Null = not known.</summary>
    public long? Writers { get; init; }

    /// <summary>Null = not known.</summary>
    public bool? AnyoneWrites { get; init; }

    /// <summary>Ids of AI workloads, JSON.</summary>
    public string Workloads { get; init; } = "[]";

    public bool Complete { get; init; }

    public string Missing { get; init; } = "[]";
}
