using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Graph.Access;
using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Graph.Tests.Access;

public class AccessGraphTests
{
    private const string Sub = "/subscriptions/11111111-1111-1111-1111-111111111111";
    private const string Account = Sub + "/resourceGroups/ab/providers/Microsoft.CognitiveServices/accounts/a1";

    private const string Edges =
        """
        title: Read keys
        meaning: Keys.
        attack: [T1552]
        sources: ['https://learn.microsoft.com/azure/role-based-access-control/permissions/ai-machine-learning']
        on:
          - type: microsoft.cognitiveservices/accounts
            actions: [Microsoft.CognitiveServices/accounts/listKeys/action]
        assertions:
          - because: may
            on: {type: microsoft.cognitiveservices/accounts}
            grants: {actions: ['*']}
            can: yes
          - because: may not
            on: {type: microsoft.cognitiveservices/accounts}
            grants: {actions: ['*/read']}
            can: no
        """;

    [Fact]
    public void A_member_of_a_nested_group_holds_what_the_outer_one_was_given_and_cycles_end()
    {
        var rows = Roads(Contributor("g1", Sub + "/resourceGroups/ab"), members: [("g1", "g2"), ("g2", "g3"), ("g3", "g1"), ("g3", "u1")]);
        Assert.Equal(["g1 read-keys active direct", "u1 read-keys active group"], rows);
    }

    [Fact]
    public void A_resource_group_whose_name_begins_alike_is_another() =>
        Assert.Empty(Roads(Contributor("u1", Sub + "/resourceGroups/a")));

    [Fact]
    public void A_group_of_everyone_by_its_rule_that_nothing_names_has_its_members_counted()
    {
        using var snapshot = Snapshot.FromRows(new Dictionary<string, IReadOnlyList<JsonObject>>
        {
            ["Groups"] = [new JsonObject { ["id"] = "all", ["membershipRule"] = "(user.objectId -ne null)" }],
            ["Users"] = [new JsonObject { ["id"] = "u1" }, new JsonObject { ["id"] = "u2" }],
            ["GroupMembers"] = [.. new[] { "u1", "u2" }.Select(u => new JsonObject { ["groupId"] = "all", ["memberId"] = u })],
        });
        AccessGraph.Derive(snapshot, Library().Edges, CancellationToken.None);
        Assert.Equal(["all 2 true"], Lines(snapshot, "Identities | where Kind == 'group' | project strcat(Id, ' ', Members, ' ', Everyone)"));
    }

