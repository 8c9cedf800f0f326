namespace Ashlar.Bench.Access;

/// <summary>Twenty roles as companies write them: too wide, with exceptions, or with a wildcard in the middle.</summary>
internal static class CustomRoles
{
    private static readonly (string Name, string[] Actions, string[] NotActions, string[] Data, string[] NotData)[] Shapes =
    [
        ("AI Operator", ["Microsoft.CognitiveServices/*"], ["Microsoft.CognitiveServices/accounts/listKeys/action", "Microsoft.CognitiveServices/accounts/delete"], [], []),
        ("AI Caller", [], [], ["Microsoft.CognitiveServices/accounts/OpenAI/deployments/*/action"], []),
        ("Key Reader", ["*/listKeys/action", "*/read"], [], [], []),
        ("Almost Owner", ["*"], ["Microsoft.Authorization/*/write"], [], []),
        ("Everything but AI keys", ["*"], ["*/listKeys/action", "*/regenerateKey/action"], [], []),
        ("Data Reader", ["*/read"], [], ["*/read"], ["Microsoft.KeyVault/vaults/secrets/*"]),
        ("Grants Operator", ["Microsoft.Authorization/roleAssignments/*"], ["Microsoft.Authorization/roleAssignments/delete"], [], []),
        ("Machine Operator", ["Microsoft.Compute/virtualMachines/*/action", "Microsoft.Compute/*/read"], ["Microsoft.Compute/virtualMachines/runCommand/action"], [], []),
        ("Secret Rotator", ["Microsoft.KeyVault/vaults/read"], [], ["Microsoft.KeyVault/vaults/secrets/*"], ["Microsoft.KeyVault/vaults/secrets/purge/action"]),
        ("Log Steward", ["Microsoft.Insights/*", "Microsoft.OperationalInsights/workspaces/*"], ["Microsoft.OperationalInsights/workspaces/delete"], [], []),
    ];

    public static IReadOnlyList<Role> All { get; } =
    [
        .. Enumerable.Range(0, 2 * Shapes.Length).Select(n =>
        {
            var shape = Shapes[n % Shapes.Length];
            var at = n < Shapes.Length ? Containers.ManagementGroup("bench") : Containers.ManagementGroup("landingzones");
            return new Role(Ids.Of(0x40, n), $"{shape.Name} {1 + (n / Shapes.Length)}", shape.Actions, shape.NotActions, shape.Data, shape.NotData, [at]);
        }),
    ];
}
