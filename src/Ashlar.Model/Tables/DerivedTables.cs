namespace Ashlar.Model;

/// <summary>Tables computed from the raw ones.</summary>
public static class DerivedTables
{
    public static TableDefinition AiWorkloads { get; } = new(
        "AiWorkloads",
        TableKind.Derived,
        "AI systems, one a row: the resources that serve one system, joined by the ids and host names in their settings. Who may call them and how far they are exposed needs the access graph and is not among the columns.",
        "RootId",
        [
            new("WorkloadId", "string", "Stable while the main root stays: wl- and 16 hex digits."),
            new("Name", "string", "Value of the tag workload or application, else the resource group, when its own resources agree and no other workload bears it; else the name of the main root."),
            new("Environment", "string", "Value of the tag environment, env or stage when its own resources agree; else empty."),
            new("RootId", "string", "The AI resource the others were found from."),
            new("SubscriptionIds", "dynamic", "Subscriptions of its own resources."),
            new("Locations", "dynamic", "Regions of its own resources."),
            new("Models", "dynamic", "Array of bags: deploymentId, model, version, sku, filter (default, custom, weakened, none, notSeen), filterPolicy, filterDetail."),
            new("RunAs", "dynamic", "Array of bags: holderId, identityId (null for the holder's own identity), principalId."),
            new("DataStores", "dynamic", "Ids of stores and indexes that it reaches by reference."),
            new("Resources", "long", "Rows of AiWorkloadResources."),
        ]);

    public static TableDefinition AiWorkloadResources { get; } = new(
        "AiWorkloadResources",
        TableKind.Derived,
        "Which resource serves which AI workload, in which role, and what ties it to it.",
        "ResourceId",
        [
            new("WorkloadId", "string", "See AiWorkloads."),
            new("ResourceId", "string", "ARM id; the host name when a host is named and no resource of that name was read."),
            new("Type", "string", "Lower case."),
            new("Role", "string", "model, project, app, gateway, index, data, secrets, identity, compute, registry, network, monitor or other."),
            new("Via", "string", "root, child, or the path at which the reference stands."),
            new("ReferredBy", "string", "The resource that holds the reference; empty for roots."),
            new("Shared", "bool", "It serves other AI workloads too."),
            new("Seen", "bool", "The snapshot has a row of it."),
        ]);

    public static IReadOnlyList<TableDefinition> All { get; } = [AiWorkloads, AiWorkloadResources, .. AccessTables.All];
}
