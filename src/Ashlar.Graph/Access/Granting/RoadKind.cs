namespace Ashlar.Graph.Access.Granting;

/// <summary>What kind of thing gives access.</summary>
internal enum RoadKind : byte
{
    /// <summary>Azure role assignment, Cosmos DB's own included.</summary>
    Role = 0,

    /// <summary>A key that the holder can read.</summary>
    Key = 1,

    /// <summary>Key Vault access policy.</summary>
    AccessPolicy = 2,
    Ownership = 3,

    /// <summary>Application permission of Microsoft Graph.</summary>
    Permission = 4,
    DirectoryRole = 5,

    /// <summary>Azure Lighthouse.</summary>
    Delegation = 6,
}
