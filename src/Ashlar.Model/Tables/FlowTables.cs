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
            new("Kind", "string", "index (documents to a search index), retrieve (index or store to a model or agent), train (data to a training job, datastore to a workspace), fineTune, call (application or gateway to a model), tool (agent or model to what it may call), persist (threads, files, completions of a service to a store), registry (image or model to where it runs), log (logs to where they are kept), export (data to another tenant or out of Azure), replicate."),
            new("FromId", "string", "Where the data comes from: ARM id, or the host name when no resource of that name was read."),
            new("FromType", "string", "Lower case; host when only a host name is known."),
            new("ToId", "string", "Where it goes: ARM id or host name."),
            new("ToType", "string", "Lower case; host when only a host name is known."),
            new("WorkloadIds", "dynamic", "AI workloads that own the flow."),
            new("ViaId", "string", "The resource whose setting says so: connection, datastore, data source, indexer, diagnostic setting …"),
            new("ViaPath", "string", "Path of that setting in ViaId, such as properties.target."),
            new("Authentication", "string", "identity, key, anonymous, none or unknown: how the reader shows who it is."),
            new("RunsAs", "string", "Principal id of the identity that moves the data; empty when it is none or not known."),
            new("FromRegion", "string", "Region name; global; empty = not known."),
            new("ToRegion", "string", "Region name; global; empty = not known."),
            new("Processing", "string", "region, dataZone, global or empty: where the model that receives it may compute."),
            new("CrossesRegion", "bool", "Its ends stand in two regions, or the model computes outside; null = not known."),
            new("CrossesTenant", "bool", "One end stands in another tenant or outside of Azure; null = not known."),
            new("DataClass", "string", "Highest class that tags, labels or ashlar.yaml give to where it comes from; empty = none given."),
            new("ClassSource", "string", "tag, purview or ashlar.yaml, with the name: where the class is stated."),
            new("Writers", "long", "Distinct principals that can write where it comes from; null = not known."),
            new("Readers", "long", "Distinct principals that can read where it goes; null = not known."),
            new("AnyoneWrites", "bool", "Everyone of the tenant, or anyone at all, can write where it comes from; null = not known."),
            new("AnyoneReads", "bool", "Everyone of the tenant, or anyone at all, can read where it goes; null = not known."),
            new("Complete", "bool", "Everything that bears on this row was read."),
            new("Missing", "dynamic", "Sentences: what was not read, and what would bring it."),
        ])
    { CarriesCompleteness = true };

    public static IReadOnlyList<TableDefinition> All { get; } = [DataFlows];
}
