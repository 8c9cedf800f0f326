using System.Text.Json.Nodes;
using static Ashlar.AccessConformance.BadZure.BadZureIds;

namespace Ashlar.AccessConformance.BadZure;

/// <summary>
/// Reads BadZure's example, every path whether enabled or not. A path that leaves a choice becomes several: <c>random</c> is each of the roles or
/// permissions that BadZure draws from. Its vaults are read both ways: with access policies, where the Key Vault Contributor that the file names gives
/// itself the secrets; and asking roles, as BadZure's own Terraform makes them, where it gives two more roles and the first alone would not do.
/// Cosmos DB likewise: the role that the file names reads keys, the one that the Terraform gives is Cosmos DB's own.
/// </summary>
internal static class AttackPathFile
{
    private static readonly string[] RandomRoles = [GlobalAdministrator, PrivilegedRoleAdministrator, PrivilegedAuthenticationAdministrator];
    private static readonly string[] RandomPermissions = [.. Permissions.Keys.Take(2)];

    public static IEnumerable<AttackPath> Read(string text) => Yaml.Read(text)["attack_paths"]!.AsObject().SelectMany(p => Variants(p.Key, p.Value!.AsObject()));

    private static IEnumerable<AttackPath> Variants(string name, JsonObject body)
    {
        string Text(string key, string otherwise) => (string?)body[key] ?? otherwise;
        var technique = Enum.Parse<Technique>(Text("privilege_escalation", ""));
        var source = technique == Technique.ManagedIdentityAbuse ? Text("source_type", "") : "";
        var kind = technique switch
        {
            Technique.KeyVaultSecretTheft => "key_vault",
            Technique.StorageCertificateTheft => "storage_account",
            Technique.CosmosDBSecretTheft => "cosmos_db",
            Technique.ManagedIdentityAbuse => Text("target_resource_type", ""),
            _ => "",
        };
        var certificate = Text("credential_type", "secret") == "certificate";
        // "group_member and group_owner are NOT supported for this technique": the file.
        var assignment = technique == Technique.ApplicationOwnershipAbuse ? "direct" : Text("assignment_type", "direct");
        var byRole = Text("method", "") == "AzureADRole";
        foreach (var granted in Choices(body[byRole ? "entra_role" : "app_role"]!, byRole ? RandomRoles : RandomPermissions))
        {
            foreach (var store in Stores(kind, certificate))
            {
                yield return new AttackPath(
                    name, string.Join(", ", new[] { granted.Variant, store.Variant }.Where(v => v.Length > 0)), technique, Text("initial_access", "user") == "service_principal", assignment,
                    Text("scope", "directory") == "application", byRole ? granted.Ids : [], byRole ? [] : granted.Ids, Text("api_type", "graph") == "exchange",
                    source, certificate, kind, store.Roles, store.Capability, store.AsksRoles);
            }
        }
    }

    private static IEnumerable<(string Variant, IReadOnlyList<string> Ids)> Choices(JsonNode written, string[] random) => written switch
    {
        JsonArray list => [("", [.. list.Select(i => (string)i!)])],
        _ when (string)written! == "random" => random.Select(r => (DirectoryRoles.GetValueOrDefault(r) ?? Permissions[r], (IReadOnlyList<string>)[r])),
        _ => [("", [(string)written!])],
    };

    private static IEnumerable<(string Variant, IReadOnlyList<string> Roles, string Capability, bool AsksRoles)> Stores(string kind, bool certificate) => kind switch
    {
        "key_vault" =>
        [
            ("access policies", ["Key Vault Contributor"], "grant-access", false),
            ("roles", ["Key Vault Contributor", "Key Vault Secrets User", "Key Vault Reader", .. certificate ? ["Key Vault Certificate User"] : Array.Empty<string>()], "read-secrets", true),
        ],
        "storage_account" => [("", ["Storage Blob Data Reader"], "read-data", false)],
        "cosmos_db" => [("keys", ["Cosmos DB Account Reader Role"], "read-data", false), ("data role", [CosmosRole], "read-data", false)],
        _ => [("", [], "", false)],
    };

    /// <summary>Cosmos DB Built-in Data Contributor, same id in every account.</summary>
    public const string CosmosRole = "00000000-0000-0000-0000-000000000002";
}
