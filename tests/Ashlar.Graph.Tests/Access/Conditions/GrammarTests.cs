using System.Text;
using Ashlar.Graph.Access.Conditions;

namespace Ashlar.Graph.Tests.Access.Conditions;

public class GrammarTests
{
    private const string Yes = "1 NumericEquals 1";
    private const string No = "1 NumericEquals 2";

    [Theory]
    [InlineData($"{Yes} and {Yes}", Truth.True)]
    [InlineData($"{Yes} && {No}", Truth.False)]
    [InlineData($"{No} oR {Yes}", Truth.True)]
    [InlineData($"{No} || {No}", Truth.False)]
    [InlineData($"not ({No})", Truth.True)]
    [InlineData($"!{No} AND {No}", Truth.False)]
    [InlineData($"!!(({Yes}))", Truth.True)]
    [InlineData($"{No} AND {Yes} OR {Yes}", Truth.Unknown)]
    [InlineData($"({No} AND {Yes}) OR {Yes}", Truth.True)]
    [InlineData($"{No} AND ({Yes} OR {Yes})", Truth.False)]
    [InlineData($"{Yes} AND {Yes} OR {No}", Truth.True)]
    public void Chains_are_decided_where_every_grouping_agrees(string text, object expected) => Assert.Equal(expected, Ask(text));

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void A_blank_condition_restricts_nothing(string text) => Assert.Equal(Truth.True, Ask(text));

    [Theory]
    [InlineData("ActionMatches{'a'", "character 18: comma or closing brace expected, the text ends")]
    [InlineData("(ActionMatches{'a'}", "character 20: closing parenthesis expected, the text ends")]
    [InlineData("ActionMatches{'a'})", "character 19: AND, OR or the end expected, ')' found")]
    [InlineData("ActionMatches{}", "character 15: value expected, '}' found")]
    [InlineData("ActionMatches{'a}", "character 15: a text without its closing quote")]
    [InlineData("@Resource[a StringEquals 'b'", "character 10: an attribute without its closing bracket")]
    [InlineData("@Subject[a] StringEquals 'b'", "character 2: Resource, Request, Principal or Environment expected, 'Subject' found")]
    [InlineData("@Resource[a] StringMatches 'b'", "character 14: no such operator, 'StringMatches' found")]
    [InlineData("@Resource[a] ForSomeOfAnyValues:StringEquals 'b'", "character 14: no such operator, 'ForSomeOfAnyValues' found")]
    [InlineData("@Resource[a] StringEquals 'it''s'", "character 31: AND, OR or the end expected, 's' found")]
    [InlineData("@Resource[ ] StringEquals 'b'", "character 10: name of an attribute in brackets expected, ' ' found")]
    [InlineData("@Resource[a] AND", "character 14: operator expected, 'AND' found")]
    [InlineData("1 NumericEquals 1 AND", "character 22: value expected, the text ends")]
    [InlineData("1 NumericEquals 1; drop", "character 18: ';' is not of the language of conditions")]
    public void A_text_that_is_none_is_undecidable_and_says_where(string text, string problem)
    {
        var condition = AccessCondition.Parse(text);
        Assert.Equal(problem, condition.Problem);
        Assert.Equal(Truth.Unknown, condition.Evaluate("any/action", UnknownAttributes.Instance));
        Assert.True(condition.ReadsResource);
        Assert.Equal(text, condition.Text);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("NOT (", ")")]
    public void Nesting_is_bounded(string open, string close)
    {
        Assert.Null(AccessCondition.Parse(Nested(40)).Problem);
        Assert.Contains("nested deeper", AccessCondition.Parse(Nested(100_000)).Problem, StringComparison.Ordinal);

        string Nested(int depth) => new StringBuilder().Insert(0, open, depth).Append(Yes).Insert(open.Length * depth + Yes.Length, close, depth).ToString();
    }

    [Fact]
    public void A_long_chain_is_no_nesting() => Assert.Equal(Truth.True, Ask(string.Join(" AND ", Enumerable.Repeat(Yes, 5000))));

    [Fact]
    public void Any_text_is_answered()
    {
        string[] pieces = ["(", ")", "{", "}", "[", "]", "'", "@", "!", ",", ":", "&&", "||", "&", "\\", "*", "?", " ", "\0", "é", "AND", " OR ", "NOT ", "Exists ", "ActionMatches", "SubOperationMatches{'x'}",
            "@Resource[a:b]", "@Environment[utcNow]", "Request[", " StringLike ", " ForAllOfAnyValues:GuidEquals ", "'*a*?b'", "{1,2}", "true", "None:StringEquals", "0[a]", Yes];
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var condition = AccessCondition.Parse(text);
            var truth = condition.Evaluate("a/b/read", UnknownAttributes.Instance);
            Assert.True(condition.Problem is null || truth == Truth.Unknown, text);
        }
    }

    private static Truth Ask(string text)
    {
        var condition = AccessCondition.Parse(text);
        Assert.Null(condition.Problem);
        return condition.Evaluate("a/b/read", UnknownAttributes.Instance);
    }
}
