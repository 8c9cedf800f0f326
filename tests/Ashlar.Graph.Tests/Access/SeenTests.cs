using System.Text.Json.Nodes;
using Ashlar.Graph.Access;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Access;

/// <summary>Nobody is a true answer only where everything that bears on it was read.</summary>
public class SeenTests
{
    private const string Sub = "/subscriptions/11111111-1111-1111-1111-111111111111";
    private const string Account = Sub + "/resourceGroups/ab/providers/Microsoft.CognitiveServices/accounts/a1";
    private const string Cosmos = Sub + "/resourceGroups/ab/providers/Microsoft.DocumentDB/databaseAccounts/c1";
    private const string Vault = Sub + "/resourceGroups/ab/providers/Microsoft.KeyVault/vaults/v1";
    private const string Role = "/providers/Microsoft.Authorization/roleDefinitions/r1";
    private const string Contributor = """{"roleName":"Contributor","permissions":[{"actions":["*"]}]}""";

    private readonly Dictionary<string, IReadOnlyList<JsonObject>> _tables = new()
    {
        ["resources"] = [Row(Account, "microsoft.cognitiveservices/accounts", "{}"), Row(Cosmos, "microsoft.documentdb/databaseaccounts", """{"x":1}"""), Row(Vault, "microsoft.keyvault/vaults", """{"enableRbacAuthorization":false,"accessPolicies":[]}""")],
        ["resourcecontainers"] = [Container("11111111-1111-1111-1111-111111111111")],
        ["Users"] = [new JsonObject { ["id"] = "u1" }],
        ["Groups"] = [new JsonObject { ["id"] = "g1" }],
    };

    private readonly List<Completeness> _whole =
    [
        .. new[] { "resources", "authorizationresources", "armresources", "managedserviceresources" }.Concat(TableCatalogue.All.Where(t => t.Kind == TableKind.Entra).Select(t => t.Name))
            .Select(t => new Completeness(t, "", "/", Bodies: true, List: true, "test")),
    ];

    private readonly List<Gap> _gaps = [];

    [Fact]
    public void With_everything_read_nobody_is_nobody() =>
        Assert.Equal((0, true), Answer(Account));

