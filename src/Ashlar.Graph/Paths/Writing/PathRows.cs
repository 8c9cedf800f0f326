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
        r.End.Id,
        r.End.Type,
        r.End.Name,
        JsonSerializer.Serialize(r.Workloads.Select(w => terrain.Workloads.All[w].Id)),
        JsonSerializer.SerializeToUtf8Bytes(r.Steps.Select(s => new { Step = s.Kind, s.From, s.To, s.ToType, s.Capability, s.Says, State = AccessNames.Of(s.State), s.Proofs }), CamelCase),
        (long)r.Steps.Count - 1,
        AccessNames.Of(r.State),
        (long)r.Effort,
        (long)r.End.Yield,
        (long)r.Score,
        r.Severity,
        r.Way.Similar,
        JsonSerializer.Serialize(r.Way.SimilarIds),
        r.Missing.Count == 0,
        JsonSerializer.Serialize(r.Missing),
    });
}
