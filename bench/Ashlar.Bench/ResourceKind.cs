namespace Ashlar.Bench;

/// <summary>One of the twenty types.</summary>
/// <param name="Type">As the provider writes it.</param>
/// <param name="Prefix">Start of the names.</param>
/// <param name="Properties">Members of <c>properties</c> that tell one resource from another, without braces; filled up to 1 KB by <see cref="Tenant"/>.</param>
/// <param name="Parent">For a type that Resource Graph lacks: the kind it lies below.</param>
/// <param name="Kind">Value of the column <c>kind</c>.</param>
/// <param name="Skus">Names of skus, by turns; S0 where there are none.</param>
internal sealed record ResourceKind(string Type, string Prefix, ResourceKind.Write Properties, ResourceKind? Parent = null, string Kind = "", params string[] Skus)
{
    private static readonly HashSet<string> Lifeless =
    [
        "Microsoft.CognitiveServices/accounts/deployments", "Microsoft.KeyVault/vaults", "Microsoft.Compute/disks", "Microsoft.Network/networkInterfaces",
        "Microsoft.Network/networkSecurityGroups", "Microsoft.Network/publicIPAddresses", "Microsoft.Network/virtualNetworks", "Microsoft.Insights/components",
        ManagedIdentities.Type,
    ];

    /// <summary>May have a managed identity.</summary>
    public bool RunsAs { get; } = !Lifeless.Contains(Type);

    /// <summary>Online endpoints are tracked resources; the other children are not in Resource Graph.</summary>
    public bool InResourceGraph => Parent is null || Kind.Length > 0;

    public delegate string Write(ref Dice dice, Placement at, string name);
}
