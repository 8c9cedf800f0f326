using System.Text.Json;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>What fills a search index: data sources, skills, vectorizers, shared private links.</summary>
internal static class SearchFlows
{
    public const string DataSources = AiTypes.Search + "/datasources";
    public const string Skillsets = AiTypes.Search + "/skillsets";
    public const string Indexes = AiTypes.Search + "/indexes";

    // Names of the data plane; docs/flows.md.
    private static readonly Dictionary<string, string> SourceTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["azureblob"] = AiTypes.Storage,
        ["adlsgen2"] = AiTypes.Storage,
        ["azurefile"] = AiTypes.Storage,
        ["azuretable"] = AiTypes.Storage,
        ["cosmosdb"] = "microsoft.documentdb/databaseaccounts",
        ["azuresql"] = "microsoft.sql/servers",
        ["mysql"] = "microsoft.dbformysql/flexibleservers",
    };

    public static void PrivateLink(FlowRow row, Ledger ledger)
    {
        // A link that was refused or taken away carries nothing.
        if (row.Properties.At("status").Text() is { } status && (status.Equals("Rejected", StringComparison.OrdinalIgnoreCase) || status.Equals("Disconnected", StringComparison.OrdinalIgnoreCase)))
            return;
        var target = End.Resource(row.Properties.At("privateLinkResourceId").Text());
        if (target.IsNone)
            return;
        // A link to a vault is for keys: no data flows.
        var kind = ResourceIds.Type(target.Id!) switch
        {
            AiTypes.Account or AiTypes.Workspace => FlowKinds.Call,
            "microsoft.web/sites" => FlowKinds.Tool,
            "microsoft.sql/managedinstances" or "microsoft.dbformysql/servers" => FlowKinds.Index,
            var type => AppFlows.KindOf(type ?? "") == FlowKinds.Use ? FlowKinds.Index : null,
        };
        if (kind is null)
            return;
        var search = End.Exact(row.Parent);
        var inward = kind == FlowKinds.Index;
        ledger.Flows.Add(new(kind, inward ? target : search, inward ? search : target, row.Parent, row.Id, "properties.privateLinkResourceId") { RunsAsOf = row.Parent, Inferred = true });
    }

    public static void DataSource(FlowRow row, Ledger ledger)
    {
        var connection = row.Properties.At("credentials.connectionString").Text();
        var (from, authentication) = Store(connection);
        ledger.Flows.Add(new(FlowKinds.Index, from, End.Exact(row.Parent), row.Parent, row.Id, "properties.credentials.connectionString")
        {
            FromType = from.IsNone ? SourceTypes.GetValueOrDefault(row.Properties.At("type").Text() ?? "", "") : "",
            Authentication = authentication,
            RunsAsOf = authentication == Authentication.Identity ? row.Parent : null,
            RunsAsIdentity = row.Properties.At("identity.userAssignedIdentity").Text(),
            Missing = from.IsNone ? ["The store of this data source was not told: read it with includeConnectionString=true, docs/flows.md."] : [],
        });
    }

    public static void Skillset(FlowRow row, Ledger ledger)
    {
        foreach (var (skill, i) in row.Properties.At("skills").Items().Select((s, i) => (s, i)))
        {
            Models(skill, $"properties.skills[{i}]", row, ledger);
            if (skill.At("uri").Text() is { } uri)
                ledger.Flows.Add(new(FlowKinds.Tool, End.Exact(row.Parent), End.Of(uri), row.Parent, row.Id, $"properties.skills[{i}].uri"));
        }

        if (row.Properties.At("cognitiveServices.subdomainUrl").Text() is { } account)
            ledger.Flows.Add(new(FlowKinds.Call, End.Exact(row.Parent), End.Of(account), row.Parent, row.Id, "properties.cognitiveServices.subdomainUrl"));
        var (store, authentication) = Store(row.Properties.At("knowledgeStore.storageConnectionString").Text());
        if (!store.IsNone)
            ledger.Flows.Add(new(FlowKinds.Persist, End.Exact(row.Parent), store, row.Parent, row.Id, "properties.knowledgeStore.storageConnectionString") { Authentication = authentication });
    }

    public static void Index(FlowRow row, Ledger ledger)
    {
        foreach (var (vectorizer, i) in row.Properties.At("vectorSearch.vectorizers").Items().Select((v, i) => (v, i)))
        {
            Models(vectorizer.At("azureOpenAIParameters"), $"properties.vectorSearch.vectorizers[{i}].azureOpenAIParameters", row, ledger);
            if (vectorizer.At("customWebApiParameters.uri").Text() is { } uri)
                ledger.Flows.Add(new(FlowKinds.Tool, End.Exact(row.Parent), End.Of(uri), row.Parent, row.Id, $"properties.vectorSearch.vectorizers[{i}].customWebApiParameters.uri"));
        }
    }

    private static void Models(JsonElement settings, string path, FlowRow row, Ledger ledger)
    {
        if (settings.At("resourceUri").Text() is not { } uri)
            return;
        var key = settings.At("apiKey").Text() is { Length: > 0 };
        ledger.Flows.Add(new(FlowKinds.Call, End.Exact(row.Parent), End.Of(uri), row.Parent, row.Id, path + ".resourceUri")
        {
            Authentication = key ? Authentication.Key : Authentication.Unknown,
            RunsAsOf = key ? null : row.Parent,
            Deployment = settings.At("deploymentId").Text(),
        });
    }

    // "ResourceId=/subscriptions/…;" for an identity, else a connection string whose secret was left out.
    private static (End, Authentication) Store(string? connection)
    {
        if (connection is null)
            return (End.None, Authentication.Unknown);
        var references = References.InText(connection);
        if (references.FirstOrDefault(r => r.Id is not null) is { } id)
            return (End.Resource(id.Id), connection.Contains("AccountKey", StringComparison.OrdinalIgnoreCase) ? Authentication.Key : Authentication.Identity);
        if (references is [var host, ..])
            return (End.At(host.Host), Authentication.Key);
        var account = connection.Split(';').Select(p => p.Split('=', 2)).FirstOrDefault(p => p.Length == 2 && p[0].Trim().Equals("AccountName", StringComparison.OrdinalIgnoreCase))?[1].Trim();
        return account is { Length: > 0 } && Uri.CheckHostName(account) == UriHostNameType.Dns ? (End.At(account + ".blob.core.windows.net"), Authentication.Key) : (End.None, Authentication.Unknown);
    }
}
