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
            new("Inbound", "string", "The widest that can open a connection to it: internet (more public addresses than a /8 holds); azure = workloads of any Azure tenant; corporate = listed public addresses, or a network joined to premises; network = named virtual networks, or what runs beside it, alone; nowhere; unknown. Exceptions for trusted services and resource instances stand in Bypass and do not count here."),
            new("AtLeast", "string", "Where Inbound is unknown: the widest that is certain; else the same as Inbound."),
            new("PublicAccess", "string", "open, selected, closed or unknown: what the resource's own firewall lets in from public addresses."),
            new("Ranges", "dynamic", "Public address ranges that it lets in; twenty at most, the widest first."),
            new("Bypass", "dynamic", "What passes its firewall: AzureServices, resource instances, Logging, Metrics."),
            new("PrivateEndpoints", "dynamic", "Array of bags: id, state (approved, pending …), network, subnet, dns (resolves, missing, unlinked, unknown: in its own network), tenant (own, other = in no subscription that was read, unknown)."),
            new("Networks", "dynamic", "Ids of virtual networks of which some address reaches it for certain; twenty at most."),
            new("NetworkCount", "long", "How many they are, all of them; null = not known."),
            new("Behind", "dynamic", "Ids of gateways that forward to it: API Management, Application Gateway, Front Door, load balancers. Where they can be reached from stands in their own rows."),
            new("Outbound", "string", "Where code that runs in it can reach: internet, approved (named destinations alone), network, nowhere, unknown; empty = it runs no code and calls nothing."),
            new("Destinations", "dynamic", "Named destinations that Outbound lets through; twenty at most."),
            new("Legs", "dynamic", "Array of bags: leg (public, firewall, bypass, privateEndpoint, dns, serviceEndpoint, inside, perimeter, securityGroup, route, peering, gateway, outbound), says (opens, closes, limits, unknown), id, path, value, change: the setting that decides, and the change that would turn it."),
            new("Complete", "bool", "Every leg that bears on it was read."),
            new("Missing", "dynamic", "Sentences: what was not read, and what would bring it."),
        ])
    { CarriesCompleteness = true };

    public static TableDefinition NetworkReach { get; } = new(
        "NetworkReach",
        TableKind.Derived,
        "Which subnet with code of an AI workload in it reaches which door: a row for each way that is open or not known. Where a source has no row for a door it does not reach it, as far as Complete of Exposure says that everything was read.",
        "ResourceId",
        [
            new("SourceId", "string", "Subnet; or internet, azure."),
            ResourceId, ResourceType, Door,
            new("Verdict", "string", "open or unknown."),
            new("Leg", "string", "public, serviceEndpoint, privateEndpoint, inside, or gateway = what routes a VPN or ExpressRoute gateway has learned decides, which nobody exports (always unknown): the way that opens it."),
            new("Through", "string", "The private endpoint, subnet, interface or public address that opens it; for gateway the network of the gateway."),
        ])
    { CarriesCompleteness = true };

    public static IReadOnlyList<TableDefinition> All { get; } = [Exposure, NetworkReach];
}
