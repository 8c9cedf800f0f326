namespace Ashlar.AccessConformance.BadZure;

/// <summary>Who and what stands in the tenants.</summary>
internal static class BadZureIds
{
    public const string GlobalAdministrator = "62e90394-69f5-4237-9190-012177145e10";
    public const string PrivilegedRoleAdministrator = "e8611ab8-c189-46e8-94e1-60213ab1f814";
    public const string PrivilegedAuthenticationAdministrator = "7be44c8a-adaf-4e2a-84d6-ab2649e08a13";
    public const string ApplicationAdministrator = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
    public const string CloudApplicationAdministrator = "158c047a-c907-4556-b7ef-446551a6b5f7";

    public static readonly IReadOnlyDictionary<string, string> DirectoryRoles = new Dictionary<string, string>
    {
        [GlobalAdministrator] = "Global Administrator",
        [PrivilegedRoleAdministrator] = "Privileged Role Administrator",
        [PrivilegedAuthenticationAdministrator] = "Privileged Authentication Administrator",
        [ApplicationAdministrator] = "Application Administrator",
        [CloudApplicationAdministrator] = "Cloud Application Administrator",
    };

    /// <summary>Permissions of Microsoft Graph that the file names.</summary>
    public static readonly IReadOnlyDictionary<string, string> Permissions = new Dictionary<string, string>
    {
        ["06b708a9-e830-4db3-a914-8e69da51d44f"] = "AppRoleAssignment.ReadWrite.All",
        ["9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8"] = "RoleManagement.ReadWrite.Directory",
        ["19dbc75e-c2e2-444c-a770-ec69d8559fc7"] = "Directory.ReadWrite.All",
    };

    public const string Attacker = "a7a7a7a7-0000-4000-8000-000000000001";

    /// <summary>As the attacker, without anything.</summary>
    public const string Bystander = "b7b7b7b7-0000-4000-8000-000000000001";

    /// <summary>Holds something like it, which does not suffice.</summary>
    public const string NearMiss = "b7b7b7b7-0000-4000-8000-000000000002";
    public const string Administrator = "ad000000-0000-4000-8000-000000000001";
    public const string Group = "97000000-0000-4000-8000-000000000001";
    public const string OtherGroup = "97000000-0000-4000-8000-000000000002";

    /// <summary>Registration of the privileged application, and its service principal.</summary>
    public const string Application = "a9900000-0000-4000-8000-000000000001";
    public const string ServicePrincipal = "59000000-0000-4000-8000-000000000001";
    public const string OtherApplication = "a9900000-0000-4000-8000-000000000002";
    public const string OtherServicePrincipal = "59000000-0000-4000-8000-000000000002";
    public const string ManagedIdentity = "31000000-0000-4000-8000-000000000001";
    public const string OtherManagedIdentity = "31000000-0000-4000-8000-000000000002";
    public const string MicrosoftGraph = "00000003-aaaa-4000-8000-000000000001";
    public const string Exchange = "00000002-aaaa-4000-8000-000000000001";

    /// <summary>Client id of an application, made of that of the object.</summary>
    public static string AppId(string id) => id[..9] + "cccc" + id[13..];
}
