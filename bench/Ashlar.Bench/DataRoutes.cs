namespace Ashlar.Bench;

/// <summary>What says how data moves through the AI of each block: sources of its index, datastores, connections, logs, open containers.</summary>
internal sealed class DataRoutes(Estate estate)
{
    private const string Search = "microsoft.search/searchservices";

    public void Write(ExportFolder folder)
    {
        using (var sources = folder.Arm(Search + "/datasources"))
        using (var connections = folder.Arm("microsoft.cognitiveservices/accounts/connections"))
        using (var datastores = folder.Arm("microsoft.machinelearningservices/workspaces/datastores"))
        using (var logs = folder.Arm("microsoft.insights/diagnosticsettings"))
        using (var containers = folder.Arm("microsoft.storage/storageaccounts/blobservices/containers"))
        {
            for (var block = 0; block < estate.Blocks; block++)
            {
                if (estate.HasAi(block))
                {
                    Block(block, sources, connections, datastores, logs, containers);
                }
            }
        }

        folder.Empty("armresources", Search + "/skillsets");
        folder.Empty("armresources", Search + "/indexes");
    }

    private void Block(int block, StreamWriter sources, StreamWriter connections, StreamWriter datastores, StreamWriter logs, StreamWriter containers)
    {
        var start = block * Estate.BlockLength;
        if (estate.Next(start, "Microsoft.CognitiveServices/accounts") is not { } account
            || estate.Next(start, "Microsoft.MachineLearningServices/workspaces") is not { } workspace
            || estate.Next(start, "Microsoft.Search/searchServices") is not { } search
            || estate.Next(start, "Microsoft.Storage/storageAccounts") is not { } storage)
        {
            return;
        }

        var dice = Dice.For(estate.Size.Seed, Draw.Route, block);
        var store = estate.Id(storage);
        // Some sources hold a connection string, and the service does not tell it.
        var source = dice.Next(4) == 0 ? "null" : $"\"ResourceId={store};\"";
        Row(sources, $"{estate.Id(search)}/datasources/documents", "Microsoft.Search/searchServices/datasources", $$"""
            "type":"azureblob","credentials":{"connectionString":{{source}}},"container":{"name":"documents"}
            """);
        Row(connections, $"{estate.Id(account)}/connections/index", "Microsoft.CognitiveServices/accounts/connections", $$"""
            "category":"CognitiveSearch","authType":"{{dice.Either("AAD", "ApiKey")}}","target":"https://{{Name(search)}}.search.windows.net","isSharedToAll":true,"metadata":{"ResourceId":"{{estate.Id(search)}}"}
            """);
        if (dice.Yes())
        {
            Row(connections, $"{estate.Id(account)}/connections/tool", "Microsoft.CognitiveServices/accounts/connections", $$"""
                "category":"RemoteTool","authType":"CustomKeys","target":"https://tools-{{block}}.example/sse","isSharedToAll":true,"metadata":{}
                """);
        }

        Row(datastores, $"{estate.Id(workspace)}/datastores/workspaceblobstore", "Microsoft.MachineLearningServices/workspaces/datastores", $$"""
            "datastoreType":"AzureBlob","accountName":"{{Name(storage)}}","containerName":"documents","endpoint":"core.windows.net","protocol":"https","isDefault":true,"serviceDataAccessAuthIdentity":"WorkspaceSystemAssignedIdentity","credentials":{"credentialsType":"{{dice.Either("None", "AccountKey")}}"}
            """);
        Row(logs, $"{estate.Id(account)}/providers/Microsoft.Insights/diagnosticSettings/kept", "Microsoft.Insights/diagnosticSettings", $$"""
            "storageAccountId":"{{store}}","logs":[{"categoryGroup":"allLogs","enabled":{{dice.Either("true", "false")}} }],"metrics":[]
            """);
        Row(containers, $"{store}/blobServices/default/containers/documents", "Microsoft.Storage/storageAccounts/blobServices/containers", $$"""
            "publicAccess":"{{dice.Either("None", "Blob")}}"
            """);
    }

    private string Name(int number) => estate.Id(number)[(estate.Id(number).LastIndexOf('/') + 1)..];

    private static void Row(StreamWriter file, string id, string type, string properties) =>
        file.WriteLine($$"""
            {"id":"{{id}}","name":"{{id[(id.LastIndexOf('/') + 1)..]}}","type":"{{type}}","properties":{ {{properties.Trim()}} } }
            """.Trim());
}
