using Ashlar.Model;

namespace Ashlar.Content.Tests;

public sealed class SuppressionFileTests
{
    private const string Id = "/subscriptions/1/resourceGroups/rg/providers/Microsoft.Search/searchServices/s";
    private const string Rest = "owner: jane@contoso.com, reason: moves in Q3, until: 2026-09-30";
    private static readonly DateOnly Today = new(2026, 7, 1);
    private static readonly HashSet<string> Controls = ["keys-off", "network-closed"];

    private static (IReadOnlyList<SuppressionEntry> Entries, IReadOnlyList<Diagnostic> Problems) Read(string text) => SuppressionFile.Read("s.yaml", text, Controls, Today);

    private static string Only(string entry) => Assert.Single(Read($"suppressions:\n  - {{ {entry} }}\n").Problems).Message;

    [Fact]
    public void An_entry_holds_who_answers_why_and_until_when()
    {
        var (entries, problems) = Read($"""
            suppressions:
              - control: [keys-off, network-closed]
                resource: {Id}
                subKey: ipRules/0
                owner: jane@contoso.com
                reason: moves in Q3
                until: 2026-09-30
                ticket: SEC-1
            """);
        Assert.Empty(problems);
        var entry = Assert.Single(entries);
        Assert.Equal(["keys-off", "network-closed"], entry.Controls);
        Assert.Equal(new Suppression("jane@contoso.com", "moves in Q3", new DateOnly(2026, 9, 30), "SEC-1"), entry.Suppression);
        Assert.Equal((new SuppressionTarget(SuppressionTargetKind.Resource, Id), "ipRules/0", 2), (entry.Target, entry.SubKey, entry.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("suppressions: []")]
    public void A_file_may_suppress_nothing(string text)
    {
        var (entries, problems) = Read(text);
        Assert.Empty(entries);
        Assert.Empty(problems);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_with_its_line()
    {
        var (_, problems) = Read($"""
            suppressions:
              - control: keys-of
                resource: {Id}
                owner: jane
                reason: r
                until: 2026-09-30
              - control: keys-off
                resource: {Id}
                until: soon
                why: none
            """);
        Assert.Equal([2, 7, 7, 9, 10], problems.Select(p => p.Line));
        Assert.Contains("Did you mean 'keys-off'?", problems[0].Message);
        Assert.All(problems, p => Assert.Equal(("s.yaml", DiagnosticLevel.Error), (p.File, p.Level)));
    }

    [Theory]
    [InlineData("owner: jane, reason: r, until: 2026-09-30", "What is suppressed?")]
    [InlineData("name: abc, scope: /subscriptions/1, " + Rest, "Give one of")]
    [InlineData("resource: s, " + Rest, "whole id")]
    [InlineData("resource: '/', " + Rest, "whole id")]
    [InlineData("resource: '/subscriptions/1/*', " + Rest, "'*' has no meaning")]
    [InlineData("scope: /, " + Rest, "subscription, a resource group or a resource")]
    [InlineData("scope: /subscriptions/, " + Rest, "subscription, a resource group or a resource")]
    [InlineData("scope: /providers/Microsoft.Management/managementGroups/g, " + Rest, "one entry for each subscription")]
    [InlineData("scope: '/subscriptions/*', " + Rest, "without '*'")]
    [InlineData("name: '*', " + Rest, "3 letters")]
    [InlineData("name: 'a*b*', " + Rest, "3 letters")]
    [InlineData("name: a/b/c, " + Rest, "no slash")]
    public void What_is_suppressed_is_one_thing_that_somebody_can_answer_for(string target, string message) =>
        Assert.Contains(message, Only("control: keys-off, " + target));

    [Theory]
    [InlineData("until: 2027-07-03", "more than a year ahead")]
    [InlineData("until: 30.09.2026", "such as 2026-09-30")]
    [InlineData("until: 2026-02-30", "such as 2026-09-30")]
    [InlineData("until: [2026-09-30]", "such as 2026-09-30")]
    public void The_last_day_is_a_day_and_within_a_year(string until, string message) =>
        Assert.Contains(message, Only($"control: keys-off, resource: {Id}, owner: jane, reason: r, {until}"));

    [Theory]
    [InlineData("owner: '', reason: r")]
    [InlineData("owner: jane, reason: ~")]
    public void Owner_and_reason_are_not_empty(string both) => Assert.Contains("not empty", Only($"control: keys-off, resource: {Id}, until: 2026-09-30, {both}"));

    [Fact]
    public void The_same_twice_is_an_error_whatever_its_case()
    {
        var (_, problems) = Read($"suppressions:\n  - {{ control: keys-off, resource: {Id}, {Rest} }}\n  - {{ control: [network-closed, keys-off], resource: {Id.ToUpperInvariant()}/, {Rest} }}\n");
        var problem = Assert.Single(problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains("Line 2", problem.Message);
    }

    [Theory]
    [InlineData("st-legacy-*", "st-legacy-01", true)]
    [InlineData("ST-LEGACY-*", "st-legacy-", true)]
    [InlineData("st-legacy-*", "my-st-legacy-01", false)]
    [InlineData("*-legacy-*-prod", "st-legacy-x-prod", true)]
    [InlineData("*-legacy-*-prod", "st-legacy-prod", false)]
    [InlineData("abc*abc", "abcabc", true)]
    [InlineData("abc*abc", "abcbc", false)]
    [InlineData("abc", "abcd", false)]
    [InlineData("a.c*", "abc", false)]
    public void A_name_is_matched_whole(string pattern, string name, bool covers) =>
        Assert.Equal(covers, new SuppressionTarget(SuppressionTargetKind.Name, pattern).Covers("/subscriptions/1/resourceGroups/st-legacy-0/providers/x/y/" + name));

    [Theory]
    [InlineData(SuppressionTargetKind.Resource, Id, Id + "/", true)]
    [InlineData(SuppressionTargetKind.Resource, Id, Id + "/indexes/i", false)]
    [InlineData(SuppressionTargetKind.Scope, Id, Id, true)]
    [InlineData(SuppressionTargetKind.Scope, Id, Id + "/indexes/i", true)]
    [InlineData(SuppressionTargetKind.Scope, Id, Id + "2", false)]
    [InlineData(SuppressionTargetKind.Scope, "/subscriptions/1", Id, true)]
    [InlineData(SuppressionTargetKind.Scope, "/subscriptions/11", Id, false)]
    public void An_id_covers_itself_and_a_scope_what_is_below(SuppressionTargetKind kind, string text, string id, bool covers) =>
        Assert.Equal(covers, new SuppressionTarget(kind, text).Covers(id));

    [Theory]
    [InlineData("suppressions: {}")]
    [InlineData("- control: keys-off")]
    [InlineData("suppressions: [ 3 ]")]
    [InlineData("suppressions:\n  - &a { control: keys-off }")]
    [InlineData("ignore: []")]
    [InlineData("suppressions: [")]
    public void Another_shape_is_said(string text) => Assert.NotEmpty(Read(text).Problems);
}
