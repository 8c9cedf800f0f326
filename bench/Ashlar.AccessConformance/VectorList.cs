using System.Text.Json.Nodes;

namespace Ashlar.AccessConformance;

/// <summary>The vectors of section 5.11 of the reference on Azure's interfaces, with the built-in roles as they are.</summary>
internal sealed class VectorList(Material material)
{
    private const string Ann = "a0000000-0000-4000-8000-000000000001";
    private const string Bob = "a0000000-0000-4000-8000-000000000002";
    private const string Custom = "c0000000-0000-4000-8000-000000000001";
    private const string ListKeys = "Microsoft.CognitiveServices/accounts/listKeys/action";
    private const string Chat = "D:Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action";
    private const string RolesWrite = "Microsoft.Authorization/roleAssignments/write";
    private const string GetSecret = "D:Microsoft.KeyVault/vaults/secrets/getSecret/action";
    private const string Ml = "Microsoft.MachineLearningServices/workspaces/";
    private const string Group = Azure.Subscription + "/resourceGroups/ab";

    /// <summary>In a group whose name begins with that of the other.</summary>
    private const string Elsewhere = Azure.Subscription + "/resourceGroups/abc/providers/Microsoft.CognitiveServices/accounts/y";
    private const string Account = Group + "/providers/Microsoft.CognitiveServices/accounts/x";
    private const string PolicyVault = Group + "/providers/Microsoft.KeyVault/vaults/policies";
    private const string RoleVault = Group + "/providers/Microsoft.KeyVault/vaults/roles";
    private const string Workspace = Group + "/providers/Microsoft.MachineLearningServices/workspaces/w";
    private const string Identity = Group + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i";

    public static IReadOnlyList<JsonObject> Resources() =>
    [
        Azure.Row(Account, "microsoft.cognitiveservices/accounts", []), Azure.Row(Elsewhere, "microsoft.cognitiveservices/accounts", []),
        Azure.Row(PolicyVault, "microsoft.keyvault/vaults", new() { ["enableRbacAuthorization"] = false, ["accessPolicies"] = new JsonArray() }),
        Azure.Row(RoleVault, "microsoft.keyvault/vaults", new() { ["enableRbacAuthorization"] = true }),
        Azure.Row(Workspace, "microsoft.machinelearningservices/workspaces", []), Azure.Row(Identity, "microsoft.managedidentity/userassignedidentities", []),
    ];

    public IEnumerable<Vector> All()
    {
        var anyData = material.Json("roles/azure-sensitive-action-to-roles.json").AsObject().Select(a => a.Key).Where(a => a.StartsWith("D:", StringComparison.Ordinal));
        yield return new(1, [Has("Contributor", Azure.Subscription)], [Asks(ListKeys, "active"), Asks(RolesWrite, "no"), .. anyData.Select(a => Asks(a, "no"))]);
        yield return new(2, [Has("Reader", Azure.Subscription), Has("User Access Administrator", Group)], [Asks(RolesWrite, "active"), Asks(RolesWrite, "no") with { Resource = Elsewhere }]);
        JsonObject[] union = [Has("Contributor", Azure.ManagementGroup), Azure.Role(Custom, "all but keys", Permissions(["*"], [ListKeys])), Azure.Assignment(Ann, "User", Custom, Azure.Subscription)];
        yield return new(3, union, [Asks(ListKeys, "active")]);
        JsonObject[] both = [.. union.Select(r => r.DeepClone().AsObject()), Has("Contributor", Azure.ManagementGroup, Bob)];
        yield return new(4, both, [Asks(ListKeys, "active"), Asks(ListKeys, "no") with { Principal = Bob }]) { Arm = [Azure.Denial(ListKeys, Group, excluded: Ann)] };
        yield return new(4, [.. both.Select(r => r.DeepClone().AsObject())], [Asks(ListKeys, "active"), Asks(ListKeys, "active") with { Principal = Bob }]) { Arm = [Azure.Denial(ListKeys, Group, excluded: Ann, audit: true)] };
        yield return new(5, [Has("Key Vault Contributor", Azure.Subscription)],
        [
            Asks("Microsoft.KeyVault/vaults/accessPolicies/write", "active") with { Resource = PolicyVault }, Asks("grant-access", "active") with { Resource = PolicyVault },
            Asks(GetSecret, "no") with { Resource = RoleVault }, Asks("read-secrets", "no") with { Resource = RoleVault }, Asks("grant-access", "no") with { Resource = RoleVault },
        ]);
        yield return new(6, [Azure.Assignment(Ann, "User", "53ca6127-db72-4b80-b1b0-d745d6d5456d", Account)],
            [Asks(Chat, "active"), Asks(ListKeys, "active"), Asks("D:Microsoft.CognitiveServices/accounts/OpenAI/fine-tunes-deployments/write", "no")]);
        yield return new(7, [Has("Cognitive Services OpenAI User", Account)],
            [Asks(Chat, "active"), Asks(ListKeys, "no"), Asks("D:Microsoft.CognitiveServices/accounts/OpenAI/stored-completions/read", "no")]);
        yield return new(8, [Has("Managed Identity Operator", Azure.Subscription)], [Asks("Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", "active") with { Resource = Identity }]);
        yield return new(9, [Has("AzureML Data Scientist", Workspace)],
            [.. new[] { ("computes/write", "no"), ("jobs/write", "active"), ("datastores/listSecrets/action", "active"), ("listKeys/action", "no") }.Select(a => Asks(Ml + a.Item1, a.Item2) with { Resource = Workspace })]);
        yield return new(10, [Has("Foundry Project Manager", Account)],
            [Asks(RolesWrite, "conditional") with { Guids = ["eed3b665-ab3a-47b6-8f48-c9382fb1dad6", "53ca6127-db72-4b80-b1b0-d745d6d5456d"] }, Asks(Chat, "active")]);
        yield return new(11, [Has("Contributor", Azure.Subscription, "g1", "Group")], [Asks(ListKeys, "active"), Asks(ListKeys, "no") with { Principal = Bob }])
        { Members = [("g1", "g2"), ("g2", "g3"), ("g3", "g1"), ("g3", Ann)] };
        yield return new(12, [Has("Owner", Group)], [Asks(ListKeys, "active"), Asks(ListKeys, "no") with { Resource = Elsewhere }]);
        yield return new(13, [], [Asks(ListKeys, "eligible"), Asks(RolesWrite, "eligible")]) { Arm = [Azure.Eligibility(Ann, "User", material.RoleId("Owner"), Azure.Subscription)] };
        yield return new(14, [Has("Contributor", Azure.Subscription)], [Asks(ListKeys, "active")]) { Arm = [Azure.Denial(ListKeys, Azure.Subscription, childScopes: false)] };
        yield return new(14, [Has("Contributor", Azure.Subscription)], [Asks(ListKeys, "no")]) { Arm = [Azure.Denial(ListKeys, Azure.Subscription)] };
    }

    private JsonObject Has(string role, string scope, string principal = Ann, string kind = "User") => Azure.Assignment(principal, kind, material.RoleId(role), scope);

    private static Question Asks(string action, string answer) => new(Ann, action, Account, answer);

    private static JsonArray Permissions(string[] actions, string[] notActions) =>
        new(new JsonObject { ["actions"] = Texts(actions), ["notActions"] = Texts(notActions), ["dataActions"] = new JsonArray(), ["notDataActions"] = new JsonArray() });

    private static JsonArray Texts(string[] values) => new([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);
}
