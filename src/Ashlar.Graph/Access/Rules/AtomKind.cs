namespace Ashlar.Graph.Access.Rules;

/// <summary>What a single need can be met by.</summary>
internal enum AtomKind : byte
{
    /// <summary>Control-plane action of an Azure role.</summary>
    Action,

    /// <summary>Data-plane action of an Azure role.</summary>
    Data,

    /// <summary>Data-plane action of Cosmos DB's own roles, which Azure's do not give.</summary>
    CosmosData,

    /// <summary>Permission of a vault's access policy: <c>secrets/get</c>.</summary>
    AccessPolicy,

    /// <summary>Action of a directory role: <c>microsoft.directory/…</c>.</summary>
    Directory,

    /// <summary>Template id of a directory role.</summary>
    DirectoryRole,

    /// <summary>Application permission of Microsoft Graph, by value or id.</summary>
    Permission,

    /// <summary>Being an owner of the object.</summary>
    Owner,
}
