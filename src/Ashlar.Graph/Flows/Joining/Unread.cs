using Ashlar.Graph.Flows.Finding;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Joining;

/// <summary>Flows that may be there and are not seen: for every AI resource whose list was not read, a row with an end left empty.</summary>
internal static class Unread
{
    private static readonly (string Type, string List, string Kind, bool Inward, string What)[] Lists =
    [
        (AiTypes.Search, SearchFlows.DataSources, FlowKinds.Index, true, "Data sources of {0} were not read: they stand in its data plane, docs/flows.md says how to export them."),
        (AiTypes.Search, SearchFlows.Skillsets, FlowKinds.Call, false, "Skillsets of {0} were not read: they stand in its data plane, docs/flows.md says how to export them."),
        (AiTypes.Search, SearchFlows.Indexes, FlowKinds.Call, false, "Indexes of {0} and their vectorizers were not read: they stand in its data plane, docs/flows.md says how to export them."),
        (AiTypes.Account, AiTypes.Account + "/connections", FlowKinds.Tool, false, "Connections of {0} were not read: run the export kit."),
        (FlowTypes.Project, FlowTypes.Project + "/connections", FlowKinds.Tool, false, "Connections of {0} were not read: run the export kit."),
        (FlowTypes.Project, FlowTypes.Project + "/capabilityhosts", FlowKinds.Persist, false, "Where agents of {0} keep their data was not read: run the export kit."),
        (AiTypes.Workspace, AiTypes.Workspace + "/connections", FlowKinds.Tool, false, "Connections of {0} were not read: run the export kit."),
        (AiTypes.Workspace, MachineLearningFlows.Datastores, FlowKinds.Train, true, "Datastores of {0} were not read: run the export kit."),
        (AiTypes.Gateway, GatewayFlows.Backends, FlowKinds.Call, false, "Backends of {0} were not read: run the export kit."),
        (AiTypes.Gateway, GatewayFlows.Apis, FlowKinds.Call, false, "APIs of {0} were not read: run the export kit."),
        (AiTypes.Gateway, GatewayFlows.Loggers, FlowKinds.Log, false, "Loggers of {0} were not read: run the export kit."),
        (AiTypes.Account, LogFlows.DiagnosticSettings, FlowKinds.Log, false, "Diagnostic settings of {0} were not read: run the export kit."),
        (AiTypes.Workspace, LogFlows.DiagnosticSettings, FlowKinds.Log, false, "Diagnostic settings of {0} were not read: run the export kit."),
        (AiTypes.Search, LogFlows.DiagnosticSettings, FlowKinds.Log, false, "Diagnostic settings of {0} were not read: run the export kit."),
        (AiTypes.Gateway, LogFlows.DiagnosticSettings, FlowKinds.Log, false, "Diagnostic settings of {0} were not read: run the export kit."),
        (FlowTypes.LogWorkspace, FlowTypes.LogWorkspace + "/dataexports", FlowKinds.Export, false, "Data exports of {0} were not read: run the export kit."),
        (AiTypes.Storage, AiTypes.Storage + "/objectreplicationpolicies", FlowKinds.Replicate, false, "Object replication of {0} was not read: run the export kit."),
    ];

    private static readonly HashSet<string> Bodies = [.. AiTypes.Apps, AiTypes.Workspace, AiTypes.Account];

    public static void Add(Ledger ledger, Owners owners, FlowCoverage coverage)
    {
        var byType = Lists.ToLookup(l => l.Type, StringComparer.Ordinal);
        foreach (var place in ledger.Places.Where(p => byType.Contains(p.Type) || Bodies.Contains(p.Type)).Where(p => owners.IsMember(p.Key)).ToList())
        {
            // Several lists may leave the same flow open; each is named.
            foreach (var kind in byType[place.Type].Where(l => !IsEmpty(l.List, place)).Where(l => !coverage.Covered("armresources", l.List, place.Key)).GroupBy(l => (l.Kind, l.Inward)))
                Open(place, kind.Key.Kind, kind.Key.Inward, [.. kind.Select(l => l.What.Replace("{0}", ResourceIds.Name(place.Id), StringComparison.Ordinal))], ledger);
            if (!place.HasBody && Bodies.Contains(place.Type))
                Open(place, FlowKinds.Call, inward: false, [$"The settings of {ResourceIds.Name(place.Id)} were not read: run the export kit, or az graph query on resources."], ledger);
            else if (place.Type == "microsoft.web/sites" && !ledger.SettingsRead.Contains(place.Key) && !coverage.Covered("armresources", FlowTypes.SiteSettings, place.Key))
                Open(place, FlowKinds.Call, inward: false, [$"Application settings of {ResourceIds.Name(place.Id)} were not read: they hold secrets, so the export kit leaves them; docs/flows.md says how to add them."], ledger);
        }
    }

    // Only Foundry accounts have connections and projects.
    private static bool IsEmpty(string list, Place place) =>
        list == AiTypes.Account + "/connections" && place.Kind.Length > 0 && !place.Kind.Equals("AIServices", StringComparison.OrdinalIgnoreCase);

    private static void Open(Place place, string kind, bool inward, IReadOnlyList<string> missing, Ledger ledger) =>
        ledger.Flows.Add(new(kind, inward ? End.None : End.Exact(place.Id), inward ? End.Exact(place.Id) : End.None, place.Id, place.Id, "") { Missing = missing });
}
