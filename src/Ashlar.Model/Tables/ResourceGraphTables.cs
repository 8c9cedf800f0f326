namespace Ashlar.Model;

/// <summary>Azure Resource Graph's tables, and <c>armresources</c> with the same columns for what Resource Graph lacks.</summary>
/// <remarks>Names: learn.microsoft.com/azure/governance/resource-graph/reference/supported-tables-resources. Every table has the columns of <c>resources</c>.</remarks>
public static class ResourceGraphTables
{
    public const string Resources = "resources";
    public const string ResourceContainers = "resourcecontainers";
    public const string AuthorizationResources = "authorizationresources";
    public const string PolicyResources = "policyresources";
    public const string SecurityResources = "securityresources";
    public const string ArmResources = "armresources";

    /// <summary>The columns of every table of this kind, in the order Resource Graph shows them.</summary>
    public static IReadOnlyList<ColumnDefinition> Columns { get; } =
    [
        new("id", "string", "ARM id, as reported."),
        new("name", "string", "Last segment of the id."),
        new("type", "string", "Resource type, lower case."),
        new("tenantId", "string", "Entra tenant."),
        new("kind", "string", "Kind, where the type has kinds."),
        new("location", "string", "Azure region."),
        new("resourceGroup", "string", "Resource group, lower case; empty above resource groups."),
        new("subscriptionId", "string", "Subscription, lower case; empty above subscriptions."),
        new("managedBy", "string", "Id of the resource that manages this one."),
        new("sku", "dynamic", "Pricing tier: name, tier, capacity."),
        new("plan", "dynamic", "Marketplace plan."),
        new("properties", "dynamic", "What the resource provider reports; null when the source did not report it."),
        new("tags", "dynamic", "Tags, name to value."),
        new("identity", "dynamic", "Managed identity: type, principalId, tenantId, userAssignedIdentities."),
        new("zones", "dynamic", "Availability zones."),
        new("extendedLocation", "dynamic", "Custom location or edge zone."),
        new("systemData", "dynamic", "Who created and changed it, and when."),
    ];

    public static IReadOnlyList<TableDefinition> All { get; } =
    [
        Graph(Resources, "Every resource of the tenant: one row each."),
        Graph(ResourceContainers, "Management groups, subscriptions and resource groups."),
        Graph(AuthorizationResources, "Role assignments, role definitions and classic administrators."),
        Graph(PolicyResources, "Policy assignments, definitions, exemptions and states."),
        Graph(SecurityResources, "Defender for Cloud: assessments, plans, alerts, secure scores."),
        Graph("advisorresources", "Advisor recommendations and suppressions."),
        Graph("aksresources", "Members, profiles and runs of AKS fleets."),
        Graph("alertsmanagementresources", "Fired alerts."),
        Graph("appserviceresources", "Configuration and workflows of App Service sites."),
        Graph("awsresources", "AWS resources seen through connectors."),
        Graph("azurebusinesscontinuityresources", "Items protected by Azure Business Continuity."),
        Graph("azuredevopsplatformresources", "Azure DevOps organizations."),
        Graph("batchresources", "Batch pools."),
        Graph("capabilityresources", "Capabilities."),
        Graph("cdnresources", "Profiles, policies and routes of Azure Front Door and CDN."),
        Graph("chaosresources", "Chaos Studio experiments, targets and capabilities."),
        Graph("communitygalleryresources", "Images of community galleries."),
        Graph("computeresources", "Instances of virtual machine scale sets and their network interfaces."),
        Graph("deploymentresources", "Deployment stacks."),
        Graph("desktopvirtualizationresources", "Session hosts of Azure Virtual Desktop."),
        Graph("dnsresources", "Records of public and private DNS zones."),
        Graph("edgeorderresources", "Edge hardware orders."),
        Graph("elasticsanresources", "Elastic SAN volume groups and volumes."),
        Graph("extendedlocationresources", "Resource types enabled in custom locations."),
        Graph("extensibilityresourcechanges", "Changes of extension resources, last 14 days."),
        Graph("featureresources", "Preview feature registrations."),
        Graph("guestconfigurationresources", "Guest configuration assignments and reports."),
        Graph("healthresourcechanges", "Changes of resource health, last 14 days."),
        Graph("healthresources", "Resource health: availability statuses and annotations."),
        Graph("impactreportresources", "Workload impacts."),
        Graph("insightresources", "Associations of data collection rules."),
        Graph("insightsresources", "Associations of data collection rules (the name that published queries use)."),
        Graph("iotsecurityresources", "Defender for IoT devices, sites and sensors."),
        Graph("kubernetesconfigurationresources", "Cluster extensions and Flux configurations."),
        Graph("kustoresources", "Data connections of Data Explorer databases."),
        Graph("maintenanceresourcechanges", "Changes of maintenance resources, last 14 days."),
        Graph("maintenanceresources", "Maintenance configurations, assignments and updates."),
        Graph("managedserviceresources", "Azure Lighthouse registrations."),
        Graph("managedservicesresources", "Azure Lighthouse registrations (the name in Resource Graph's language reference)."),
        Graph("migrateresources", "Azure Migrate assessments and discovered machines."),
        Graph("networkresourcechanges", "Changes of network resources, last 14 days."),
        Graph("networkresources", "Network managers, security perimeters and firewall rule collections."),
        Graph("orbitalresources", "Spacecraft contacts."),
        Graph("patchassessmentresources", "Patches that machines miss."),
        Graph("patchinstallationresources", "Patch installations."),
        Graph("quotaresourcechanges", "Changes of quota, last 14 days."),
        Graph("quotaresources", "Usage and limits per region."),
        Graph("recoveryservicesresources", "Backup and Site Recovery: vaults, items, jobs, policies."),
        Graph("resourcechanges", "Changes of resources, last 14 days."),
        Graph("resourcecontainerchanges", "Changes of subscriptions and resource groups, last 14 days."),
        Graph("servicefabricresources", "Service Fabric applications and services."),
        Graph("servicehealthresources", "Service Health events and impacted resources."),
        Graph("spotresources", "Prices and eviction rates of spot machines."),
        Graph("supportresources", "Support tickets."),
        Graph("tagresources", "Tag names and values."),
        Graph("tagsresources", "Tag names and values (the name in Resource Graph's language reference)."),
        Graph("workloadmonitorresources", "Health of workloads on virtual machines (retired; published queries name it)."),
        new(
            ArmResources,
            TableKind.Arm,
            "ARM objects that Resource Graph lacks: model deployments, content filters, projects, connections, ML computes and endpoints, blob services and containers, diagnostic settings, locks, PIM, deny assignments.",
            "id",
            Columns),
    ];

    private static TableDefinition Graph(string name, string description) =>
        new(name, TableKind.ResourceGraph, description, "id", Columns);
}
