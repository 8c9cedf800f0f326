using System.Collections.Frozen;
using Ashlar.Model;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>Which table holds a resource type.</summary>
/// <remarks>Source: the list of tables and types of Azure Resource Graph (supported-tables-resources). A child type that is not in it belongs to <c>armresources</c>.</remarks>
internal static class TypeRouting
{
    /// <summary>Prefix of a lower-case type (ending in <c>/</c>: the types below it) to its table.</summary>
    private static readonly (string Prefix, string Table)[] Prefixes =
    [
        ("microsoft.authorization/policy", ResourceGraphTables.PolicyResources),
        ("microsoft.policyinsights/", ResourceGraphTables.PolicyResources),
        ("microsoft.advisor/", "advisorresources"),
        ("microsoft.chaos/experiments/", "chaosresources"),
        ("microsoft.chaos/targets", "chaosresources"),
        ("microsoft.compute/virtualmachinescalesets/virtualmachines", "computeresources"),
        ("microsoft.elasticsan/elasticsans/", "elasticsanresources"),
        ("microsoft.guestconfiguration/", "guestconfigurationresources"),
        ("microsoft.kubernetesconfiguration/", "kubernetesconfigurationresources"),
        ("microsoft.managedservices/registration", "managedserviceresources"),
        ("microsoft.network/networkmanagers/networkgroups", "networkresources"),
        ("microsoft.network/networkmanagers/securityadminconfigurations", "networkresources"),
        ("microsoft.network/networkmanagers/connectivityconfigurations", "networkresources"),
        ("microsoft.network/networksecurityperimeters/", "networkresources"),
        ("microsoft.network/dnszones/", "dnsresources"),
        ("microsoft.resourcehealth/events", "servicehealthresources"),
        ("microsoft.resourcehealth/", "healthresources"),
        ("microsoft.dataprotection/backupvaults/", "recoveryservicesresources"),
        ("microsoft.recoveryservices/vaults/", "recoveryservicesresources"),
        ("microsoft.servicefabric/clusters/", "servicefabricresources"),
        ("microsoft.servicefabric/managedclusters/", "servicefabricresources"),
        ("microsoft.support/", "supportresources"),
        ("microsoft.containerservice/fleets/", "aksresources"),
        ("microsoft.resources/tagnamespaces", "tagresources"),
    ];

