namespace Ashlar.AccessConformance.BadZure;

/// <summary>One of BadZure's attack paths, one choice made where the file leaves several.</summary>
/// <param name="Variant">The choice, or empty.</param>
/// <param name="ByApplication">The attacker holds a service principal, not a user.</param>
/// <param name="Assignment">direct, group_member or group_owner.</param>
/// <param name="ScopedToApplication">The directory role holds over one application.</param>
/// <param name="DirectoryRoles">Template ids that the target application holds.</param>
/// <param name="Permissions">Ids of application permissions that it holds.</param>
/// <param name="OnExchange">Of Exchange Online, not of Microsoft Graph.</param>
/// <param name="Source">Kind of resource that runs as a managed identity, or empty.</param>
/// <param name="Store">Kind of resource that holds the credential, or empty.</param>
/// <param name="StoreRoles">Names of the built-in roles that open it; Cosmos DB's own role by that name.</param>
/// <param name="StoreCapability">What the roles let their holder do there.</param>
internal sealed record AttackPath(
    string Name,
    string Variant,
    Technique Technique,
    bool ByApplication,
    string Assignment,
    bool ScopedToApplication,
    IReadOnlyList<string> DirectoryRoles,
    IReadOnlyList<string> Permissions,
    bool OnExchange,
    string Source,
    bool WithCertificate,
    string Store,
    IReadOnlyList<string> StoreRoles,
    string StoreCapability,
    bool VaultAsksRoles)
{
    public bool ThroughGroup => Assignment != "direct";

    /// <summary>What the attacker does, hop by hop, up to the application or to the store of its credential.</summary>
    public IReadOnlyList<string> Hops =>
    [
        .. Assignment == "group_owner" ? ["add-members"] : Array.Empty<string>(),
        .. Source.Length > 0 ? ["run-code"] : Array.Empty<string>(),
        Store.Length > 0 ? StoreCapability : "take-identity",
    ];

    /// <summary>What the application does then; empty where the tables of the directory do not show it.</summary>
    public IReadOnlyList<string> HopsOfApplication => OnExchange ? []
        : DirectoryRoles is [BadZureIds.PrivilegedAuthenticationAdministrator] ? ["reset-password", "grant-directory-role"] : ["grant-directory-role"];
}
