using System.Text.Json;
using Ashlar.Graph.Access.Reading;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Joining;

/// <summary>How many can write an end, and how many can read it, as <c>ResourceAccess</c> counts them.</summary>
internal sealed class Who
{
    private static readonly string[] Writing = ["poison", "write-data", "push-images"];
    private static readonly string[] Reading = ["read-data", "read-prompts", "read-secrets"];

    // Whoever reads all the data of a store reads what a flow leaves there; of logs and accounts the prompts count.
    private static readonly Dictionary<string, string> ReadingOf = new(StringComparer.Ordinal)
    {
        [FlowTypes.LogWorkspace] = "read-prompts",
        [FlowTypes.Component] = "read-prompts",
        [AiTypes.Account] = "read-prompts",
        [FlowTypes.Project] = "read-prompts",
    };

    private static readonly HashSet<string> Counted = new(StringComparer.Ordinal)
    {
        AiTypes.Storage, AiTypes.Search, AiTypes.Account, FlowTypes.Project, FlowTypes.LogWorkspace, FlowTypes.Component, "microsoft.documentdb/databaseaccounts", "microsoft.containerregistry/registries", "microsoft.keyvault/vaults",
    };

    private readonly Dictionary<(string Key, string Capability), Answer> _counts = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _texts = new(StringComparer.Ordinal);

    public Who(AccessQuery query)
    {
        var capabilities = RowReader.Literals(Writing.Concat(Reading));
        query.Scan(
            $"ResourceAccess | where Capability in ({capabilities}) | extend n = People + Guests + Applications + ManagedIdentities + Foreign + Unresolved | project ResourceId, Capability, n, Everyone, Complete, Missing",
            row => _counts[(ResourceIds.Key(row.Text(0)), row.Text(1))] = new(row.Long(2) ?? 0, row.Bool(3) == true, row.Bool(4) == true, Texts(row.Text(5))));
    }

    public Answer? Writers(Place place) => Writing.Select(c => Of(place.Key, c)).FirstOrDefault(a => a is not null);

    public Answer? Readers(Place place) => ReadingOf.TryGetValue(place.Type, out var first) ? Of(place.Key, first) : Reading.Select(c => Of(place.Key, c)).FirstOrDefault(a => a is not null);

    /// <summary>Resources of this type have such counts when they are part of an AI workload.</summary>
    public static bool IsCounted(string type) => Counted.Contains(type);

    private Answer? Of(string key, string capability) => _counts.GetValueOrDefault((key, capability));

    private IReadOnlyList<string> Texts(string json)
    {
        if (!_texts.TryGetValue(json, out var texts))
            _texts[json] = texts = [.. JsonBodies.Parse(json).Items().Select(t => t.Text()).OfType<string>()];
        return texts;
    }

    /// <param name="Everyone">Through a group that holds everyone of the tenant, or nearly.</param>
    internal sealed record Answer(long Count, bool Everyone, bool Complete, IReadOnlyList<string> Missing);
}
