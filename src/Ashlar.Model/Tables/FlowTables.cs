namespace Ashlar.Model;

/// <summary>Tables derived from what stores, indexes, connections, tools and logs name: how data moves through AI workloads.</summary>
/// <remarks>Kinds of flow and their sources: docs/flows.md.</remarks>
public static class FlowTables
{
    public static TableDefinition DataFlows { get; } = new(
        "DataFlows",
        TableKind.Derived,
        "How data moves: from a store to an index, a model, an agent, a tool or a log, one row for each step; who can write where it comes from and read where it goes.",
        "FromId",
        [
            new("FlowId", "string", "Stable while its two ends and its kind stay: fl- and 16 hex digits."),
            new("Kind", "string", "index (documents to a search index), retrieve (index or store to a model, an agent or an application), use (store to an application whose settings name it; they do not tell whether it writes there too), train (data to a workspace, by a datastore, an asset or a job), fineTune, call (application, agent, index or gateway to a model), tool (agent or index to what it may call), persist (threads, files, secrets, results of a service to a store), registry (image or model to where it runs), log (logs to where they are kept), event (notices of changes to who subscribed), export (logs sent on from where they are kept, or to a partner), replicate (a copy, in another account or in another region)."),
            new("FromId", "string", "Where the data comes from: ARM id; the host name when no resource of that name was read; empty = it may come from somewhere that was not read, see Missing."),
            new("FromType", "string", "Lower case; host when only a host name is known; empty when FromId is and no setting tells."),
            new("ToId", "string", "Where it goes: ARM id or host name; empty = it may go somewhere that was not read, see Missing."),
            new("ToType", "string", "Lower case; host when only a host name is known; empty when ToId is."),
            new("WorkloadIds", "dynamic", "AI workloads whose resource states the flow, or whose own data, index or model it starts or ends in."),
            new("ViaId", "string", "The resource whose setting says so: connection, datastore, data source, diagnostic setting …; a role assignment where nothing but the role of an identity tells."),
            new("ViaPath", "string", "Path of that setting in ViaId, such as properties.target."),
            new("Authentication", "string", "identity, key, anonymous, none (the service moves the data itself) or unknown: how the reader shows who it is; the weakest of several settings that state the same flow."),
            new("RunsAs", "string", "Principal id of the identity that moves the data; empty when it is none or not known."),
            new("FromRegion", "string", "Region name; global; empty = not known."),
            new("ToRegion", "string", "Region name; global; empty = not known."),
            new("Processing", "string", "region, dataZone, global: where the models that receive it may compute, the widest of their deployments; empty = no model does, or it is not known."),
            new("CrossesRegion", "bool", "Its ends stand in two regions, or the model may compute outside of its own; null = not known."),
            new("CrossesTenant", "bool", "One end stands in another tenant or outside of Azure; null = not known."),
            new("DataClass", "string", "Highest class that tags, labels or ashlar.yaml give to where it comes from: public, internal, confidential, restricted, or a word of the tenant's own; empty = none given."),
            new("ClassSource", "string", "tag, label or ashlar.yaml, with what it says: where the class is stated."),
            new("Writers", "long", "Distinct principals that can write where it comes from now, by ResourceAccess; null = not known, or nothing there that is counted."),
            new("Readers", "long", "Distinct principals that can read where it goes now, by ResourceAccess; null = not known, or nothing there that is counted."),
            new("AnyoneWrites", "bool", "Everyone of the tenant, or anyone at all, can write where it comes from; null = not known."),
            new("AnyoneReads", "bool", "Everyone of the tenant, or anyone at all, can read where it goes; null = not known."),
            new("Complete", "bool", "Everything that bears on this row was read."),
            new("Missing", "dynamic", "Sentences: what was not read, and what would bring it."),
        ])
    { CarriesCompleteness = true };

    public static IReadOnlyList<TableDefinition> All { get; } = [DataFlows];
}
