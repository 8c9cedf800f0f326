using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>What AI accounts and their deployments name.</summary>
internal static class AccountFlows
{
    public static void Account(FlowRow row, Ledger ledger)
    {
        // Speech and Language keep recordings, transcripts and training material there.
        foreach (var (storage, i) in row.Properties.At("userOwnedStorage").Items().Select((s, i) => (s, i)))
        {
            if (End.Resource(storage.At("resourceId").Text()) is { IsNone: false } store)
                ledger.Flows.Add(new(FlowKinds.Persist, End.Exact(row.Id), store, row.Id, row.Id, $"properties.userOwnedStorage[{i}].resourceId") { Authentication = Authentication.Identity, RunsAsOf = row.Id });
        }

        foreach (var path in new[] { "apiProperties.qnaAzureSearchEndpointId", "amlWorkspace.resourceId" })
        {
            var target = End.Resource(row.Properties.At(path).Text());
            if (target.IsNone)
                continue;
            var index = path.StartsWith("api", StringComparison.Ordinal);
            ledger.Flows.Add(new(index ? FlowKinds.Retrieve : FlowKinds.Call, index ? target : End.Exact(row.Id), index ? End.Exact(row.Id) : target, row.Id, row.Id, "properties." + path));
        }
    }

    public static void Deployment(FlowRow row, Ledger ledger)
    {
        ledger.Deployments.Add((ResourceIds.Key(row.Parent), row.Name.ToLowerInvariant(), row.Sku.At("name").Text() ?? row.Properties.At("sku.name").Text() ?? ""));
        // A fine-tuned model that another account made.
        if (End.Resource(row.Properties.At("model.source").Text()) is { IsNone: false } source && !source.Id!.Equals(row.Parent, StringComparison.OrdinalIgnoreCase))
            ledger.Flows.Add(new(FlowKinds.Registry, source, End.Exact(row.Parent), row.Parent, row.Id, "properties.model.source"));
    }

    /// <summary>Files that a fine-tuning job of the data plane trains on, where an export holds the jobs.</summary>
    public static void FineTuningJob(FlowRow row, Ledger ledger)
    {
        foreach (var name in new[] { "training_file", "validation_file", "trainingFile", "validationFile" })
        {
            var from = End.Of(row.Properties.At(name).Text());
            // The id of an uploaded file stands for the account itself.
            if (!from.IsNone)
                ledger.Flows.Add(new(FlowKinds.FineTune, from, End.Exact(row.Parent), row.Parent, row.Id, "properties." + name));
        }
    }
}