    [Theory]
    [InlineData("null")]
    [InlineData("""{"principalId":"u1","roleDefinitionId":null}""")]
    [InlineData("""{"principalId":null,"roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/r1"}""")]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    public void An_assignment_without_its_body_may_be_anybodys(string properties)
    {
        Authorization(Contributor, (Sub + "/providers/Microsoft.Authorization/roleAssignments/x1", properties));
        Assert.Equal((0, false), Answer(Account));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"roleName":"R","permissions":null}""")]
    [InlineData("""{"roleName":"R","permissions":[{"actions":null}]}""")]
    [InlineData("""{"roleName":"R","permissions":"not json"}""")]
    [InlineData("""{"roleName":"R","permissions":{"actions":["*"]}}""")]
    [InlineData("\"text\"")]
    public void A_role_whose_permissions_are_not_told_may_grant_anything(string role)
    {
        Authorization(role, (Sub + "/providers/Microsoft.Authorization/roleAssignments/x1", $$"""{"principalId":"u1","roleDefinitionId":"{{Role}}"}"""));
        Assert.False(Answer(Account).Complete);
    }

    [Theory]
    [InlineData("U1", Role)]
    [InlineData("u1", Role + "/")]
    [InlineData("u1", Sub + Role)]
    [InlineData("u1", "/providers/microsoft.authorization/ROLEDEFINITIONS/R1")]
    public void Ids_are_told_apart_by_what_they_name(string principal, string role)
    {
        Authorization(Contributor, ("/providers/Microsoft.Authorization/roleAssignments/x1", $$"""{"principalId":"{{principal}}","roleDefinitionId":"{{role}}","scope":"/"}"""));
        Assert.Equal((1, true), Answer(Account));
    }

    [Fact]
    public void Of_two_rows_of_a_role_the_one_with_permissions_counts()
    {
        Authorization(Contributor, (Sub + "/providers/Microsoft.Authorization/roleAssignments/x1", $$"""{"principalId":"u1","roleDefinitionId":"{{Role}}"}"""));
        _tables["authorizationresources"] = [Row("/PROVIDERS/Microsoft.Authorization/roleDefinitions/r1", "microsoft.authorization/roledefinitions", "null"), .. _tables["authorizationresources"]];
        Assert.Equal((1, true), Answer(Account));
    }

    [Theory]
    [InlineData("managedserviceresources", "", Account)]
    [InlineData("armresources", "microsoft.documentdb/databaseaccounts/sqlroleassignments", Cosmos)]
    [InlineData("authorizationresources", "microsoft.authorization/roleassignments", Account)]
    public void A_list_that_was_refused_leaves_it_open(string table, string type, string resource)
    {
        _gaps.Add(new Gap(type.Length == 0 ? table : table + "/" + type, Sub, GapReason.Forbidden, null, "403"));
        Assert.False(Answer(resource).Complete);
    }

    [Fact]
    public void A_refusal_at_a_management_group_bears_on_what_lies_below()
    {
        _gaps.Add(new Gap("authorizationresources/microsoft.authorization/roleassignments", "/providers/Microsoft.Management/managementGroups/root", GapReason.Forbidden, null, "403"));
        Assert.False(Answer(Account).Complete);
    }

    [Fact]
    public void Who_is_named_and_was_not_read_may_be_a_group()
    {
        _tables.Remove("Groups");
        _whole.RemoveAll(c => c.Table is "Groups" or "GroupMembers" or "Users" or "ServicePrincipals");
        Authorization(Contributor, (Sub + "/providers/Microsoft.Authorization/roleAssignments/x1", $$"""{"principalId":"g7","roleDefinitionId":"{{Role}}"}"""));
        Assert.Equal((1, false), Answer(Account));
    }

    [Fact]
    public void A_vault_without_its_body_may_have_policies()
    {
        _tables["resources"] = [Row(Vault, "microsoft.keyvault/vaults", "null")];
        Assert.False(Answer(Vault).Complete);
    }

    [Fact]
    public void A_vault_that_does_not_tell_its_policies_may_have_some()
    {
        _tables["resources"] = [Row(Vault, "microsoft.keyvault/vaults", """{"enableRbacAuthorization":false,"accessPolicies":null}""")];
        Assert.False(Answer(Vault).Complete);
    }

    [Fact]
    public void A_subscription_without_management_groups_does_not_hide_from_identities()
    {
        _tables["resourcecontainers"] = [Container("11111111-1111-1111-1111-111111111111"), Row("/subscriptions/2", "microsoft.resources/subscriptions", "{}", "2")];
        _whole.RemoveAll(c => c.Table == "authorizationresources");
        _whole.Add(new Completeness("authorizationresources", "", Sub, Bodies: true, List: true, "test"));
        Assert.Equal("false", Cell("Identities | where Id == 'u1' | project tostring(Complete)"));
    }

    [Theory]
    [InlineData("DirectoryRoleDefinitions")]
    [InlineData("ServicePrincipals")]
    public void What_turns_an_Entra_assignment_into_power_counts(string table)
    {
        _whole.RemoveAll(c => c.Table == table);
        Assert.Equal("0", Cell("AccessTargets | where ResourceId has 'microsoft.graph' and Complete == true | summarize tostring(count())"));
    }

    [Theory]
    [InlineData("armresources", "microsoft.authorization/denyassignments")]
    [InlineData("managedserviceresources", "microsoft.managedservices/registrationassignments")]
    [InlineData("managedserviceresources", "microsoft.managedservices/registrationdefinitions")]
    [InlineData("armresources", "microsoft.keyvault/vaults/accesspolicies")]
    [InlineData("armresources", "microsoft.documentdb/databaseaccounts/sqlroleassignments")]
    [InlineData("armresources", "microsoft.documentdb/databaseaccounts/sqlroledefinitions")]
    [InlineData("armresources", "microsoft.authorization/roleeligibilityscheduleinstances")]
    [InlineData("resources", "microsoft.keyvault/vaults")]
    [InlineData("resources", "microsoft.managedidentity/userassignedidentities")]
    public void Bodies_of_any_shape_are_read(string table, string type)
    {
        string[] bodies = ["null", "\"text\"", "[1]", "7", """{"permissions":"x","principals":"y","accessPolicies":"z","authorizations":"w","registrationDefinition":"v","scope":5}"""];
        _tables[table] = [.. _tables.GetValueOrDefault(table) ?? [], .. bodies.Select((b, i) => Row("/x" + i, type, b)), .. bodies.Select((b, i) => Row($"{Sub}/providers/{type}/n{i}", type, b))];
        Assert.NotNull(Cell("AccessTargets | summarize tostring(count())"));
    }

    [Fact]
    public void Entra_rows_of_any_shape_are_read()
    {
        _tables["Applications"] = [new JsonObject { ["id"] = "A", ["appId"] = "x", ["passwordCredentials"] = "text" }, new JsonObject { ["id"] = "a", ["appId"] = "x", ["keyCredentials"] = 5 }];
        _tables["ServicePrincipals"] = [new JsonObject { ["id"] = "S", ["appId"] = "x", ["passwordCredentials"] = "text" }, new JsonObject { ["id"] = "s", ["appId"] = "00000003-0000-0000-c000-000000000000", ["appRoles"] = "text" }];
        _tables["DirectoryRoleDefinitions"] = [new JsonObject { ["id"] = "r", ["rolePermissions"] = "text" }];
        _tables["resourcecontainers"] = [Row("/subscriptions/2", "microsoft.resources/subscriptions", """{"managementGroupAncestorsChain":"text"}""", "2")];
        Assert.NotNull(Cell("Identities | summarize tostring(count())"));
    }

    private (int Roads, bool Complete) Answer(string resource)
    {
        using var snapshot = Derived();
        var roads = Run(snapshot, $"EffectiveAccess | where ResourceId =~ '{resource}' | distinct PrincipalId").Count;
        return (roads, (bool)Run(snapshot, $"AccessTargets | where ResourceId =~ '{resource}' | project Complete")[0][0]!);
    }

    private string? Cell(string query)
    {
        using var snapshot = Derived();
        return (string?)Run(snapshot, query)[0][0];
    }

    private Snapshot Derived()
    {
        var snapshot = Snapshot.FromRows(_tables, gaps: _gaps, completeness: _whole);
        AccessGraph.Derive(snapshot, ShippedEdges.All.Value, CancellationToken.None);
        return snapshot;
    }

    private static IReadOnlyList<object?[]> Run(Snapshot snapshot, string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        Assert.Empty(compiled.Diagnostics);
        return snapshot.Query(compiled, CancellationToken.None).Rows;
    }

    private void Authorization(string role, params (string Id, string Properties)[] assignments) =>
        _tables["authorizationresources"] = [Row(Role, "microsoft.authorization/roledefinitions", role), .. assignments.Select(a => Row(a.Id, "microsoft.authorization/roleassignments", a.Properties))];

    private static JsonObject Container(string id) => Row("/subscriptions/" + id, "microsoft.resources/subscriptions", """{"managementGroupAncestorsChain":[{"name":"root"}]}""", id);

    private static JsonObject Row(string id, string type, string properties, string? subscription = null) => new() { ["id"] = id, ["type"] = type, ["properties"] = JsonNode.Parse(properties), ["subscriptionId"] = subscription };
}
