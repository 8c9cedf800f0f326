using System.Text.Json.Nodes;
using static Ashlar.AccessConformance.BadZure.BadZureIds;

namespace Ashlar.AccessConformance.BadZure;

/// <summary>The resources of BadZure's kinds: a source and a store, and one more of each that leads nowhere.</summary>
internal static class ResourceKinds
{
    private static readonly Dictionary<string, (string Type, string Role)> Sources = new()
    {
        ["vm"] = ("Microsoft.Compute/virtualMachines", "Virtual Machine Contributor"),
        ["logic_app"] = ("Microsoft.Logic/workflows", "Logic App Contributor"),
        ["function_app"] = ("Microsoft.Web/sites", "Website Contributor"),
        ["automation_account"] = ("Microsoft.Automation/automationAccounts", "Automation Contributor"),
    };

    private static readonly Dictionary<string, string> Stores = new()
    {
        ["key_vault"] = "Microsoft.KeyVault/vaults",
        ["storage_account"] = "Microsoft.Storage/storageAccounts",
        ["cosmos_db"] = "Microsoft.DocumentDB/databaseAccounts",
    };

    /// <summary>Role that writes code into a source.</summary>
    public static string SourceRole(string kind) => Sources[kind].Role;

    public static string Source(string kind, string name = "source") => $"{Azure.Group}/providers/{Sources[kind].Type}/{name}";

    public static string Store(string kind, string name = "store") => $"{Azure.Group}/providers/{Stores[kind]}/{name}";

    public static IEnumerable<JsonObject> Rows(AttackPath path)
    {
        if (path.Source.Length > 0)
        {
            foreach (var (name, identity) in new[] { ("source", ManagedIdentity), ("other", OtherManagedIdentity) })
            {
                var row = Azure.Row(Source(path.Source, name), Sources[path.Source].Type.ToLowerInvariant(), []);
                row["identity"] = new JsonObject { ["type"] = "SystemAssigned", ["principalId"] = identity, ["tenantId"] = Azure.TenantId };
                yield return row;
            }
        }

        foreach (var name in path.Store.Length > 0 ? new[] { "store", "other" } : [])
            yield return Azure.Row(Store(path.Store, name), Stores[path.Store].ToLowerInvariant(), path.Store == "key_vault" ? new() { ["enableRbacAuthorization"] = path.VaultAsksRoles, ["accessPolicies"] = new JsonArray() } : []);
    }
}
