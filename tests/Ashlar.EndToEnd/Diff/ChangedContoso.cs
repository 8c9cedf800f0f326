using System.Text.Json.Nodes;
using Ashlar.EndToEnd.Tenants;

namespace Ashlar.EndToEnd.Diff;

/// <summary>The sample tenant a week later: one account opened, one closed, one service deleted, one role given, one list that could not be read.</summary>
internal static class ChangedContoso
{
    private const string Chat = "/subscriptions/5ab50001-0000-4000-8000-000000000001/resourceGroups/rg-chat-prod";

    public static string Write(Shell shell)
    {
        var from = new ExportFolder("contoso").Path;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            shell.Write(Path.Combine("later", Path.GetRelativePath(from, file)), File.ReadAllText(file));
        Edit(shell, "ashlar-export.json", manifest =>
        {
            manifest["collectedAt"] = "2026-06-22T08:00:00Z";
            var policies = manifest["dataSets"]!.AsArray().First(d => d!["type"]!.GetValue<string>() == "microsoft.cognitiveservices/accounts/raipolicies" && d["file"] is not null)!;
            File.Delete(shell.Path("later", policies["file"]!.GetValue<string>()));
            policies["file"] = null;
            policies["list"] = "partial";
        });
        Edit(shell, "arg/resources.json", rows =>
        {
            var claims = Row(rows, "oai-claims-prod");
            claims["properties"]!["publicNetworkAccess"] = "Enabled";
            claims["properties"]!["networkAcls"]!["defaultAction"] = "Allow";
            claims["properties"]!["disableLocalAuth"] = false;
            claims["systemData"] = new JsonObject { ["lastModifiedBy"] = "ben.okafor@contoso.com", ["lastModifiedAt"] = "2026-06-17T09:30:00Z" };
            Row(rows, "oai-hackathon")["properties"]!["publicNetworkAccess"] = "Disabled";
            rows.AsArray().Remove(Row(rows, "srch-hackathon"));
        });
        Edit(shell, "arg/authorizationresources.json", rows => rows.AsArray().Add(JsonNode.Parse($$$"""
            {"id":"{{{Chat}}}/providers/Microsoft.Authorization/RoleAssignments/a5510000-0000-4000-8000-00000000ff01","name":"a5510000-0000-4000-8000-00000000ff01","type":"microsoft.authorization/roleassignments",
             "properties":{"principalId":"a5e10000-0000-4000-8000-000000000005","principalType":"User","roleDefinitionId":"/providers/Microsoft.Authorization/RoleDefinitions/25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68",
             "scope":"{{{Chat}}}","createdOn":"2026-06-18T08:00:00Z","createdBy":"a5e10000-0000-4000-8000-000000000002"}}
            """)));
        return shell.Path("later");
    }

    private static JsonNode Row(JsonNode rows, string name) => rows.AsArray().First(r => r!["name"]!.GetValue<string>() == name)!;

    private static void Edit(Shell shell, string file, Action<JsonNode> edit)
    {
        var json = JsonNode.Parse(File.ReadAllText(shell.Path("later", file)))!;
        edit(json);
        shell.Write(Path.Combine("later", file), json.ToJsonString());
    }
}
