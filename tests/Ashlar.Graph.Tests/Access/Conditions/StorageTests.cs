using Ashlar.Graph.Access.Conditions;
using static Ashlar.Graph.Tests.Access.Conditions.Attempts;

namespace Ashlar.Graph.Tests.Access.Conditions;

public class StorageTests
{
    private const string Tag = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/tags:Project<$key_case_sensitive$>";
    private const string Tagged = $"((!(ActionMatches{{'{ReadBlob}'}} AND NOT SubOperationMatches{{'Blob.List'}})) OR (@Resource[{Tag}] StringEquals 'Harbour'))";

    [Theory]
    [InlineData("Blob.List", "Quay", Truth.True)]
    [InlineData("", "Quay", Truth.False)]
    [InlineData("", "Harbour", Truth.True)]
    [InlineData(null, "Harbour", Truth.True)]
    [InlineData(null, "Quay", Truth.Unknown)]
    public void An_action_without_its_sub_operation_may_be_any_of_them(string? operation, string tag, object expected)
    {
        var attempt = new Attempts().With(AttributeSource.Resource, Tag, tag);
        if (operation is not null)
            attempt.With(AttributeSource.Request, "subOperation", operation.Length == 0 ? [] : [operation]);
        Assert.Equal(expected, AccessCondition.Parse(Tagged).Evaluate(ReadBlob, attempt));
    }

    [Fact]
    public void Untargeted_actions_pass() => Assert.Equal(Truth.True, AccessCondition.Parse(Tagged).Evaluate("Microsoft.Storage/storageAccounts/read", UnknownAttributes.Instance));

    [Fact]
    public void What_is_not_inventoried_is_unknown() => Assert.Equal(Truth.Unknown, AccessCondition.Parse(Tagged).Evaluate(ReadBlob, UnknownAttributes.Instance));

    [Theory]
    [InlineData("2030-01-01T00:00:00Z", Truth.True)]
    [InlineData("2020-01-01T00:00:00Z", Truth.False)]
    public void Time_of_the_request_is_an_attribute_like_any(string now, object expected) =>
        Assert.Equal(expected, Ask("@Environment[UtcNow] DateTimeGreaterThan '2025-05-01T13:00:00.0Z'", new Attempts().With(AttributeSource.Environment, "utcNow", now)));

    [Fact]
    public void Two_attributes_can_be_compared()
    {
        const string Text = $"@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:Works_Project] ForAnyOfAnyValues:StringEquals @Resource[{Tag}]";
        var attempt = new Attempts().With(AttributeSource.Principal, "Microsoft.Directory/CustomSecurityAttributes/Id:Works_Project", "Quay", "Harbour");
        Assert.Equal(Truth.Unknown, Ask(Text, attempt));
        Assert.Equal(Truth.True, Ask(Text, attempt.With(AttributeSource.Resource, Tag, "Harbour")));
        Assert.Equal(Truth.False, Ask(Text, attempt.With(AttributeSource.Resource, Tag, "harbour")));
    }

    [Theory]
    [InlineData("@Request[x:versionId] DateTimeEquals '2022-06-01T00:00:00.0Z'", Truth.False)]
    [InlineData("Exists @Request[x:versionId]", Truth.False)]
    [InlineData("NOT Exists @Request[x:versionId]", Truth.True)]
    [InlineData("@Request[x:versionId] DateTimeEquals '2022-06-01T00:00:00.0Z' OR NOT Exists @Request[x:versionId]", Truth.True)]
    [InlineData("@Request[x:versionId] StringNotEquals 'a'", Truth.Unknown)]
    [InlineData("NOT @Request[x:versionId] StringEquals 'a'", Truth.Unknown)]
    [InlineData("NOT NOT @Request[x:versionId] StringEquals 'a'", Truth.False)]
    [InlineData("'a' StringEquals @Request[x:versionId]", Truth.False)]
    public void An_absent_attribute_fails_a_comparison_and_is_never_granted_by_a_negation(string text, object expected) =>
        Assert.Equal(expected, Ask(text, new Attempts().With(AttributeSource.Request, "x:versionId")));

    [Fact]
    public void The_older_form_of_the_sub_operation_reads_the_same_fact() =>
        Assert.Equal(Truth.True, Ask("@Request[subOperation] ForAnyOfAnyValues:StringEqualsIgnoreCase {'blob.list'}", new Attempts().With(AttributeSource.Request, "subOperation", "Blob.List")));

    private static Truth Ask(string text, Attempts attempt)
    {
        var condition = AccessCondition.Parse(text);
        Assert.Null(condition.Problem);
        return condition.Evaluate(ReadBlob, attempt);
    }
}
