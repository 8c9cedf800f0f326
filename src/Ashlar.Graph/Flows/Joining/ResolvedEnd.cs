using Ashlar.Graph.Flows.Finding;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Joining;

/// <summary>An end as the table shows it.</summary>
/// <param name="Key">Lower-case id or host; empty when the end is not known.</param>
/// <param name="Place">Null when no row of it was read.</param>
internal sealed record ResolvedEnd(string Id, string Key, string Type, Place? Place)
{
    public const string HostType = "host";

    public bool IsHost => Type == HostType;

    public bool IsNone => Key.Length == 0;

    public static ResolvedEnd Of(End end, string type, Ledger ledger)
    {
        if (end.Id is not null)
            return ledger.ById(end.Id) is { } place ? Of(place) : new(end.Id, ResourceIds.Key(end.Id), ResourceIds.Type(end.Id) ?? "", null);
        if (end.Host is null)
            return new("", "", type, null);
        if (end.Host.EndsWith(MachineLearningFlows.RegistryHost, StringComparison.Ordinal))
        {
            var name = end.Host[..^MachineLearningFlows.RegistryHost.Length];
            return ledger.ByName(MachineLearningFlows.Registries, name) is { } registry ? Of(registry) : new("azureml://registries/" + name, "azureml://registries/" + name, HostType, null);
        }

        return ledger.ByHost(end.Host) is { } found ? Of(found) : new(end.Host, end.Host, HostType, null);
    }

    /// <summary>Azure made this name: some resource has it, here or elsewhere.</summary>
    public bool IsAzureHost => IsHost && HostNames.Type(Key) is not null;

    private static ResolvedEnd Of(Place place) => new(place.Id, place.Key, place.Type, place);
}
