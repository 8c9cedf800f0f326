namespace Ashlar.Graph.Access.Permissions;

/// <summary>A role: Azure's, a directory's or Cosmos DB's.</summary>
/// <param name="Id">As reported.</param>
/// <param name="TemplateId">Directory roles: same in every tenant, lower case; else empty.</param>
internal sealed record RoleDefinition(string Id, string Name, string TemplateId, IReadOnlyList<PermissionEntry> Entries)
{
    /// <summary>One of Cosmos DB's own roles.</summary>
    public bool IsCosmos { get; init; }

    /// <summary>GUID at the end of the id, lower case.</summary>
    public string Guid { get; } = Id[(Id.TrimEnd('/').LastIndexOf('/') + 1)..].TrimEnd('/').ToLowerInvariant();

    /// <summary>Grants every control-plane action but a few.</summary>
    public bool GrantsAll => Entries.Any(e => e.Actions.Any(a => a.IsAll));
}
