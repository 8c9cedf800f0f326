namespace Ashlar.Sources.Tests;

public sealed class EntraTests
{
    private const string Group = "22222222-2222-2222-2222-222222222222";

    [Theory]
    [InlineData("[{\"id\":\"u1\",\"displayName\":\"Ann\",\"userPrincipalName\":\"ann@x\"}]", "Users")]
    [InlineData("[{\"Id\":\"u1\",\"DisplayName\":\"Ann\",\"UserPrincipalName\":\"ann@x\",\"AccountEnabled\":true}]", "Users")]
    [InlineData("{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#users(id,displayName)\",\"value\":[{\"id\":\"u1\",\"displayName\":\"Ann\"}]}", "Users")]
    [InlineData("[{\"id\":\"g1\",\"displayName\":\"G\",\"securityEnabled\":true,\"groupTypes\":[]}]", "Groups")]
    [InlineData("[{\"id\":\"s1\",\"appId\":\"a\",\"servicePrincipalType\":\"ManagedIdentity\",\"displayName\":\"mi\"}]", "ServicePrincipals")]
    [InlineData("[{\"id\":\"a1\",\"appId\":\"a\",\"signInAudience\":\"AzureADMyOrg\",\"displayName\":\"app\"}]", "Applications")]
    [InlineData("[{\"@odata.type\":\"#microsoft.graph.servicePrincipal\",\"id\":\"s1\",\"displayName\":\"x\"}]", "ServicePrincipals")]
    [InlineData("[{\"id\":\"r1\",\"principalId\":\"p\",\"roleDefinitionId\":\"d\",\"directoryScopeId\":\"/\"}]", "DirectoryRoleAssignments")]
    [InlineData("[{\"id\":\"x\",\"appRoleId\":\"r\",\"principalId\":\"p\",\"resourceId\":\"s\"}]", "AppRoleAssignments")]
    [InlineData("[{\"id\":\"x\",\"clientId\":\"c\",\"consentType\":\"AllPrincipals\",\"resourceId\":\"s\",\"scope\":\"User.Read\"}]", "OAuth2PermissionGrants")]
    [InlineData("[{\"id\":\"x\",\"state\":\"enabled\",\"conditions\":{},\"grantControls\":null}]", "ConditionalAccessPolicies")]
    [InlineData("[{\"id\":\"x\",\"name\":\"gh\",\"issuer\":\"https://i\",\"subject\":\"s\",\"audiences\":[\"a\"]}]", "FederatedIdentityCredentials")]
    [InlineData("[{\"id\":\"x\",\"isBuiltIn\":true,\"rolePermissions\":[]}]", "DirectoryRoleDefinitions")]
    [InlineData("[{\"id\":\"x\",\"accessId\":\"member\",\"groupId\":\"g\",\"principalId\":\"p\",\"eligibilityScheduleId\":\"s\"}]", "GroupEligibilities")]
    [InlineData("{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#identityGovernance/privilegedAccess/group/eligibilityScheduleInstances\",\"value\":[{\"id\":\"x\",\"groupId\":\"g\"}]}", "GroupEligibilities")]
    public void Objects_of_Microsoft_Graph_land_in_their_table(string text, string table)
    {
        using var export = Export.Of(text);
        Assert.Equal(1L, export.One($"{table} | count"));
        Assert.DoesNotContain(export.Diagnostics, d => d.Code == SourceCodes.NotResources);
    }

    [Fact]
    public void Values_keep_their_types()
    {
        using var export = Export.Of("""[{"id":"u1","userPrincipalName":"ann@x","accountEnabled":false,"createdDateTime":"2026-01-02T03:04:05Z","assignedLicenses":[{"skuId":"s"}]}]""");

        Assert.Equal(
            [false, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), "[{\"skuId\":\"s\"}]", null],
            Assert.Single(export.Rows("Users | project accountEnabled, createdDateTime, assignedLicenses, onPremisesSyncEnabled")));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5), export.Report.AsOf);
    }

    [Theory]
    [InlineData("members.json", $"{{\"groupId\":\"{Group}\",\"value\":[{{\"id\":\"u1\",\"userPrincipalName\":\"ann@x\"}}]}}")]
    [InlineData($"group-members-{Group}.json", "[{\"id\":\"u1\",\"userPrincipalName\":\"ann@x\"}]")]
    [InlineData("g.json", $"[{{\"id\":\"{Group}\",\"displayName\":\"G\",\"securityEnabled\":true,\"members\":[{{\"id\":\"u1\"}}]}}]")]
    [InlineData("rows.json", $"[{{\"groupId\":\"{Group}\",\"memberId\":\"u1\",\"@odata.type\":\"#microsoft.graph.user\"}}]")]
    public void Members_are_joined_to_their_group(string name, string text)
    {
        using var export = Export.Of(text, name);
        Assert.Equal([Group, "u1"], Assert.Single(export.Rows("GroupMembers | project groupId, memberId")));
    }

    [Theory]
    [InlineData($"administrativeUnit-members-{Group}.json", "[{\"id\":\"u1\",\"userPrincipalName\":\"ann@x\"}]")]
    [InlineData("u.json", $"{{\"@odata.context\":\"https://graph.microsoft.com/v1.0/$metadata#directory/administrativeUnits('{Group}')/members\",\"value\":[{{\"id\":\"u1\"}}]}}")]
    [InlineData("rows.json", $"[{{\"administrativeUnitId\":\"{Group}\",\"memberId\":\"u1\",\"@odata.type\":\"#microsoft.graph.user\"}}]")]
    public void Members_are_joined_to_their_administrative_unit(string name, string text)
    {
        using var export = Export.Of(text, name);
        Assert.Equal([Group, "u1"], Assert.Single(export.Rows("AdministrativeUnitMembers | project administrativeUnitId, memberId")));
        Assert.Equal(0L, export.One("GroupMembers | count"));
    }

    [Fact]
    public void An_eligibility_for_a_group_says_as_what_and_until_when()
    {
        using var export = Export.Of("""[{"id":"x","accessId":"owner","groupId":"g","principalId":"p","eligibilityScheduleId":"s","startDateTime":"2026-01-01T00:00:00Z","endDateTime":null}]""");
        Assert.Equal(
            ["g", "p", "owner", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), null],
            Assert.Single(export.Rows("GroupEligibilities | project groupId, principalId, accessId, startDateTime, endDateTime")));
    }

    [Fact]
    public void Owners_inside_an_application_are_rows()
    {
        using var export = Export.Of("""[{"id":"a1","appId":"x","signInAudience":"y","owners":[{"@odata.type":"#microsoft.graph.user","id":"u1"}]}]""");
        Assert.Equal(["a1", "u1", "#microsoft.graph.user"], Assert.Single(export.Rows("ApplicationOwners | project applicationId, ownerId, odataType")));
    }
}
