namespace Ashlar.Graph.Tests.Access.Oracle;

internal static class RandomResources
{
    private static readonly (string Type, string Written)[] Types =
    [
        (Edges.Account, "Microsoft.CognitiveServices/accounts"),
        (Edges.Account, "Microsoft.CognitiveServices/accounts"),
        (Edges.Storage, "Microsoft.Storage/storageAccounts"),
        (Edges.Storage, "Microsoft.Storage/storageAccounts"),
        (Edges.Vault, "Microsoft.KeyVault/vaults"),
        (Edges.Identity, "Microsoft.ManagedIdentity/userAssignedIdentities"),
        (Edges.Machine, "Microsoft.Compute/virtualMachines"),
        (Edges.Search, "Microsoft.Search/searchServices"),
        (Edges.Cosmos, "Microsoft.DocumentDB/databaseAccounts"),
    ];

    public static IReadOnlyList<Resource> Of(Draw draw, IReadOnlyList<Subscription> subscriptions, RandomTenant.Named named, int scale)
    {
        var all = new List<Resource>();
        for (var n = draw.Between(3, 9) * scale; n > 0; n--)
        {
            var (type, written) = draw.Of(Types);
            var id = $"{RandomTenant.ResourceGroup(draw, subscriptions)}/providers/{draw.Cased(written)}/{draw.Of(["x", "xy"])}{n}";
            all.Add(new(id, type, draw.Flag(), type == Edges.Vault ? Policies(draw, named) : []));
            if (type == Edges.Storage)
            {
                all.AddRange(new[] { "docs", "docs2" }.Take(draw.Between(0, 2)).Select(c => new Resource($"{id}/blobServices/default/containers/{c}", Edges.Container, null, [])));
            }
        }

        return all;
    }

    private static List<VaultPolicy> Policies(Draw draw, RandomTenant.Named named) =>
        [.. Enumerable.Range(0, draw.Between(0, 3)).Select(_ => new VaultPolicy(named.Anyone(), draw.OneIn(5) ? "c0c0c0c0-0000-4000-8000-000000000001" : null, draw.Of<IReadOnlyList<string>>([["Get", "List"], ["get"], ["all"], ["list", "set"], []])))];
}
