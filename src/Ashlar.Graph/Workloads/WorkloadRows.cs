using System.Text.Json;
using System.Text.Json.Serialization;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads;

/// <summary>Workloads as rows of <see cref="DerivedTables"/>.</summary>
internal static class WorkloadRows
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static IEnumerable<object?[]> Workloads(IReadOnlyList<AiWorkload> workloads) => workloads.AsParallel().AsOrdered().Select(w => new object?[]
    {
        w.Id,
        w.Name,
        w.Environment,
        w.RootId,
        Text(w.SubscriptionIds),
        Text(w.Locations),
        Text(w.Models),
        Text(w.RunAs),
        Text(w.Owners),
        Ids(w, m => m.Role is AiRole.Model or AiRole.Project && m.Type is AiTypes.Account or AiTypes.Workspace),
        Ids(w, m => m.Type.EndsWith("/projects", StringComparison.Ordinal)),
        Ids(w, m => m.Type.EndsWith("/connections", StringComparison.Ordinal) || m.Type.EndsWith("/datastores", StringComparison.Ordinal)),
        Ids(w, m => m.Role == AiRole.Index && IsTop(m)),
        Ids(w, m => m.Role == AiRole.Gateway && IsTop(m)),
        Ids(w, m => m.Role == AiRole.App && IsTop(m)),
        Ids(w, m => m.Role == AiRole.Compute),
        Ids(w, m => m.Role == AiRole.Secrets && IsTop(m)),
        Ids(w, m => m.Role == AiRole.Identity && IsTop(m)),
        Text(w.Members.Where(m => m.Role is AiRole.Data or AiRole.Index && m.Type.AsSpan().Count('/') == 1).Select(m => m.ResourceId)),
        (long)w.Members.Count,
    });

    public static IEnumerable<object?[]> Members(IReadOnlyList<AiWorkload> workloads) => workloads.SelectMany(w => w.Members.Select(m => new object?[]
    {
        w.Id,
        m.ResourceId,
        m.Type,
        m.Role.Name(),
        m.Via,
        m.ReferredBy,
        m.Shared,
        m.Seen,
    }));

    private static string Ids(AiWorkload workload, Func<AiWorkloadMember, bool> isOne) => Text(workload.Members.Where(isOne).Select(m => m.ResourceId));

    private static bool IsTop(AiWorkloadMember member) => member.Type.AsSpan().Count('/') == 1;

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Json);
}