    private static readonly FrozenDictionary<string, string> Exact = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["microsoft.resources/subscriptions"] = ResourceGraphTables.ResourceContainers,
        ["microsoft.resources/subscriptions/resourcegroups"] = ResourceGraphTables.ResourceContainers,
        ["microsoft.management/managementgroups"] = ResourceGraphTables.ResourceContainers,
        ["microsoft.management/servicegroups"] = ResourceGraphTables.ResourceContainers,
        ["microsoft.authorization/roleassignments"] = ResourceGraphTables.AuthorizationResources,
        ["microsoft.authorization/roledefinitions"] = ResourceGraphTables.AuthorizationResources,
        ["microsoft.authorization/classicadministrators"] = ResourceGraphTables.AuthorizationResources,
        ["microsoft.authorization/resourcemanagementprivatelinks"] = ResourceGraphTables.Resources,
        ["microsoft.authorization/locks"] = ResourceGraphTables.ArmResources,
        ["microsoft.authorization/denyassignments"] = ResourceGraphTables.ArmResources,
        ["microsoft.authorization/roleassignmentscheduleinstances"] = ResourceGraphTables.ArmResources,
        ["microsoft.authorization/roleassignmentschedules"] = ResourceGraphTables.ArmResources,
        ["microsoft.authorization/roleeligibilityscheduleinstances"] = ResourceGraphTables.ArmResources,
        ["microsoft.authorization/roleeligibilityschedules"] = ResourceGraphTables.ArmResources,
        ["microsoft.authorization/rolemanagementpolicies"] = ResourceGraphTables.ArmResources,
        ["microsoft.authorization/rolemanagementpolicyassignments"] = ResourceGraphTables.ArmResources,
        ["microsoft.resources/deployments"] = ResourceGraphTables.ArmResources,
        ["microsoft.resources/deploymentstacks"] = "deploymentresources",
        ["microsoft.insights/diagnosticsettings"] = ResourceGraphTables.ArmResources,
        ["microsoft.insights/datacollectionruleassociations"] = "insightresources",
        ["microsoft.alertsmanagement/alerts"] = "alertsmanagementresources",
        ["microsoft.batch/batchaccounts/pools"] = "batchresources",
        ["microsoft.desktopvirtualization/hostpools/sessionhosts"] = "desktopvirtualizationresources",
        ["microsoft.kusto/clusters/databases/dataconnections"] = "kustoresources",
        ["microsoft.network/firewallpolicies/rulecollectiongroups"] = "networkresources",
        ["microsoft.web/sites/config"] = "appserviceresources",
        ["microsoft.web/sites/slots/config"] = "appserviceresources",
        ["microsoft.maintenance/configurationassignments"] = "maintenanceresources",
        ["microsoft.maintenance/applyupdates"] = "maintenanceresources",
        ["microsoft.maintenance/updates"] = "maintenanceresources",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Types of Defender for Cloud that Resource Graph keeps in <c>securityresources</c>; its tracked ones are in <c>resources</c>.</summary>
    private static readonly FrozenDictionary<string, string> Security = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["assignments"] = ResourceGraphTables.Resources,
        ["automations"] = ResourceGraphTables.Resources,
        ["customassessmentautomations"] = ResourceGraphTables.Resources,
        ["customentitystoreassignments"] = ResourceGraphTables.Resources,
        ["datascanners"] = ResourceGraphTables.Resources,
        ["iotsecuritysolutions"] = ResourceGraphTables.Resources,
        ["securityconnectors"] = ResourceGraphTables.Resources,
        ["standards"] = ResourceGraphTables.Resources,
        ["advancedthreatprotectionsettings"] = ResourceGraphTables.ArmResources,
        ["autoprovisioningsettings"] = ResourceGraphTables.ArmResources,
        ["defenderforaisettings"] = ResourceGraphTables.ArmResources,
        ["defenderforstoragesettings"] = ResourceGraphTables.ArmResources,
        ["securitycontacts"] = ResourceGraphTables.ArmResources,
        ["settings"] = ResourceGraphTables.ArmResources,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Child types that Resource Graph keeps in <c>resources</c>.</summary>
    private static readonly FrozenSet<string> TrackedChildren = new[]
    {
        "microsoft.app/managedenvironments/certificates", "microsoft.app/managedenvironments/managedcertificates",
        "microsoft.automation/automationaccounts/configurations", "microsoft.automation/automationaccounts/runbooks",
        "microsoft.compute/galleries/images", "microsoft.compute/galleries/images/versions",
        "microsoft.compute/galleries/applications", "microsoft.compute/galleries/applications/versions",
        "microsoft.compute/hostgroups/hosts", "microsoft.compute/capacityreservationgroups/capacityreservations",
        "microsoft.compute/virtualmachines/extensions", "microsoft.compute/virtualmachines/runcommands",
        "microsoft.cdn/profiles/endpoints", "microsoft.cdn/profiles/afdendpoints",
        "microsoft.containerregistry/registries/agentpools", "microsoft.containerregistry/registries/buildtasks",
        "microsoft.containerregistry/registries/replications", "microsoft.containerregistry/registries/taskruns",
        "microsoft.containerregistry/registries/tasks", "microsoft.containerregistry/registries/webhooks",
        "microsoft.devtestlab/labs/virtualmachines", "microsoft.devtestlab/labs/servicerunners",
        "microsoft.healthcareapis/workspaces/dicomservices", "microsoft.healthcareapis/workspaces/fhirservices", "microsoft.healthcareapis/workspaces/iotconnectors",
        "microsoft.hybridcompute/machines/extensions", "microsoft.hybridcompute/machines/runcommands", "microsoft.hybridcompute/machines/licenseprofiles",
        "microsoft.logic/integrationserviceenvironments/managedapis",
        "microsoft.machinelearningservices/workspaces/batchendpoints", "microsoft.machinelearningservices/workspaces/batchendpoints/deployments",
        "microsoft.machinelearningservices/workspaces/inferencepools", "microsoft.machinelearningservices/workspaces/inferencepools/endpoints",
        "microsoft.machinelearningservices/workspaces/inferencepools/groups",
        "microsoft.machinelearningservices/workspaces/onlineendpoints", "microsoft.machinelearningservices/workspaces/onlineendpoints/deployments",
        "microsoft.machinelearningservices/workspaces/registries", "microsoft.machinelearningservices/workspaces/serverlessendpoints",
        "microsoft.maps/accounts/creators",
        "microsoft.netapp/netappaccounts/backuppolicies", "microsoft.netapp/netappaccounts/backupvaults", "microsoft.netapp/netappaccounts/capacitypools",
        "microsoft.netapp/netappaccounts/capacitypools/volumes", "microsoft.netapp/netappaccounts/snapshotpolicies",
        "microsoft.network/dnsresolvers/inboundendpoints", "microsoft.network/dnsresolvers/outboundendpoints",
        "microsoft.network/networkmanagers/ipampools", "microsoft.network/networkmanagers/verifierworkspaces",
        "microsoft.network/networkwatchers/connectionmonitors", "microsoft.network/networkwatchers/flowlogs",
        "microsoft.network/privatednszones/virtualnetworklinks", "microsoft.network/virtualhubs/bgpconnections", "microsoft.network/virtualhubs/ipconfigurations",
        "microsoft.notificationhubs/namespaces/notificationhubs",
        "microsoft.resources/templatespecs/versions",
        "microsoft.signalrservice/signalr/replicas", "microsoft.signalrservice/webpubsub/replicas",
        "microsoft.sql/managedinstances/databases", "microsoft.sql/servers/databases", "microsoft.sql/servers/elasticpools", "microsoft.sql/servers/jobagents",
        "microsoft.storage/storageaccounts/connectors",
        "microsoft.synapse/workspaces/bigdatapools", "microsoft.synapse/workspaces/kustopools", "microsoft.synapse/workspaces/sqlpools",
        "microsoft.web/sites/certificates", "microsoft.web/sites/slots", "microsoft.web/sites/workflows",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="type">Lower case.</param>
    /// <param name="isExtension">The id has a second <c>/providers/</c>: it belongs to another resource.</param>
    public static string TableOf(string type, bool isExtension)
    {
        if (Exact.TryGetValue(type, out var table))
        {
            return table;
        }

        if (type.StartsWith("microsoft.security/", StringComparison.Ordinal))
        {
            var first = type["microsoft.security/".Length..].Split('/')[0];
            return Security.GetValueOrDefault(first, ResourceGraphTables.SecurityResources);
        }

        if (PrivateDnsRecord(type))
        {
            return "dnsresources";
        }

        foreach (var (prefix, prefixTable) in Prefixes)
        {
            if (type.StartsWith(prefix, StringComparison.Ordinal) && type != "microsoft.kubernetesconfiguration/privatelinkscopes")
            {
                return prefixTable;
            }
        }

        if (isExtension)
        {
            return ResourceGraphTables.ArmResources;
        }

        var slash = type.IndexOf('/', StringComparison.Ordinal);
        var isChild = slash >= 0 && type.IndexOf('/', slash + 1) >= 0;
        return isChild && !TrackedChildren.Contains(type) ? ResourceGraphTables.ArmResources : ResourceGraphTables.Resources;
    }

    private static bool PrivateDnsRecord(string type) =>
        type.StartsWith("microsoft.network/privatednszones/", StringComparison.Ordinal) && !type.EndsWith("/virtualnetworklinks", StringComparison.Ordinal);
}
