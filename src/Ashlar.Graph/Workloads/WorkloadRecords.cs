using System.Security.Cryptography;
using System.Text;
using Ashlar.Graph.Workloads.Facts;
using Ashlar.Graph.Workloads.Joining;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Workloads;

/// <summary>Names the workloads and gathers what a reader wants to know of them.</summary>
internal static class WorkloadRecords
{
    public static IReadOnlyList<AiWorkload> Of(IReadOnlyList<Cluster> clusters, IReadOnlyList<IReadOnlyList<AiWorkloadMember>> members, RowReader rows)
    {
        var workloads = rows.Beside(clusters.Where(c => c.IsWorkload).Zip(members)).Select(pair => Of(pair.First, pair.Second)).ToList();
        var names = workloads.GroupBy(w => (w.Name, w.Environment)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return
        [
            .. workloads
                .Select(w => names.Contains((w.Name, w.Environment)) ? w with { Name = ResourceIds.Name(w.RootId) } : w)
                .OrderBy(w => w.Name, StringComparer.Ordinal)
                .ThenBy(w => w.Id, StringComparer.Ordinal),
        ];
    }

    private static AiWorkload Of(Cluster cluster, IReadOnlyList<AiWorkloadMember> members)
    {
        var core = cluster.Core.Select(n => n.Row).ToList();
        return new AiWorkload(
            Id(cluster.Root.Row),
            Name(core),
            Common(core.Select(r => r.EnvironmentTag)),
            cluster.Root.Row.Id,
            Distinct(core.Select(r => ResourceIds.SubscriptionId(r.Id))),
            Distinct(core.Select(r => r.Location)),
            members,
            [.. cluster.Core.SelectMany(Models.Of).OrderBy(m => ResourceIds.Key(m.DeploymentId), StringComparer.Ordinal)],
            [.. cluster.Core.SelectMany(n => n.Children.Prepend(n.Row)).SelectMany(r => r.RunAs).OrderBy(r => ResourceIds.Key(r.HolderId), StringComparer.Ordinal).ThenBy(r => r.IdentityId, StringComparer.OrdinalIgnoreCase)])
        {
            Owners = Distinct(core.SelectMany(r => r.OwnerTags)),
        };
    }

    private static string Id(AiRow root) => "wl-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root.Key)).AsSpan(0, 8));

    private static string Name(List<AiRow> core) =>
        Common(core.Select(r => r.WorkloadTag))
        ?? Common(core.Select(r => ResourceIds.ResourceGroup(r.Id)))
        ?? core[0].Name;

    // One value among those that say one; as the main root writes it.
    private static string? Common(IEnumerable<string?> values)
    {
        var said = values.OfType<string>().ToList();
        return said.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1 ? said[0] : null;
    }

    private static string[] Distinct(IEnumerable<string?> values) =>
        [.. values.OfType<string>().Where(v => v.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];
}
