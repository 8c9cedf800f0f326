using Ashlar.Graph.Access.Conditions;

namespace Ashlar.Graph.Tests.Access.Conditions;

public class OperatorTests
{
    [Theory]
    [InlineData("'a' StringEquals 'a'", true)]
    [InlineData("'a' StringEquals 'A'", false)]
    [InlineData("'a' StringEqualsIgnoreCase 'A'", true)]
    [InlineData("'a' StringNotEquals 'A'", true)]
    [InlineData("'a' StringNotEqualsIgnoreCase 'A'", false)]
    [InlineData("'abc' StringStartsWith 'ab'", true)]
    [InlineData("'abc' StringStartsWithIgnoreCase 'AB'", true)]
    [InlineData("'abc' StringNotStartsWith 'ab'", false)]
    [InlineData("'abc' StringNotStartsWithIgnoreCase 'B'", true)]
    [InlineData("'abcd' StringLike 'a*c?'", true)]
    [InlineData("'abcd' StringLike 'A*C?'", false)]
    [InlineData("'abcd' StringLikeIgnoreCase 'A*C?'", true)]
    [InlineData("'abcd' StringLike 'a*c'", false)]
    [InlineData("'abcd' StringNotLike 'a*c'", true)]
    [InlineData("'abcd' StringNotLikeIgnoreCase 'A*D'", false)]
    [InlineData(@"'a*' StringLike 'a\*'", true)]
    [InlineData(@"'ab' StringLike 'a\*'", false)]
    [InlineData(@"'a?c' StringLike 'a\?c'", true)]
    [InlineData(@"'a\b' StringLike 'a\b'", true)]
    [InlineData("'logs/2025/x.txt' StringLike 'logs/*'", true)]
    [InlineData("'aab' StringLike '*ab'", true)]
    [InlineData("'' StringLike '*'", true)]
    [InlineData("'' StringLike '?'", false)]
    [InlineData("10 NumericEquals 10", true)]
    [InlineData("'10' NumericNotEquals 10", false)]
    [InlineData("-9 NumericLessThan 10", true)]
    [InlineData("10 NumericLessThanEquals 10", true)]
    [InlineData("9 NumericGreaterThan 10", false)]
    [InlineData("10 NumericGreaterThanEquals 10", true)]
    [InlineData("true BoolEquals 'True'", true)]
    [InlineData("true BoolNotEquals false", true)]
    [InlineData("'2025-05-01T13:00:00.0000000Z' DateTimeEquals '2025-05-01T15:00:00+02:00'", true)]
    [InlineData("'2025-05-01T13:00:00Z' DateTimeNotEquals '2025-05-01T13:00:00.0000001Z'", true)]
    [InlineData("'2025-05-01T13:00:00Z' DateTimeLessThan '2025-05-01T13:00:00.1Z'", true)]
    [InlineData("'2025-05-01T13:00:00Z' DateTimeLessThanEquals '2025-05-01T12:00:00Z'", false)]
    [InlineData("'2025-05-01T13:00:00Z' DateTimeGreaterThanEquals '2025-05-01T13:00:00Z'", true)]
    [InlineData("aaaaaaaa-0000-0000-0000-000000000001 GuidNotEquals AAAAAAAA000000000000000000000001", false)]
    [InlineData("{'red', 'blue'} ForAnyOfAnyValues:StringEquals {'blue', 'green'}", true)]
    [InlineData("{'red', 'blue'} ForAnyOfAnyValues:StringEquals {'orange', 'green'}", false)]
    [InlineData("{'red', 'blue'} ForAllOfAnyValues:StringEquals {'orange', 'red', 'blue'}", true)]
    [InlineData("{'red', 'blue'} ForAllOfAnyValues:StringEquals {'red', 'green'}", false)]
    [InlineData("{10, 20} ForAnyOfAllValues:NumericLessThan {15, 18}", true)]
    [InlineData("{20, 30} ForAnyOfAllValues:NumericLessThan {15, 25}", false)]
    [InlineData("{10, 20} ForAllOfAllValues:NumericLessThan {15, 25, 30}", false)]
    [InlineData("{10, 20} ForAllOfAllValues:NumericLessThan {25, 30}", true)]
    public void Operators_compare_as_documented(string text, bool expected) => Assert.Equal(expected ? Truth.True : Truth.False, Ask(text));

    [Theory]
    [InlineData("'ten' NumericNotEquals 10")]
    [InlineData("'maybe' BoolEquals true")]
    [InlineData("'contributor' GuidEquals aaaaaaaa-0000-0000-0000-000000000001")]
    [InlineData("'yesterday' DateTimeLessThan '2025-05-01T13:00:00Z'")]
    [InlineData("{'a', 'b'} StringEquals 'a'")]
    public void What_cannot_be_compared_is_unknown(string text) => Assert.Equal(Truth.Unknown, Ask(text));

    [Theory]
    [InlineData("{'a', 'b'} StringEquals 'c'", Truth.False)]
    [InlineData("{'ab', 'ac'} StringStartsWith 'a'", Truth.True)]
    public void Several_values_without_a_quantifier_are_decided_where_every_quantifier_agrees(string text, object expected) => Assert.Equal(expected, Ask(text));

    [Theory]
    [InlineData("Microsoft.Authorization/roleAssignments/*", Truth.True)]
    [InlineData("microsoft.authorization/ROLEASSIGNMENTS/write", Truth.True)]
    [InlineData("Microsoft.Authorization/roleDefinitions/*", Truth.False)]
    [InlineData("*/write", Truth.True)]
    [InlineData("*", Truth.True)]
    [InlineData("Microsoft.Authorization/roleAssignments/wr?te", Truth.False)]
    [InlineData("Microsoft.Authorization/roleAssignments/*/write", Truth.Unknown)]
    [InlineData("Microsoft.Authorization/*/roleAssignments/*/write", Truth.Unknown)]
    [InlineData("Microsoft.Authorization/*/write", Truth.True)]
    [InlineData("Microsoft.Authorization/*/roleAssignments", Truth.False)]
    public void Actions_match_as_permissions_do(string pattern, object expected) =>
        Assert.Equal(expected, AccessCondition.Parse($"ActionMatches{{'{pattern}'}}").Evaluate("Microsoft.Authorization/roleAssignments/write", UnknownAttributes.Instance));

    private static Truth Ask(string text)
    {
        var condition = AccessCondition.Parse(text);
        Assert.Null(condition.Problem);
        return condition.Evaluate("a/b/read", UnknownAttributes.Instance);
    }
}