    [Fact]
    public void Accounts_of_one_group_that_are_denied_alike_have_the_same_holders_and_one_that_is_denied_more_has_fewer()
    {
        var second = Account[..^2] + "a2";
        var third = Account[..^2] + "a3";
        using var snapshot = Snapshot.FromRows(new Dictionary<string, IReadOnlyList<JsonObject>>
        {
            ["resources"] = [.. new[] { Account, second, third }.Select(a => Row(a, "microsoft.cognitiveservices/accounts", "{}"))],
            ["authorizationresources"] = [.. Contributor("u1", Sub), .. Contributor("u2", Sub + "/resourceGroups/ab").Skip(1)],
            ["armresources"] = [Denial(Sub, "u3"), Denial(third, "u1")],
            ["Users"] = [new JsonObject { ["id"] = "u1" }, new JsonObject { ["id"] = "u2" }, new JsonObject { ["id"] = "u3" }],
        });
        AccessGraph.Derive(snapshot, Library().Edges, CancellationToken.None);
        Assert.Equal(["a1 u1", "a1 u2", "a2 u1", "a2 u2", "a3 u2"], Lines(snapshot, "EffectiveAccess | project strcat(tostring(split(ResourceId, '/')[-1]), ' ', PrincipalId) | order by Column1 asc"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(""", "condition":"(@Environment[isPrivateLink] BoolEquals true)" """, 1)]
    public void A_denial_whose_permission_is_under_a_condition_takes_nothing_away(string condition, int holders)
    {
        var denial = Denial(Sub, "u1");
        denial["properties"]!["permissions"] = JsonNode.Parse($$"""[{"actions":["*"]{{condition}}}]""");
        using var snapshot = Snapshot.FromRows(new Dictionary<string, IReadOnlyList<JsonObject>>
        {
            ["resources"] = [Row(Account, "microsoft.cognitiveservices/accounts", "{}")],
            ["authorizationresources"] = Contributor("u1", Sub),
            ["armresources"] = [denial],
            ["Users"] = [new JsonObject { ["id"] = "u1" }],
        });
        AccessGraph.Derive(snapshot, Library().Edges, CancellationToken.None);
        Assert.Equal(holders, Lines(snapshot, "EffectiveAccess | project PrincipalId").Count);
    }

    [Fact]
    public void An_assignment_as_PowerShell_writes_it_counts_too()
    {
        var rows = Contributor("u1", Sub);
        rows[1]["properties"] = JsonNode.Parse("""{"PrincipalId":"u1","RoleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/r1"}""");
        Assert.Equal(["u1 read-keys active direct"], Roads(rows));
    }

    private static JsonObject Denial(string scope, string principal) => Row(
        scope + "/providers/Microsoft.Authorization/denyAssignments/d1",
        "microsoft.authorization/denyassignments",
        $$"""{"scope":"{{scope}}","permissions":[{"actions":["*"]}],"principals":[{"id":"{{principal}}","type":"User"}],"denyAssignmentEffect":"enforced"}""");

    private static JsonObject[] Contributor(string principal, string scope) =>
    [
        Row("/providers/Microsoft.Authorization/roleDefinitions/r1", "microsoft.authorization/roledefinitions", """{"roleName":"Contributor","permissions":[{"actions":["*"],"notActions":["Microsoft.Authorization/*/Write"]}]}"""),
        Row(scope + "/providers/Microsoft.Authorization/roleAssignments/x1", "microsoft.authorization/roleassignments", $$"""{"principalId":"{{principal}}","roleDefinitionId":"/providers/Microsoft.Authorization/roleDefinitions/r1","scope":"{{scope}}"}"""),
    ];

    private static List<string> Roads(JsonObject[] authorization, params (string Group, string Member)[] members)
    {
        using var snapshot = Snapshot.FromRows(new Dictionary<string, IReadOnlyList<JsonObject>>
        {
            ["resources"] = [Row(Account, "microsoft.cognitiveservices/accounts", "{}")],
            ["authorizationresources"] = authorization,
            ["Users"] = [new JsonObject { ["id"] = "u1" }],
            ["Groups"] = [.. new[] { "g1", "g2", "g3" }.Select(g => new JsonObject { ["id"] = g })],
            ["GroupMembers"] = [.. members.Select(m => new JsonObject { ["groupId"] = m.Group, ["memberId"] = m.Member })],
        });
        AccessGraph.Derive(snapshot, Library().Edges, CancellationToken.None);
        return Lines(snapshot, "EffectiveAccess | project strcat(PrincipalId, ' ', Capability, ' ', State, ' ', Membership) | order by Column1 asc");
    }

    private static ContentLibrary Library()
    {
        var library = ContentLibrary.Load([ContentText.Of(("edges/read-keys.yaml", Edges))], Snapshot.EmptyCatalog);
        Assert.Empty(library.Diagnostics);
        return library;
    }

    private static List<string> Lines(Snapshot snapshot, string text)
    {
        var query = KqlCompiler.Compile(text, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        Assert.Empty(query.Diagnostics);
        return [.. snapshot.Query(query, CancellationToken.None).Rows.Select(r => (string)r[0]!)];
    }

    private static JsonObject Row(string id, string type, string properties) => new() { ["id"] = id, ["type"] = type, ["properties"] = JsonNode.Parse(properties) };
}
