using System.Text.Json;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>What ML workspaces keep, train on and run.</summary>
internal static class MachineLearningFlows
{
    public const string Datastores = AiTypes.Workspace + "/datastores";
    public const string Registries = "microsoft.machinelearningservices/registries";

    public static void Workspace(FlowRow row, Ledger ledger)
    {
        var byKey = row.Properties.At("systemDatastoresAuthMode").Text() switch
        {
            { } mode when mode.Equals("identity", StringComparison.OrdinalIgnoreCase) || mode.Equals("userdelegationsas", StringComparison.OrdinalIgnoreCase) => Authentication.Identity,
            { } mode when mode.Equals("accesskey", StringComparison.OrdinalIgnoreCase) => Authentication.Key,
            _ => Authentication.Unknown,
        };
        Add("storageAccount", FlowKinds.Persist, byKey);
        // Secrets of connections and datastores.
        Add("keyVault", FlowKinds.Persist, Authentication.Identity);
        Add("applicationInsights", FlowKinds.Log, Authentication.Key);
        Add("containerRegistry", FlowKinds.Registry, Authentication.Unknown);

        void Add(string name, string kind, Authentication authentication)
        {
            var target = End.Resource(row.Properties.At(name).Text());
            if (target.IsNone)
                return;
            var inward = kind == FlowKinds.Registry;
            ledger.Flows.Add(new(kind, inward ? target : End.Exact(row.Id), inward ? End.Exact(row.Id) : target, row.Id, row.Id, "properties." + name)
            {
                Authentication = authentication,
                RunsAsOf = authentication == Authentication.Identity ? row.Id : null,
                RunsAsIdentity = row.Properties.At("primaryUserAssignedIdentity").Text(),
            });
        }
    }

    public static void Datastore(FlowRow row, Ledger ledger)
    {
        var type = row.Properties.At("datastoreType").Text() ?? "";
        var (from, path) = Store(row.Properties, type);
        var (authentication, own) = row.Properties.At("credentials.credentialsType").Text()?.ToLowerInvariant() switch
        {
            "accountkey" or "sas" => (Authentication.Key, false),
            "serviceprincipal" or "certificate" or "kerberoskeytab" or "kerberospassword" => (Authentication.Identity, false),
            "none" => (Authentication.Identity, row.Properties.At("serviceDataAccessAuthIdentity").Text()?.Contains("Workspace", StringComparison.OrdinalIgnoreCase) == true),
            _ => (Authentication.Unknown, false),
        };
        ledger.Flows.Add(new(FlowKinds.Train, from, End.Exact(row.Parent), row.Parent, row.Id, path)
        {
            Authentication = authentication,
            RunsAsOf = own ? row.Parent : null,
            Missing = from.IsNone ? [$"The store of the datastore {row.Name} was not told: run the export kit."] : [],
        });
    }

    /// <summary>Versions of data assets and inputs and outputs of jobs that name an address of their own.</summary>
    public static void Asset(FlowRow row, Ledger ledger)
    {
        var workspace = End.Resource(row.Id);
        if (workspace.IsNone)
            return;
        if (row.Properties.At("dataUri").Text() is { } data)
            Address(data, "properties.dataUri", outward: false);
        foreach (var (list, outward) in new[] { ("inputs", false), ("outputs", true) })
        {
            foreach (var member in row.Properties.At(list).Members())
            {
                if (member.Value.At("uri").Text() is { } uri)
                    Address(uri, $"properties.{list}.{member.Name}.uri", outward);
            }
        }

        void Address(string uri, string path, bool outward)
        {
            // azureml://datastores/… goes through a datastore, which has a row of its own.
            if (uri.StartsWith("azureml:", StringComparison.OrdinalIgnoreCase) || StoreUri(uri) is not { IsNone: false } store)
                return;
            ledger.Flows.Add(new(outward ? FlowKinds.Persist : FlowKinds.Train, outward ? workspace : store, outward ? store : workspace, workspace.Id!, row.Id, path));
        }
    }

    /// <summary>Deployments of endpoints: the model and the image they run, and what their environment names.</summary>
    public static void EndpointDeployment(FlowRow row, Ledger ledger)
    {
        foreach (var name in new[] { "model", "modelId", "environmentId", "modelSettings.modelId", "codeConfiguration.codeId" })
        {
            var value = row.Properties.At(name);
            var asset = value.Text() ?? value.At("assetId").Text();
            if (asset is not null && RegistryOf(asset) is { } registry)
                ledger.Flows.Add(new(FlowKinds.Registry, registry, End.Exact(Endpoint(row)), Endpoint(row), row.Id, "properties." + name));
        }

        foreach (var reference in References.In(row.Type, row.Properties.At("environmentVariables"), default))
            AppFlows.Add(Endpoint(row), row.Type, reference with { Path = "properties.environmentVariables" + reference.Path["properties".Length..] }, row.Id, ledger);
    }

    public static void Registry(FlowRow row, Ledger ledger) => ledger.AddName(Registries, row.Name, ledger.ById(row.Id)!);

    private static string Endpoint(FlowRow row) => row.Type.EndsWith("/deployments", StringComparison.Ordinal) ? row.Parent : row.Id;

    private static End? RegistryOf(string asset)
    {
        const string Start = "azureml://registries/";
        if (!asset.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
            return null;
        var name = asset[Start.Length..].Split('/')[0];
        return name.Length > 0 ? End.At(name + RegistryHost) : null;
    }

    /// <summary>Registries have no host name of their own; this end makes one, so that they are found by name like the others.</summary>
    public const string RegistryHost = ".registry.azureml";

    private static (End, string) Store(JsonElement properties, string type)
    {
        if (properties.At("oneLakeWorkspaceName").Text() is { Length: > 0 })
            return (End.At("onelake.dfs.fabric.microsoft.com"), "properties.oneLakeWorkspaceName");
        if (properties.At("storeName").Text() is { Length: > 0 } lake)
            return (Host(lake + ".azuredatalakestore.net"), "properties.storeName");
        if (properties.At("accountName").Text() is not { Length: > 0 } account)
            return (End.None, "properties.accountName");
        var service = type.Contains("Lake", StringComparison.OrdinalIgnoreCase) ? "dfs" : type.Contains("File", StringComparison.OrdinalIgnoreCase) ? "file" : "blob";
        var suffix = properties.At("endpoint").Text() is { Length: > 0 } endpoint ? endpoint : "core.windows.net";
        return (Host($"{account}.{service}.{suffix}"), "properties.accountName");
    }

    private static End Host(string host) => Uri.CheckHostName(host) == UriHostNameType.Dns ? End.At(host) : End.None;

    private static End StoreUri(string uri)
    {
        // wasbs://container@account.blob… and abfss://filesystem@account.dfs…
        var at = uri.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && (uri.StartsWith("wasb", StringComparison.OrdinalIgnoreCase) || uri.StartsWith("abfs", StringComparison.OrdinalIgnoreCase)) ? End.Of("https://" + uri[(at + 1)..])
            : uri.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? End.Of(uri) : End.None;
    }
}
