namespace Ashlar.Bench.Access;

/// <summary>Conditions of role assignments, quotes escaped for JSON.</summary>
internal static class Conditions
{
    private const string Read = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";

    /// <summary>Blobs of one container, or with a tag that only the request knows.</summary>
    public static string OfStorage(int which)
    {
        var attribute = which == 0
            ? "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals 'public-docs'"
            : "@Resource[Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags:Project<$key_case_sensitive$>] StringEquals 'Cascade'";
        return $"((!(ActionMatches{{'{Read}'}})) OR ({attribute}))";
    }

    /// <summary>Constrained delegation: assigns and takes back these roles only.</summary>
    public static string MayGrant(string[] roles)
    {
        var list = string.Join(", ", roles);
        return $"((!(ActionMatches{{'Microsoft.Authorization/roleAssignments/write'}})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {{{list}}}))"
            + $"\nAND\n((!(ActionMatches{{'Microsoft.Authorization/roleAssignments/delete'}})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {{{list}}}))";
    }
}
