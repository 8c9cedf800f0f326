namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>A small fixed set of edges with every kind of need, apart from what ships.</summary>
internal static class Edges
{
    public const string Account = "microsoft.cognitiveservices/accounts";
    public const string Storage = "microsoft.storage/storageaccounts";
    public const string Container = "microsoft.storage/storageaccounts/blobservices/containers";
    public const string Vault = "microsoft.keyvault/vaults";
    public const string Identity = "microsoft.managedidentity/userassignedidentities";
    public const string Machine = "microsoft.compute/virtualmachines";
    public const string Search = "microsoft.search/searchservices";
    public const string Cosmos = "microsoft.documentdb/databaseaccounts";
    public const string ApplicationAdministrator = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
    public const string UserAdministrator = "fe930be7-5e62-47db-91af-98c3a49a38b1";
    public const string RoleAssignmentsWrite = "Microsoft.Authorization/roleAssignments/write";

    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/";

    public static IReadOnlyList<EdgeEntry> All { get; } =
    [
        new("invoke", Account) { Data = ["Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action", "Microsoft.CognitiveServices/accounts/OpenAI/responses/write"] },
        new("invoke", Account) { By = "key", When = When.NotTrue, Actions = ["Microsoft.CognitiveServices/accounts/listKeys/action", "Microsoft.CognitiveServices/accounts/regenerateKey/action"] },
        new("read-keys", Account) { Actions = ["Microsoft.CognitiveServices/accounts/listKeys/action"] },
        new("read-keys", Storage) { Actions = ["Microsoft.Storage/storageAccounts/listKeys/action", "Microsoft.Storage/storageAccounts/listAccountSas/action"] },
        new("read-keys", Search) { Actions = ["Microsoft.Search/searchServices/listAdminKeys/action"] },
        new("read-keys", Cosmos) { Actions = ["Microsoft.DocumentDB/databaseAccounts/listKeys/action"] },
        new("change-filter", Account) { Actions = ["Microsoft.CognitiveServices/accounts/raiPolicies/write"], AndActions = ["Microsoft.CognitiveServices/accounts/deployments/write"] },
        new("read-data", Storage) { Data = [Blobs + "read"] },
        new("read-data", Storage) { By = "key", When = When.Bare, Actions = ["Microsoft.Storage/storageAccounts/listKeys/action"] },
        new("read-data", Container) { Data = [Blobs + "read", Blobs + "tags/read"] },
        new("read-data", Search) { Data = ["Microsoft.Search/searchServices/indexes/documents/read"] },
        new("read-data", Search) { By = "key", When = When.Not, Actions = ["Microsoft.Search/searchServices/listAdminKeys/action", "Microsoft.Search/searchServices/listQueryKeys/action"] },
        new("read-data", Cosmos) { Data = ["Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/read", "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/executeQuery"] },
        new("read-data", Cosmos) { By = "key", When = When.NotTrue, Actions = ["Microsoft.DocumentDB/databaseAccounts/listKeys/action"] },
        new("write-data", Container) { Data = [Blobs + "write"], AndActions = ["Microsoft.Storage/storageAccounts/blobServices/containers/read"] },
        new("read-secrets", Vault) { When = When.True, Data = ["Microsoft.KeyVault/vaults/secrets/getSecret/action"] },
        new("read-secrets", Vault) { When = When.NotTrue, Secrets = ["get"] },
        new("read-secrets", Vault) { When = When.NotTrue, Actions = ["Microsoft.KeyVault/vaults/accessPolicies/write", "Microsoft.KeyVault/vaults/write"] },
        new("take-identity", Identity) { Actions = ["Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"], Anywhere = ["Microsoft.Compute/virtualMachines/write", "Microsoft.Web/sites/write"] },
        new("take-identity", Identity) { Actions = ["Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write"] },
        new("take-identity", "microsoft.graph/applications") { Directory = ["microsoft.directory/applications/credentials/update"], Roles = [ApplicationAdministrator], Permissions = ["Application.ReadWrite.All"], Owner = true },
        new("take-identity", "microsoft.graph/serviceprincipals") { Directory = ["microsoft.directory/servicePrincipals/credentials/update"], Permissions = [TenantRows.PermissionId("Application.ReadWrite.All")], Owner = true },
        new("run-code", Machine) { Actions = ["Microsoft.Compute/virtualMachines/runCommand/action"], Data = ["Microsoft.Compute/virtualMachines/loginAsAdmin/action"] },
        new("run-code", Machine) { Actions = ["Microsoft.Compute/virtualMachines/extensions/write"], AndActions = ["Microsoft.Compute/virtualMachines/read"], Anywhere = ["Microsoft.Resources/deployments/write"] },
        new("grant-access", Account) { Actions = [RoleAssignmentsWrite] },
        new("grant-access", Container) { Actions = [RoleAssignmentsWrite, "Microsoft.Authorization/roleDefinitions/write"] },
        new("add-members", "microsoft.graph/groups") { When = When.NotTrue, Directory = ["microsoft.directory/groups/members/update"], Permissions = ["Group.ReadWrite.All", "GroupMember.ReadWrite.All"], Owner = true },
        new("add-members", "microsoft.graph/groups") { When = When.True, Directory = ["microsoft.directory/groupsAssignableToRoles/allProperties/update"], Owner = true },
        new("reset-password", "microsoft.graph/users") { Directory = ["microsoft.directory/users/password/update"], Roles = [UserAdministrator], Permissions = ["User-PasswordProfile.ReadWrite.All"] },
    ];

    public static string Flag(string type) => type switch
    {
        Storage => "allowSharedKeyAccess",
        Vault => "enableRbacAuthorization",
        _ => "disableLocalAuth",
    };
}
