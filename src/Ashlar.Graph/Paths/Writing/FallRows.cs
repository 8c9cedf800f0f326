using System.Text.Json;
using Ashlar.Graph.Paths.Falling;

namespace Ashlar.Graph.Paths.Writing;

/// <summary>What falls, as rows of BlastRadius.</summary>
internal static class FallRows
{
    public static IEnumerable<object?[]> Of(IEnumerable<Fall> falls) => falls.Select(f => new object?[]
    {
        f.SubjectId, f.Kind, f.Name, f.Resources, f.Workloads, f.DataStores, f.Secrets, f.Identities, f.ControlsTenant, f.Level,
        JsonSerializer.Serialize(f.Reasons), JsonSerializer.Serialize(f.Reached), f.Missing.Count == 0, JsonSerializer.Serialize(f.Missing),
    });
}
