using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Access.Identities;

/// <summary>Which resources, and which AI workloads, run as a principal.</summary>
internal sealed class RunsOn
{
    private readonly Dictionary<string, SortedSet<string>> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _workloads = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _identities = new(StringComparer.Ordinal);

    public RunsOn(AccessQuery query)
    {
        foreach (var row in query.Run("resources | where type =~ 'microsoft.managedidentity/userassignedidentities' | project id, tostring(properties.principalId)"))
            _identities.TryAdd(AccessQuery.Text(row[0]).ToLowerInvariant(), AccessQuery.Text(row[1]).ToLowerInvariant());
        foreach (var table in new[] { "resources", "armresources" })
        {
            foreach (var row in query.Run(table + " | where isnotempty(identity) | project id, tostring(identity)"))
                Read(AccessQuery.Text(row[0]), AccessQuery.Text(row[1]), _identities);
        }
    }

    /// <summary>Adds what workloads run as; they have to be derived before.</summary>
    public void ReadWorkloads(AccessQuery query)
    {
        foreach (var row in query.Run("AiWorkloads | project WorkloadId, tostring(RunAs)"))
        {
            foreach (var runs in DirectoryReader.Items(AccessQuery.Text(row[1])))
            {
                if (runs.At("principalId").Text() is { Length: > 0 } principal)
                    Put(_workloads, principal.ToLowerInvariant(), AccessQuery.Text(row[0]));
                else if (runs.At("identityId").Text() is { } id && _identities.TryGetValue(id.ToLowerInvariant(), out var found) && found.Length > 0)
                    Put(_workloads, found, AccessQuery.Text(row[0]));
            }
        }
    }

    public IReadOnlyCollection<string> ResourcesOf(string principalId) => _resources.GetValueOrDefault(principalId) ?? [];

    public IReadOnlyCollection<string> WorkloadsOf(string principalId) => _workloads.GetValueOrDefault(principalId) ?? [];

    private void Read(string holder, string identity, Dictionary<string, string> identities)
    {
        var body = JsonBodies.Parse(identity);
        if (body.At("type").Text()?.Contains("SystemAssigned", StringComparison.OrdinalIgnoreCase) == true && body.At("principalId").Text() is { Length: > 0 } own)
            Put(_resources, own.ToLowerInvariant(), holder);
        foreach (var assigned in body.At("userAssignedIdentities").Members())
        {
            if ((assigned.Value.At("principalId").Text()?.ToLowerInvariant() ?? identities.GetValueOrDefault(assigned.Name.ToLowerInvariant())) is { Length: > 0 } principal)
                Put(_resources, principal, holder);
        }
    }

    private static void Put(Dictionary<string, SortedSet<string>> into, string principal, string value)
    {
        if (!into.TryGetValue(principal, out var set))
            into[principal] = set = new SortedSet<string>(StringComparer.Ordinal);
        set.Add(value);
    }
}
