using System.Text.Json;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>Apps, pipelines, clusters and gateways: what the names in their settings lead to, by what stands behind the name.</summary>
internal static class AppFlows
{
    private const string Connections = "microsoft.web/connections";

    private static readonly Dictionary<string, string> Targets = new(StringComparer.Ordinal)
    {
        [AiTypes.Account] = FlowKinds.Call,
        [AiTypes.Workspace] = FlowKinds.Call,
        [AiTypes.Workspace + "/onlineendpoints"] = FlowKinds.Call,
        [AiTypes.Gateway] = FlowKinds.Call,
        [AiTypes.Search] = FlowKinds.Retrieve,
        [AiTypes.Storage] = FlowKinds.Use,
        ["microsoft.documentdb/databaseaccounts"] = FlowKinds.Use,
        ["microsoft.sql/servers"] = FlowKinds.Use,
        ["microsoft.dbforpostgresql/flexibleservers"] = FlowKinds.Use,
        ["microsoft.dbformysql/flexibleservers"] = FlowKinds.Use,
        ["microsoft.cache/redis"] = FlowKinds.Use,
        ["microsoft.kusto/clusters"] = FlowKinds.Use,
        ["microsoft.eventhub/namespaces"] = FlowKinds.Use,
        ["microsoft.servicebus/namespaces"] = FlowKinds.Use,
        ["microsoft.databricks/workspaces"] = FlowKinds.Use,
        ["microsoft.insights/components"] = FlowKinds.Log,
        ["microsoft.operationalinsights/workspaces"] = FlowKinds.Log,
        ["microsoft.containerregistry/registries"] = FlowKinds.Registry,
        [Connections] = FlowKinds.Tool,
    };

    /// <summary>What an app does with a resource of this type; null: nothing that moves data.</summary>
    public static string? KindOf(string type) => Targets.GetValueOrDefault(type);

    public static void App(FlowRow row, Ledger ledger) => Of(row.Id, row, ledger);

    /// <summary>Settings, linked services and the like count for the app they lie in.</summary>
    public static void Part(FlowRow row, Ledger ledger) => Of(End.Resource(row.Id).Id ?? row.Id, row, ledger);

    public static void Add(string carrier, string carrierType, Reference reference, string via, Ledger ledger)
    {
        var type = reference.Id is not null ? ResourceIds.Type(reference.Id) : HostNames.Type(reference.Host!);
        if (type is null || reference.Path.StartsWith("identity", StringComparison.Ordinal))
            return;
        // A bot is but the door of the app that answers.
        var kind = type is "microsoft.web/sites" or AiTypes.ContainerApp && carrierType == AiTypes.Bot ? FlowKinds.Call : KindOf(type);
        if (kind is null)
            return;
        var end = reference.Id is not null ? End.Exact(reference.Id) : End.At(reference.Host);
        var inward = kind is FlowKinds.Retrieve or FlowKinds.Use or FlowKinds.Registry;
        ledger.Flows.Add(new(kind, inward ? end : End.Exact(carrier), inward ? End.Exact(carrier) : end, carrier, via, reference.Path));
    }

    private static void Of(string carrier, FlowRow row, Ledger ledger)
    {
        var key = ResourceIds.Key(carrier);
        foreach (var reference in References.In(row.Type, row.Properties, default))
        {
            if (reference.Id is null || reference.Key != key)
                Add(carrier, row.Type, reference, row.Id, ledger);
        }

        foreach (var image in Images(row.Properties))
            ledger.Flows.Add(new(FlowKinds.Registry, End.At(image.Host), End.Exact(carrier), carrier, row.Id, image.Path));
        if (!row.HasBody)
            return;
        foreach (var host in ExternalHosts.ModelsIn(row.Properties.GetRawText()))
            ledger.Flows.Add(new(FlowKinds.Call, End.Exact(carrier), End.At(host), carrier, row.Id, "properties"));
    }

    // Images of registries that are not Azure's; those of Azure's are found by their host.
    private static IEnumerable<(string Host, string Path)> Images(JsonElement properties)
    {
        foreach (var path in new[] { "template.containers", "template.initContainers", "containers" })
        {
            var n = 0;
            foreach (var container in properties.At(path).Items())
            {
                var i = n++;
                if ((container.At("image").Text() ?? container.At("properties.image").Text()) is not { Length: > 0 } image)
                    continue;
                var first = image.Split('/')[0];
                var named = image.Contains('/', StringComparison.Ordinal) && (first.Contains('.', StringComparison.Ordinal) || first.Contains(':', StringComparison.Ordinal));
                // An image without a registry is Docker Hub's.
                var host = named ? first.Split(':')[0].ToLowerInvariant() : "docker.io";
                if (HostNames.Type(host) is null && Uri.CheckHostName(host) == UriHostNameType.Dns)
                    yield return (host, $"properties.{path}[{i}].image");
            }
        }
    }
}
