using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ashlar.EndToEnd.Tenants;

/// <summary>The sample tenant hangs together: a broken reference there would teach readers and tests something untrue.</summary>
public sealed partial class ContosoTests
{
    private static readonly ExportFolder Contoso = new("contoso");

    [Fact]
    public void Every_file_is_named_by_the_manifest_and_every_named_file_exists()
    {
        var named = Contoso.DataSets.Select(d => d.GetProperty("file")).Where(f => f.ValueKind == JsonValueKind.String).Select(f => f.GetString()!).ToList();
        Assert.Equal(Contoso.Files.Where(f => f != "ashlar-export.json"), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_data_set_is_complete_or_says_what_is_missing_and_which_permission_would_help()
    {
        var gaps = Contoso.DataSets.Where(d => d.TryGetProperty("error", out _)).ToList();
        Assert.All(gaps, d => Assert.Equal("partial", ExportFolder.Text(d, "list")));
        Assert.All(gaps, d => Assert.NotEqual("", ExportFolder.Text(d, "permission")));
        Assert.Equal(
            [
                "DirectoryRoleEligibilities/ notLicensed",
                "armresources/microsoft.authorization/roleassignmentscheduleinstances notLicensed",
                "armresources/microsoft.authorization/roleeligibilityscheduleinstances notLicensed",
                "armresources/microsoft.insights/diagnosticsettings forbidden",
            ],
            gaps.Select(d => ExportFolder.Text(d, "table") + "/" + ExportFolder.Text(d, "type") + " " + ExportFolder.Text(d, "reason")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("resources")]
    [InlineData("resourcecontainers")]
    [InlineData("authorizationresources")]
    [InlineData("policyresources")]
    [InlineData("securityresources")]
    [InlineData("armresources")]
    public void Ids_are_unique_well_formed_and_agree_with_the_columns(string table)
    {
        var rows = Contoso.Rows(table).ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.Select(r => ExportFolder.Text(r, "id")).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        foreach (var row in rows)
        {
            var id = ExportFolder.Text(row, "id");
            Assert.Matches(ArmId, id);
            if (row.TryGetProperty("subscriptionId", out var subscription) && subscription.GetString() is { Length: > 0 } s)
            {
                Assert.StartsWith("/subscriptions/" + s, id, StringComparison.Ordinal);
            }

            if (table == "resources")
            {
                Assert.EndsWith("/" + ExportFolder.Text(row, "name"), id, StringComparison.Ordinal);
                Assert.Equal(ExportFolder.Text(row, "type"), Model.ResourceIds.Type(id));
                Assert.Equal(ExportFolder.Text(row, "resourceGroup"), Model.ResourceIds.ResourceGroup(id)!.ToLowerInvariant());
            }
            else if (table == "armresources")
            {
                Assert.Equal(ExportFolder.Text(row, "type"), Model.ResourceIds.Type(id), ignoreCase: true);
            }
        }
    }

    [Fact]
    public void Every_ARM_id_that_is_mentioned_belongs_to_something_that_is_there()
    {
        var known = Contoso.ArmIds();
        var mentioned = Contoso.Files.SelectMany(f => ExportFolder.Strings(Contoso.Read(f)))
            .Where(s => s.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        Assert.True(mentioned.Count > 250);
        List<string> nowhere = [.. mentioned.Where(id => !known.Contains(id) && !IsInsideAProvider(id))];
        Assert.True(nowhere.Count == 0, string.Join(", ", nowhere));
    }

    [Fact]
    public void Every_principal_that_is_mentioned_exists_save_the_one_the_readme_names()
    {
        var principals = Principals();
        var mentioned = Contoso.Rows("authorizationresources")
            .Where(r => ExportFolder.Text(r, "type") == "microsoft.authorization/roleassignments")
            .Select(r => ExportFolder.Text(r.GetProperty("properties"), "principalId"))
            .Concat(Contoso.Rows("GroupMembers").SelectMany(r => new[] { ExportFolder.Text(r, "groupId"), ExportFolder.Text(r, "memberId") }))
            .Concat(Contoso.Rows("DirectoryRoleAssignments").Select(r => ExportFolder.Text(r, "principalId")))
            .Concat(Contoso.Rows("AppRoleAssignments").SelectMany(r => new[] { ExportFolder.Text(r, "principalId"), ExportFolder.Text(r, "resourceId") }))
            .Concat(Contoso.Rows("ApplicationOwners").Select(r => ExportFolder.Text(r, "ownerId")))
            .Concat(Contoso.Rows("resources").SelectMany(IdentityPrincipals))
            .Concat(Contoso.Rows("armresources").SelectMany(IdentityPrincipals))
            .Concat(Contoso.Rows("resources").Where(r => ExportFolder.Text(r, "type") == "microsoft.keyvault/vaults")
                .SelectMany(r => r.GetProperty("properties").GetProperty("accessPolicies").EnumerateArray()).Select(p => ExportFolder.Text(p, "objectId")));
        Assert.Equal(["0afa0000-0000-4000-8000-000000000001"], mentioned.Distinct().Where(p => !principals.Contains(p)));
        Assert.Contains("0afa0000", File.ReadAllText(Path.Combine(Contoso.Path, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_role_that_is_assigned_is_defined_and_its_scope_exists()
    {
        var rows = Contoso.Rows("authorizationresources").ToList();
        var defined = rows.Where(r => ExportFolder.Text(r, "type") == "microsoft.authorization/roledefinitions").Select(r => ExportFolder.Text(r, "id")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var known = Contoso.ArmIds();
        var assignments = rows.Where(r => ExportFolder.Text(r, "type") == "microsoft.authorization/roleassignments").Select(r => r.GetProperty("properties")).ToList();
        Assert.True(assignments.Count > 35);
        Assert.All(assignments, a => Assert.Contains(ExportFolder.Text(a, "roleDefinitionId"), defined));
        Assert.All(assignments, a => Assert.True(ExportFolder.Text(a, "scope") is var scope && (scope == "/" || known.Contains(scope)), scope));
    }

    [Fact]
    public void A_private_endpoint_and_its_target_tell_the_same_story()
    {
        var resources = Contoso.Rows("resources").ToDictionary(r => ExportFolder.Text(r, "id"), StringComparer.OrdinalIgnoreCase);
        var endpoints = resources.Values.Where(r => ExportFolder.Text(r, "type") == "microsoft.network/privateendpoints").ToList();
        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
        {
            var properties = endpoint.GetProperty("properties");
            var link = properties.GetProperty("privateLinkServiceConnections").EnumerateArray()
                .Concat(properties.GetProperty("manualPrivateLinkServiceConnections").EnumerateArray()).Single().GetProperty("properties");
            var target = resources[ExportFolder.Text(link, "privateLinkServiceId")];
            var seenThere = target.GetProperty("properties").GetProperty("privateEndpointConnections").EnumerateArray().Select(c => c.GetProperty("properties"))
                .Single(c => ExportFolder.Text(c.GetProperty("privateEndpoint"), "id") == ExportFolder.Text(endpoint, "id"));
            Assert.Equal(State(link), State(seenThere));
        }
    }

    [Fact]
    public void No_text_looks_like_a_secret()
    {
        foreach (var file in Contoso.Files)
        {
            Assert.DoesNotMatch(SecretLike, File.ReadAllText(Path.Combine(Contoso.Path, file)));
        }
    }

    private static string State(JsonElement connection) => ExportFolder.Text(connection.GetProperty("privateLinkServiceConnectionState"), "status");

    private static HashSet<string> Principals() =>
        [.. new[] { "Users", "Groups", "ServicePrincipals" }.SelectMany(Contoso.Rows).Select(r => ExportFolder.Text(r, "id"))];

    private static IEnumerable<string> IdentityPrincipals(JsonElement row)
    {
        if (!row.TryGetProperty("identity", out var identity) || identity.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var own = identity.TryGetProperty("principalId", out var id) ? [id.GetString()!] : Array.Empty<string>();
        return identity.TryGetProperty("userAssignedIdentities", out var assigned)
            ? own.Concat(assigned.EnumerateObject().Select(a => ExportFolder.Text(a.Value, "principalId")))
            : own;
    }

    /// <summary>Parts of a resource that no list call returns: versions of an ML asset, built-in Cosmos roles, event stream of a container app.</summary>
    private static bool IsInsideAProvider(string id) => OpaqueChild().IsMatch(id);

    private const string ArmId = @"^(/subscriptions/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(/|$)|/providers/Microsoft\.(Management|Authorization)/)";

    private const string SecretLike = @"AccountKey=|SharedAccessSignature|[?&]sig=|InstrumentationKey=[0-9a-f]|BEGIN [A-Z ]*PRIVATE KEY";

    [GeneratedRegex(@"(?i)/workspaces/[^/]+/(models|environments|codes)/|/sqlRoleDefinitions/|/eventstream$|/service/[^/]+/$")]
    private static partial Regex OpaqueChild();
}
