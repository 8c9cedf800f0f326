namespace Ashlar.Bench.Identities;

/// <summary>Directory roles and who holds or may activate them, administrative units, conditional access.</summary>
internal sealed class TenantDirectory(TenantSize size)
{
    private static readonly (string Id, string Name, string[] Actions)[] Roles =
    [
        ("62e90394-69f5-4237-9190-012177145e10", "Global Administrator", ["microsoft.directory/applications/allProperties/allTasks", "microsoft.directory/groups/allProperties/allTasks", "microsoft.directory/users/allProperties/allTasks", "microsoft.directory/roleAssignments/allProperties/allTasks"]),
        ("e8611ab8-c189-46e8-94e1-60213ab1f814", "Privileged Role Administrator", ["microsoft.directory/roleAssignments/allProperties/allTasks", "microsoft.directory/groupsAssignableToRoles/allProperties/update", "microsoft.directory/servicePrincipals/appRoleAssignedTo/update"]),
        ("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "Application Administrator", ["microsoft.directory/applications/credentials/update", "microsoft.directory/applications/owners/update", "microsoft.directory/servicePrincipals/credentials/update"]),
        ("158c047a-c907-4556-b7ef-446551a6b5f7", "Cloud Application Administrator", ["microsoft.directory/applications/credentials/update", "microsoft.directory/servicePrincipals/credentials/update"]),
        ("7be44c8a-adaf-4e2a-84d6-ab2649e08a13", "Privileged Authentication Administrator", ["microsoft.directory/users/password/update", "microsoft.directory/users/authenticationMethods/create"]),
        ("fe930be7-5e62-47db-91af-98c3a49a38b1", "User Administrator", ["microsoft.directory/users/password/update", "microsoft.directory/groups/members/update"]),
        ("729827e3-9c14-49f7-bb1b-9608f156bbb8", "Helpdesk Administrator", ["microsoft.directory/users/password/update"]),
        ("fdd7a751-b60b-444a-984c-02652fe8fa1c", "Groups Administrator", ["microsoft.directory/groups/members/update", "microsoft.directory/groups/owners/update"]),
        ("b1be1c3e-b65d-4f19-8427-f6fa0d97feb9", "Conditional Access Administrator", ["microsoft.directory/conditionalAccessPolicies/basic/update"]),
        ("5d6b6bb7-de71-4623-b4af-96380a352509", "Security Reader", ["microsoft.directory/auditLogs/allProperties/read"]),
        ("f2ef992c-3afb-46b9-b7cf-a126ee74c451", "Global Reader", ["microsoft.directory/applications/standard/read"]),
    ];

    /// <summary>Roles that may be held for an administrative unit only.</summary>
    private static readonly int[] ForUnits = [5, 6, 7];

    private int Units => 2 + (size.Users / 2000);

    public void Write(ExportFolder folder)
    {
        using (var rows = folder.Entra("DirectoryRoleDefinitions"))
        {
            foreach (var role in Roles)
            {
                var actions = string.Join(',', role.Actions.Select(a => $"\"{a}\""));
                rows.WriteLine($$"""{"id":"{{role.Id}}","templateId":"{{role.Id}}","displayName":"{{role.Name}}","description":"","isBuiltIn":true,"isEnabled":true,"rolePermissions":[{"allowedResourceActions":[{{actions}}],"condition":null}]}""");
            }
        }

        using (var rows = folder.Entra("DirectoryRoleAssignments"))
        {
            for (var number = 0; number < 8 + (size.Users / 400); number++)
            {
                rows.WriteLine($$"""{"id":"directory-{{number}}",{{Holding(number, 0)}},"appScopeId":null}""");
            }
        }

        using (var rows = folder.Entra("DirectoryRoleEligibilities"))
        {
            for (var number = 0; number < 6 + (size.Users / 200); number++)
            {
                rows.WriteLine($$"""{"id":"eligible-{{number}}",{{Holding(number, 1)}},"memberType":"Direct","startDateTime":"{{Time.Ago(60)}}","endDateTime":{{(number % 2 == 0 ? "null" : $"\"{Time.In(120)}\"")}}}""");
            }
        }

        using (var rows = folder.Entra("AdministrativeUnitMembers"))
        {
            for (var unit = 0; unit < Units; unit++)
            {
                var length = Math.Min(size.Users, 20 + (size.Users / Units / 2));
                for (var n = 0; n < length; n++)
                {
                    rows.WriteLine($$"""{"administrativeUnitId":"{{Ids.Unit(unit)}}","memberId":"{{Ids.User(((unit * length) + n) % size.Users)}}","@odata.type":"#microsoft.graph.user"}""");
                }

                rows.WriteLine($$"""{"administrativeUnitId":"{{Ids.Unit(unit)}}","memberId":"{{Ids.Group(3 + (unit % (size.Groups - 3)))}}","@odata.type":"#microsoft.graph.group"}""");
            }
        }

        WritePolicies(folder);
    }

    private string Holding(int number, int turn)
    {
        var dice = Dice.For(size.Seed, Draw.Directory, (number * 2) + turn);
        var role = number < 3 ? 0 : dice.Next(Roles.Length);
        var group = 3 + (dice.Next((size.Groups + 47) / 48) * 48);
        var principal = dice.Next(10) switch
        {
            < 6 => Ids.User(dice.Next(size.Users)),
            < 8 when group < size.Groups => Ids.Group(group), // these may hold directory roles
            _ => turn == 0 ? Ids.ServicePrincipal(dice.Next(size.Applications)) : Ids.User(dice.Next(size.Users)),
        };
        var scope = ForUnits.Contains(role) && dice.Yes() ? $"/administrativeUnits/{Ids.Unit(dice.Next(Units))}"
            : role == 2 && dice.Yes() ? "/" + Ids.Application(dice.Next(size.Applications)) : "/";
        return $"\"principalId\":\"{principal}\",\"roleDefinitionId\":\"{Roles[role].Id}\",\"directoryScopeId\":\"{scope}\"";
    }

    private static void WritePolicies(ExportFolder folder)
    {
        using var rows = folder.Entra("ConditionalAccessPolicies");
        for (var number = 0; number < 12; number++)
        {
            var (users, control) = (number % 3) switch { 0 => ("\"All\"", "mfa"), 1 => ("\"GuestsOrExternalUsers\"", "mfa"), _ => ("\"All\"", "block") };
            var application = number % 2 == 0 ? "All" : "797f4846-ba00-4fd7-ba43-dac1f8f63013";
            rows.WriteLine(
                $$"""
                {"id":"{{Ids.Of(0x1D, number)}}","displayName":"CA{{number:d3}}","state":"{{(number % 4 == 3 ? "enabledForReportingButNotEnforced" : "enabled")}}","createdDateTime":"{{Time.Ago(500)}}","modifiedDateTime":"{{Time.Ago(100)}}","conditions":{"clientAppTypes":["{{(control == "block" ? "exchangeActiveSync" : "all")}}"],"applications":{"includeApplications":["{{application}}"],"excludeApplications":[]},"users":{"includeUsers":[{{users}}],"excludeUsers":["{{Ids.User(number)}}"],"includeGroups":[],"excludeGroups":["{{Ids.Group(3 + (number % 7))}}"],"includeRoles":[],"excludeRoles":[]} },"grantControls":{"operator":"OR","builtInControls":["{{control}}"]},"sessionControls":null}
                """);
        }

        using var tenant = folder.Entra("Organizations");
        tenant.WriteLine($$"""{"id":"{{Placement.Tenant}}","displayName":"Bench","tenantType":"AAD","verifiedDomains":[{"name":"bench.example","isDefault":true}],"createdDateTime":"{{Time.Ago(4000)}}"}""");
        folder.Empty("NamedLocations");
    }
}
