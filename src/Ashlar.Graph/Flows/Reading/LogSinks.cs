using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Flows.Finding;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Reading;

/// <summary>Where the logs of AI workloads end up: who reads those reads prompts, though no workload refers to them.</summary>
internal static class LogSinks
{
    private static readonly string[] Steps =
    [
        $"resources | where type == '{FlowTypes.Component}' | project id, tostring(properties.WorkspaceResourceId)",
        $"armresources | where type == '{LogFlows.DiagnosticSettings}' | where tostring(properties.logs) has 'true' | project id, tostring(properties.workspaceId), tostring(properties.storageAccountId)",
        $"armresources | where type == '{FlowTypes.LogWorkspace}/dataexports' | project id, tostring(properties.destination.resourceId)",
    ];

    /// <param name="members">Keys of the resources of AI workloads.</param>
    /// <returns>Keys of sinks.</returns>
    public static IReadOnlyCollection<string> Of(AccessQuery query, IReadOnlySet<string> members)
    {
        var sinks = new HashSet<string>(StringComparer.Ordinal);
        if (members.Count == 0)
            return sinks;
        foreach (var row in Steps.SelectMany(query.Run))
        {
            if (References.TopLevel(AccessQuery.Text(row[0])) is not { } subject || !(members.Contains(ResourceIds.Key(subject)) || sinks.Contains(ResourceIds.Key(subject))))
                continue;
            foreach (var sink in row.Skip(1).Select(AccessQuery.Text).Select(References.TopLevel).OfType<string>())
                sinks.Add(ResourceIds.Key(sink));
        }

        return sinks;
    }
}
