namespace Ashlar.Bench.Access;

/// <summary>A role definition of Azure.</summary>
/// <param name="Id">Name of the definition: a GUID.</param>
/// <param name="AssignableAt">Scopes; empty = a built-in one.</param>
internal sealed record Role(string Id, string Name, string[] Actions, string[]? NotActions = null, string[]? Data = null, string[]? NotData = null, string[]? AssignableAt = null)
{
    public bool IsBuiltIn => AssignableAt is null;

    public bool IsBlobRole => Name.StartsWith("Storage Blob Data", StringComparison.Ordinal);

    public string ResourceId => $"/providers/Microsoft.Authorization/RoleDefinitions/{Id}";
}
