using Ashlar.Graph.Access.Conditions;
using static Ashlar.Graph.Tests.Access.Conditions.Attempts;

namespace Ashlar.Graph.Tests.Access.Conditions;

public class DelegationTests
{
    private const string Reader = "aaaaaaaa-0000-0000-0000-000000000001";
    private const string Owner = "aaaaaaaa-0000-0000-0000-000000000002";

    [Theory]
    [InlineData(Reader, Assign, Truth.True)]
    [InlineData(Owner, Assign, Truth.False)]
    [InlineData(Owner, "Microsoft.Authorization/roleAssignments/read", Truth.True)]
    [InlineData(null, Assign, Truth.Unknown)]
    public void Only_the_listed_roles_can_be_assigned(string? role, string action, object expected) =>
        Assert.Equal(expected, Constrained($"{{{Reader}, bbbbbbbb-0000-0000-0000-000000000000}}").Evaluate(action, Requesting(role)));

    [Theory]
    [InlineData("{aaaaaaaa000000000000000000000001}")]
    [InlineData("{AAAAAAAA-0000-0000-0000-000000000001,bbbbbbbb000000000000000000000000}")]
    [InlineData(" {'aaaaaaaa-0000-0000-0000-000000000001'}")]
    [InlineData("{ ' aaaaaaaa-0000-0000-0000-000000000001 ' , bbbbbbbb-0000-0000-0000-000000000000 }")]
    public void A_guid_may_be_written_in_any_form(string list) => Assert.Equal(Truth.True, Constrained(list).Evaluate(Assign, Requesting(Reader)));

    [Fact]
    public void Writing_and_deleting_are_judged_by_their_own_attributes()
    {
        var condition = AccessCondition.Parse($$"""
            ((!(ActionMatches{'{{Assign}}'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {{{Reader}}}))
            AND
            ((!(ActionMatches{'{{Unassign}}'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {{{Reader}}}))
            """);
        Assert.Equal(Truth.True, condition.Evaluate(Assign, Requesting(Reader)));
        Assert.Equal(Truth.Unknown, condition.Evaluate(Unassign, Requesting(Reader)));
        Assert.True(condition.ReadsResource);
        Assert.Equal(["@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]", "@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId]"], condition.Attributes);
    }

    [Theory]
    [InlineData(Reader, Truth.True)]
    [InlineData(Owner, Truth.False)]
    public void All_but_the_privileged_roles_can_be_assigned(string role, object expected)
    {
        var condition = AccessCondition.Parse($"(!(ActionMatches{{'{Assign}'}})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAllValues:GuidNotEquals {{{Owner}, bbbbbbbb-0000-0000-0000-000000000000}})");
        Assert.Null(condition.Problem);
        Assert.Equal(expected, condition.Evaluate(Assign, Requesting(role)));
    }

    [Theory]
    [InlineData("ServicePrincipal", Truth.True)]
    [InlineData("serviceprincipal", Truth.True)]
    [InlineData("User", Truth.False)]
    public void The_kind_of_principal_is_judged_beside_the_role(string type, object expected)
    {
        var condition = AccessCondition.Parse($"((!(ActionMatches{{'{Assign}'}})) OR ((@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {{{Reader}}}) AND (@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEqualsIgnoreCase 'ServicePrincipal')))");
        Assert.Equal(expected, condition.Evaluate(Assign, Requesting(Reader).With(AttributeSource.Request, "Microsoft.Authorization/roleAssignments:PrincipalType", type)));
    }

    [Fact]
    public void A_refused_role_stays_refused_whatever_the_rest_would_say()
    {
        var condition = AccessCondition.Parse($"@Resource[HasToken] boolequals true && (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {{{Reader}}})");
        Assert.Equal(Truth.False, condition.Evaluate(Assign, Requesting(Owner)));
        Assert.Equal(Truth.Unknown, condition.Evaluate(Assign, Requesting(Reader)));
    }

    private static AccessCondition Constrained(string list)
    {
        var condition = AccessCondition.Parse($"((!(ActionMatches{{'{Assign}'}})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{list}))");
        Assert.Null(condition.Problem);
        return condition;
    }

    private static Attempts Requesting(string? role) =>
        role is null ? new Attempts() : new Attempts().With(AttributeSource.Request, "Microsoft.Authorization/roleAssignments:RoleDefinitionId", role);
}
