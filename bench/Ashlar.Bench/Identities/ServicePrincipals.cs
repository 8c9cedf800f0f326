namespace Ashlar.Bench.Identities;

/// <summary>Applications of the tenant and of others, managed identities, and what they may do in Microsoft Graph.</summary>
internal sealed class ServicePrincipals(Estate estate, ManagedIdentities identities)
{
    private const string Microsoft = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";

    /// <summary>Application permissions of Microsoft Graph; the first five lead to the whole tenant.</summary>
    private static readonly (string Id, string Value)[] Permissions =
    [
        ("9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8", "RoleManagement.ReadWrite.Directory"),
        ("06b708a9-e830-4db3-a914-8e69da51d44f", "AppRoleAssignment.ReadWrite.All"),
        ("1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9", "Application.ReadWrite.All"),
        ("19dbc75e-c2e2-444c-a770-ec69d8559fc7", "Directory.ReadWrite.All"),
        ("62a82d76-70ea-41e2-9197-370581804d09", "Group.ReadWrite.All"),
        ("df021288-bdef-4463-88db-98f22de89214", "User.Read.All"),
        ("7ab1d382-f21e-4acd-a863-ba3e13f7da61", "Directory.Read.All"),
        ("5b567255-7703-4780-807c-7be8301ae99b", "Group.Read.All"),
        ("810c84a8-4a9e-49e6-bf7d-12d183f40d01", "Mail.Read"),
    ];

    private const int Dangerous = 5;
    private readonly TenantSize size = estate.Size;

    public void Write(ExportFolder folder)
    {
        using (var rows = folder.Entra("ServicePrincipals"))
        {
            var roles = string.Join(',', Permissions.Select(p => $$"""{"id":"{{p.Id}}","value":"{{p.Value}}","displayName":"{{p.Value}}","isEnabled":true,"allowedMemberTypes":["Application"]}"""));
            Row(rows, Ids.Foreign(0), "00000003-0000-0000-c000-000000000000", "Microsoft Graph", "Application", Microsoft, "", roles);
            for (var number = 1; number < size.Foreign; number++)
            {
                Row(rows, Ids.Foreign(number), Ids.Of(0x1B, number), $"vendor-{number:d5}", "Application", Ids.Of(0x1C, number % 40), "", "");
            }

            for (var number = 0; number < size.Applications; number++)
            {
                Row(rows, Ids.ServicePrincipal(number), Ids.Client(number), $"app-{number:d6}", "Application", Placement.Tenant, "", "");
            }

            for (var number = 0; number < size.Resources; number++)
            {
                var kind = estate.Kind(number);
                var name = $"{kind.Prefix}{number:d7}";
                if (identities.HasOwn(number))
                {
                    Row(rows, Ids.SystemAssigned(number), Ids.Of(6, number), name, "ManagedIdentity", Placement.Tenant, $"\"isExplicit=False\",\"{estate.Id(number)}\"", "");
                }
                else if (kind.Type == ManagedIdentities.Type)
                {
                    Row(rows, Ids.UserAssigned(number), Ids.Of(5, number), name, "ManagedIdentity", Placement.Tenant, $"\"isExplicit=True\",\"{estate.Id(number)}\"", "");
                }
            }
        }

        WritePermissions(folder);
    }

    private void WritePermissions(ExportFolder folder)
    {
        using (var rows = folder.Entra("AppRoleAssignments"))
        {
            for (var number = 0; number < size.Applications; number += 3)
            {
                var dice = Dice.For(size.Seed, Draw.Application, (20 * size.Applications) + number);
                var permission = number % 60 == 0 ? Permissions[dice.Next(Dangerous)] : Permissions[Dangerous + dice.Next(Permissions.Length - Dangerous)];
                rows.WriteLine(
                    $$"""
                    {"id":"grant-{{number}}","appRoleId":"{{permission.Id}}","createdDateTime":"{{Time.Ago(90)}}","principalDisplayName":"app-{{number:d6}}","principalId":"{{Ids.ServicePrincipal(number)}}","principalType":"ServicePrincipal","resourceDisplayName":"Microsoft Graph","resourceId":"{{Ids.Foreign(0)}}"}
                    """);
            }
        }

        using var grants = folder.Entra("OAuth2PermissionGrants");
        for (var number = 0; number < size.Applications; number += 4)
        {
            grants.WriteLine($$"""{"id":"consent-{{number}}","clientId":"{{Ids.ServicePrincipal(number)}}","consentType":"AllPrincipals","principalId":null,"resourceId":"{{Ids.Foreign(0)}}","scope":"User.Read openid profile"}""");
        }
    }

    private static void Row(StreamWriter rows, string id, string client, string name, string type, string owner, string names, string roles) => rows.WriteLine(
        $$"""
        {"id":"{{id}}","appId":"{{client}}","displayName":"{{name}}","servicePrincipalType":"{{type}}","accountEnabled":true,"appOwnerOrganizationId":"{{owner}}","appRoleAssignmentRequired":false,"alternativeNames":[{{names}}],"tags":[],"passwordCredentials":[],"keyCredentials":[],"appRoles":[{{roles}}],"oauth2PermissionScopes":[],"createdDateTime":"{{Time.Ago(400)}}"}
        """);
}
