using System.Text.Json;
using Ashlar.Graph.Access;
using Ashlar.Graph.Paths.Folding;
using Ashlar.Graph.Paths.Reading;

namespace Ashlar.Graph.Paths.Writing;

/// <summary>Paths as rows of AttackPaths.</summary>
internal static class PathRows
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static IEnumerable<object?[]> Of(IEnumerable<Road> roads, Terrain terrain) => roads.Select(r => new object?[]
    {
        r.Id,
        r.Start.Kind,
        r.Start.Id,
        r.Start.Name,
        r.End.Goal,
        r.End.TargetId,
        r.End.TargetType,
        r.End.TargetName,
        JsonSerializer.Serialize(r.Workloads.Select(w => terrain.Workloads.All[w].Id)),
        JsonSerializer.SerializeToUtf8Bytes(r.Steps.Select(s => new { Step = s.Kind, s.From, s.To, s.ToType, s.Capability, s.Says, State = AccessNames.Of(s.State), s.Proofs }), CamelCase),
        (long)r.Steps.Count - 1,
        AccessNames.Of(r.State),
        (long)r.Effort,
        (long)r.End.Yield,
        (long)r.Score,
        r.Severity,
        r.End.Similar,
        JsonSerializer.Serialize(r.End.SimilarIds),
        r.Missing.Count == 0,
        JsonSerializer.Serialize(r.Missing),
    });
}
