namespace Ashlar.Model;

/// <summary>Tables computed from the raw ones.</summary>
public static class DerivedTables
{
    public static TableDefinition AiWorkloads { get; } = new(
        "AiWorkloads",
        TableKind.Derived,
        "AI systems, one a row: the resources that serve one system, joined by the ids and host names in their settings. Who can do what to them stands in WorkloadAccess.",
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
            new("Owners", "dynamic", "Values of the tags owner, owners, contact and team of its own resources."),
            new("Accounts", "dynamic", "Ids of its accounts, ML workspaces, hubs and projects that are workspaces."),
            new("Projects", "dynamic", "Ids of the projects of its accounts."),
            new("Connections", "dynamic", "Ids of connections and datastores."),
            new("Indexes", "dynamic", "Ids of its search services."),
            new("Gateways", "dynamic", "Ids of gateways before it."),
            new("Apps", "dynamic", "Ids of apps that are part of it or call it."),
            new("Compute", "dynamic", "Ids of compute that serves or trains."),
            new("Vaults", "dynamic", "Ids of its vaults."),
            new("Identities", "dynamic", "Ids of its user-assigned identities."),
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

    public static IReadOnlyList<TableDefinition> All { get; } = [AiWorkloads, AiWorkloadResources, .. AccessTables.All, .. ReachTables.All, .. FlowTables.All, .. PathTables.All];
}
