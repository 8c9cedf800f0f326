namespace Ashlar.Model;

/// <summary>Tables derived from networks: from where the doors of AI workloads, data stores and vaults can be reached, and where their code can reach.</summary>
/// <remarks>Rules and their sources: docs/reach.md. A leg that was not read leaves <c>unknown</c>, never <c>nowhere</c>.</remarks>
public static class ReachTables
{
    private static readonly ColumnDefinition ResourceId = new("ResourceId", "string", "The resource whose door it is.");
    private static readonly ColumnDefinition ResourceType = new("ResourceType", "string", "Lower case.");
    private static readonly ColumnDefinition Door = new("Door", "string", "Group id of Private Link where there is one (account, blob, vault, searchService, amlworkspace, sites …), else apiServer, scm, ssh, endpoint or port/protocol.");

    public static TableDefinition Exposure { get; } = new(
        "Exposure",
        TableKind.Derived,
        "From where each door of what AI workloads own, use and keep their data in can be reached, and where its own code can reach: the legs that decide, each with its evidence.",
        "ResourceId",
        [
            ResourceId, ResourceType, Door,
            new("Inbound", "string", "The widest that can open a connection to it: internet; azure = workloads of any Azure tenant; corporate = listed public addresses, or a network joined to premises; network = named virtual networks alone; nowhere; unknown."),
            new("AtLeast", "string", "Where Inbound is unknown: the widest that is certain; else the same as Inbound."),
            new("PublicAccess", "string", "open, selected, closed or unknown: what the resource's own firewall lets in from public addresses."),
            new("Ranges", "dynamic", "Public address ranges that it lets in; twenty at most, the widest first."),
            new("Bypass", "dynamic", "What passes its firewall: AzureServices, resource instances, Logging, Metrics."),
            new("PrivateEndpoints", "dynamic", "Array of bags: id, state (approved, pending …), network, subnet, dns (resolves, missing, unlinked, unknown), tenant (own, other, unknown)."),
            new("Networks", "dynamic", "Ids of virtual networks that reach it; twenty at most."),
            new("NetworkCount", "long", "How many virtual networks reach it, all of them; null = not known."),
            new("Behind", "dynamic", "Ids of gateways that forward to it: API Management, Application Gateway, Front Door, load balancers, ingress."),
            new("Outbound", "string", "Where code that runs in it can reach: internet, approved (named destinations alone), network, nowhere, unknown; empty = it runs no code and calls nothing."),
            new("Destinations", "dynamic", "Named destinations that Outbound lets through; twenty at most."),
            new("Legs", "dynamic", "Array of bags: leg (public, firewall, bypass, privateEndpoint, dns, serviceEndpoint, perimeter, securityGroup, route, peering, gateway, outbound …), says (opens, closes, limits, unknown), id, path, value, change: the setting that decides, and the change that would turn it."),
            new("Complete", "bool", "Every leg that bears on it was read."),
            new("Missing", "dynamic", "Sentences: what was not read, and what would bring it."),
        ])
    { CarriesCompleteness = true };

    public static TableDefinition NetworkReach { get; } = new(
        "NetworkReach",
        TableKind.Derived,
        "Which subnet with code of an AI workload in it reaches which door: a row for each pair that is open or not known.",
        "ResourceId",
        [
            new("SourceId", "string", "Subnet; or internet, azure."),
            ResourceId, ResourceType, Door,
            new("Verdict", "string", "open or unknown."),
            new("Leg", "string", "public, serviceEndpoint, privateEndpoint or inside: the way that opens it."),
            new("Through", "string", "The private endpoint, rule or interface that opens it."),
        ])
    { CarriesCompleteness = true };

    public static IReadOnlyList<TableDefinition> All { get; } = [Exposure, NetworkReach];
}
