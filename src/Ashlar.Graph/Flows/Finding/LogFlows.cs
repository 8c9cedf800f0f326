using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>Where logs are kept and where they are sent on to.</summary>
internal static class LogFlows
{
    public const string DiagnosticSettings = "microsoft.insights/diagnosticsettings";

    public static void DiagnosticSetting(FlowRow row, Ledger ledger)
    {
        if (End.Resource(row.Id) is not { Id: { } subject })
            return;
        // Metrics alone carry numbers, not content.
        if (!row.Properties.At("logs").Items().Any(l => l.At("enabled").ValueKind == System.Text.Json.JsonValueKind.True))
            return;
        foreach (var name in new[] { "workspaceId", "storageAccountId", "eventHubAuthorizationRuleId", "serviceBusRuleId" })
        {
            if (End.Resource(row.Properties.At(name).Text()) is { IsNone: false } sink)
                ledger.Flows.Add(new(FlowKinds.Log, End.Exact(subject), sink, subject, row.Id, "properties." + name) { Authentication = Authentication.None });
        }

        if (row.Properties.At("marketplacePartnerId").Text() is { Length: > 0 } partner)
            ledger.Flows.Add(new(FlowKinds.Export, End.Exact(subject), End.Resource(partner), subject, row.Id, "properties.marketplacePartnerId") { Authentication = Authentication.None, Leaves = true });
    }

    public static void DataExport(FlowRow row, Ledger ledger)
    {
        if (row.Properties.At("enable").ValueKind == System.Text.Json.JsonValueKind.False)
            return;
        var target = End.Resource(row.Properties.At("destination.resourceId").Text());
        ledger.Flows.Add(new(FlowKinds.Export, End.Exact(row.Parent), target, row.Parent, row.Id, "properties.destination.resourceId") { Authentication = Authentication.None });
    }

    public static void LinkedStorage(FlowRow row, Ledger ledger)
    {
        foreach (var (account, i) in row.Properties.At("storageAccountIds").Items().Select((a, i) => (a, i)))
        {
            if (End.Resource(account.Text()) is { IsNone: false } storage)
                ledger.Flows.Add(new(FlowKinds.Persist, End.Exact(row.Parent), storage, row.Parent, row.Id, $"properties.storageAccountIds[{i}]") { Authentication = Authentication.None });
        }
    }

    public static void Component(FlowRow row, Ledger ledger)
    {
        if (End.Resource(row.Properties.At("WorkspaceResourceId").Text()) is { IsNone: false } workspace)
            ledger.Flows.Add(new(FlowKinds.Log, End.Exact(row.Id), workspace, row.Id, row.Id, "properties.WorkspaceResourceId") { Authentication = Authentication.None });
    }

    /// <summary>Events that a resource raises go to a subscriber; what they carry is a notice, mostly not the data.</summary>
    public static void EventSubscription(FlowRow row, Ledger ledger)
    {
        var from = End.Resource(row.Properties.At("topic").Text());
        if (from.IsNone)
            from = End.Resource(row.Id);
        var destination = row.Properties.At("destination");
        if (destination.ValueKind != System.Text.Json.JsonValueKind.Object)
            destination = row.Properties.At("deliveryWithResourceIdentity.destination");
        var target = destination.At("properties.resourceId").Text();
        var to = target is not null ? End.Resource(target) : End.Of(destination.At("properties.endpointBaseUrl").Text() ?? destination.At("properties.endpointUrl").Text());
        if (from.Id is not null)
            ledger.Flows.Add(new(FlowKinds.Event, from, to, from.Id, row.Id, target is not null ? "properties.destination.properties.resourceId" : "properties.destination.properties.endpointBaseUrl")
            {
                Missing = to.IsNone ? ["Where these events go was not told: run the export kit."] : [],
            });
    }

    public static void EventTopic(FlowRow row, Ledger ledger)
    {
        if (End.Resource(row.Properties.At("source").Text()) is { IsNone: false } source)
            ledger.Flows.Add(new(FlowKinds.Event, source, End.Exact(row.Id), source.Id!, row.Id, "properties.source") { Authentication = Authentication.None });
    }
}
