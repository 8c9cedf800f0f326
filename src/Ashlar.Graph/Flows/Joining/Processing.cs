using Ashlar.Graph.Flows.Finding;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Joining;

/// <summary>Where the models of an account may compute, by the sku of their deployments.</summary>
internal sealed class Processing
{
    public const string Region = "region";
    public const string DataZone = "dataZone";
    public const string Global = "global";

    private static readonly Dictionary<string, string> Skus = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Standard"] = Region,
        ["ProvisionedManaged"] = Region,
        ["Provisioned"] = Region,
        ["DataZoneStandard"] = DataZone,
        ["DataZoneProvisionedManaged"] = DataZone,
        ["DataZoneBatch"] = DataZone,
        ["GlobalStandard"] = Global,
        ["GlobalProvisionedManaged"] = Global,
        ["GlobalBatch"] = Global,
        // Developer deployments of fine-tuned models promise no residency.
        ["DeveloperTier"] = Global,
        ["Developer"] = Global,
    };

    private readonly ILookup<string, (string Name, string Where)> _deployments;
    private readonly FlowCoverage _coverage;

    public Processing(Ledger ledger, FlowCoverage coverage)
    {
        _deployments = ledger.Deployments.DistinctBy(d => (d.Account, d.Name)).ToLookup(d => d.Account, d => (d.Name, Skus.GetValueOrDefault(d.Sku, "")), StringComparer.Ordinal);
        _coverage = coverage;
    }

    /// <returns>Empty when it is not known; null when no model of a deployment receives the data.</returns>
    public (string? Where, string? Missing) Of(FoundFlow flow, Place? to)
    {
        if (to is null || to.Type is not (AiTypes.Account or FlowTypes.Project) || flow.Kind is not (FlowKinds.Call or FlowKinds.FineTune or FlowKinds.Retrieve or FlowKinds.Tool))
            return (null, null);
        var account = to.Type == AiTypes.Account ? to.Key : ResourceIds.Key(FlowRow.Above(to.Id));
        // What a service of one purpose does with its data its settings do not tell.
        if (to.Kind.Length > 0 && to.Type == AiTypes.Account && !to.Kind.Equals("OpenAI", StringComparison.OrdinalIgnoreCase) && !to.Kind.Equals("AIServices", StringComparison.OrdinalIgnoreCase))
            return ("", null);
        var named = flow.Deployment is { } name ? _deployments[account].Where(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList() : [];
        var all = named.Count > 0 ? named : [.. _deployments[account]];
        if (all.Exists(d => d.Where == Global))
            return (Global, null);
        if (named.Count == 0 && !_coverage.Covered("armresources", AiTypes.Account + "/deployments", account))
            return ("", $"The model deployments of {ResourceIds.Name(account)} were not read, so where they compute is not known: run the export kit.");
        if (all.Exists(d => d.Where.Length == 0))
            return ("", $"The type of a model deployment of {ResourceIds.Name(account)} is not one that is known, so where it computes is not.");
        return (all.Exists(d => d.Where == DataZone) ? DataZone : all.Count > 0 ? Region : "", null);
    }
}
