using System.Text.Json.Nodes;
using Ashlar.Content;

namespace Ashlar.Rules;

/// <summary>What a new private endpoint does to the resource it leads to: Azure lists the connection there, approved, when whoever deploys may approve it.</summary>
/// <remarks>Source: https://learn.microsoft.com/azure/private-link/private-endpoint-overview, access to a private-link resource using approval workflow.</remarks>
internal static class PrivateEndpointEffect
{
    public static void Apply(List<CaseRow> rows, JsonObject deployed)
    {
        if (deployed["type"]?.ToString().Equals("Microsoft.Network/privateEndpoints", StringComparison.OrdinalIgnoreCase) != true
            || deployed["properties"]?["privateLinkServiceConnections"] is not JsonArray connections)
        {
            return;
        }

        foreach (var connection in connections.OfType<JsonObject>())
        {
            var properties = connection["properties"];
            if (properties?["privateLinkServiceId"]?.ToString() is { } id && PatchedRows.Find(rows, id)?.Values is { } target)
            {
                Connect(target, deployed, connection["name"]?.ToString() ?? "", properties["groupIds"]);
            }
        }
    }

    private static void Connect(JsonObject target, JsonObject endpoint, string name, JsonNode? groups)
    {
        if (target["properties"] is not JsonObject properties)
        {
            target["properties"] = properties = [];
        }

        if (properties["privateEndpointConnections"] is not JsonArray known)
        {
            properties["privateEndpointConnections"] = known = [];
        }

        known.Add(new JsonObject
        {
            ["id"] = $"{target["id"]}/privateEndpointConnections/{name}",
            ["name"] = name,
            ["properties"] = new JsonObject
            {
                ["privateEndpoint"] = new JsonObject { ["id"] = endpoint["id"]!.DeepClone() },
                ["groupIds"] = groups?.DeepClone(),
                ["privateLinkServiceConnectionState"] = new JsonObject { ["status"] = "Approved", ["description"] = "Auto-approved", ["actionsRequired"] = "None" },
                ["provisioningState"] = "Succeeded",
            },
        });
    }
}
