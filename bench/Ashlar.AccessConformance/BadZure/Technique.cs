namespace Ashlar.AccessConformance.BadZure;

/// <summary>The techniques of BadZure, by its own names.</summary>
internal enum Technique
{
    ApplicationOwnershipAbuse,
    ApplicationAdministratorAbuse,
    CloudAppAdministratorAbuse,
    KeyVaultSecretTheft,
    StorageCertificateTheft,
    CosmosDBSecretTheft,
    ManagedIdentityAbuse,
}
