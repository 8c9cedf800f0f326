using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>Connections of Foundry accounts, Foundry projects and ML workspaces.</summary>
internal static class ConnectionFlows
{
    // Microsoft.CognitiveServices and Microsoft.MachineLearningServices name the same categories; docs/flows.md. What is not here is a tool.
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AzureOpenAI"] = FlowKinds.Call,
        ["AIServices"] = FlowKinds.Call,
        ["CognitiveService"] = FlowKinds.Call,
        ["OpenAI"] = FlowKinds.Call,
        ["Serverless"] = FlowKinds.Call,
        ["ManagedOnlineEndpoint"] = FlowKinds.Call,
        ["ModelGateway"] = FlowKinds.Call,
        ["ApiManagement"] = FlowKinds.Call,
        ["AppInsights"] = FlowKinds.Log,
        ["AzureKeyVault"] = FlowKinds.Persist,
        ["ContainerRegistry"] = FlowKinds.Registry,
        ["GenericContainerRegistry"] = FlowKinds.Registry,
        ["PythonFeed"] = FlowKinds.Registry,
        ["Git"] = FlowKinds.Registry,
    };

    private static readonly HashSet<string> Stores = new(StringComparer.OrdinalIgnoreCase)
    {
        "CognitiveSearch", "AzureAISearch", "AzureBlob", "AzureStorageAccount", "ADLSGen2", "AzureDataLakeGen2", "AzureTableStorage", "AzureOneLake", "MicrosoftFabric", "CosmosDb", "CosmosDbMongoDbApi",
        "AzureSqlDb", "AzureSqlMi", "AzureSynapseAnalytics", "AzureMySqlDb", "AzurePostgresDb", "AzureMariaDb", "AzureDataExplorer", "AzureDatabricksDeltaLake", "Databricks", "Redis", "S3", "AmazonS3Compatible",
        "AmazonRdsForOracle", "AmazonRdsForSqlServer", "AmazonRedshift", "Snowflake", "GoogleBigQuery", "GoogleCloudStorage", "OracleCloudStorage", "Oracle", "SqlServer", "PostgreSql", "MySql", "MariaDb", "Db2",
        "Teradata", "Vertica", "Netezza", "Greenplum", "Hive", "Hbase", "Impala", "Hdfs", "Spark", "Phoenix", "Presto", "Drill", "Cassandra", "Couchbase", "MongoDbV2", "MongoDbAtlas", "Pinecone", "Elasticsearch",
        "SapHana", "SapTable", "SapBw", "SapEcc", "SapOpenHub", "Sybase", "Informix", "FileServer", "FtpServer", "Sftp", "Sharepoint", "SharePointOnlineList", "WebTable",
    };

    private static readonly HashSet<string> Bing = new(StringComparer.OrdinalIgnoreCase) { "BingLLMSearch", "GroundingWithBingSearch", "GroundingWithCustomSearch", "BingCustomSearch" };

    public static void Connection(FlowRow row, Ledger ledger)
    {
        var holder = row.Parent;
        var category = row.Properties.At("category").Text() ?? "";
        var authentication = Of(row.Properties.At("authType").Text());
        var (target, path) = Target(row);
        ledger.Connections[(ResourceIds.Key(holder), row.Name.ToLowerInvariant())] = (target, authentication, row.Id);
        var kind = Stores.Contains(category) ? FlowKinds.Retrieve : Kinds.GetValueOrDefault(category, FlowKinds.Tool);
        var inward = kind is FlowKinds.Retrieve or FlowKinds.Registry;
        var isBing = Bing.Contains(category) || target.Host is "api.bing.microsoft.com";
        ledger.Flows.Add(new(kind, inward ? target : End.Exact(holder), inward ? End.Exact(holder) : target, holder, row.Id, path)
        {
            Authentication = authentication,
            RunsAsOf = authentication == Authentication.Identity ? holder : null,
            Leaves = isBing,
            Missing = target.IsNone ? [$"The target of the connection {row.Name} was not told: run the export kit."] : [],
        });
    }

    private static (End Target, string Path) Target(FlowRow row)
    {
        if (row.Properties.At("metadata.ResourceId").Text() is { } id && End.Resource(id) is { IsNone: false } resource)
            return (resource, "properties.metadata.ResourceId");
        return (End.Of(row.Properties.At("target").Text()), "properties.target");
    }

    /// <summary>Words of authType; what shows a principal is an identity, whoever keeps its secret.</summary>
    private static Authentication Of(string? type) => type?.ToLowerInvariant() switch
    {
        "aad" or "managedidentity" or "accountmanagedidentity" or "projectmanagedidentity" or "agenticidentitytoken" or "agenticuser" or "userentratoken" or "serviceprincipal" or "oauth2" => Authentication.Identity,
        "apikey" or "accountkey" or "accesskey" or "customkeys" or "sas" or "pat" or "usernamepassword" => Authentication.Key,
        "none" or "anonymous" => Authentication.Anonymous,
        _ => Authentication.Unknown,
    };
}
