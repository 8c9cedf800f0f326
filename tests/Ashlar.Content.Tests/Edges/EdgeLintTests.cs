namespace Ashlar.Content.Tests;

public sealed class EdgeLintTests
{
    private const string AdminKeys = "[Microsoft.Search/searchServices/listAdminKeys/action]";

    [Theory]
    [InlineData("Microsoft.Search/searchServices/*")]
    [InlineData("Microsoft.Search/*/action")]
    [InlineData("Microsoft.Search/searchServices/listAdminKeys")]
    [InlineData("searchServices/listAdminKeys/action")]
    public void An_action_is_concrete(string action)
    {
        var problem = SampleEdge.LoadWith(AdminKeys, $"['{action}']").The(LintCodes.EdgeAction);
        Assert.Equal(10, problem.Line);
        Assert.Contains(action, problem.Message);
    }

    [Theory]
    [InlineData("tobool(properties.disableLocalAuth) != true", "properties.disableLocalAuth", "yields dynamic")]
    [InlineData("tobool(properties.disableLocalAuth) != true", "tostring(properties.disableLocalAuth)", "yields string")]
    [InlineData("tobool(properties.disableLocalAuth) != true", "tobool(propertys.disableLocalAuth)", "KQL")]
    [InlineData("tobool(properties.disableLocalAuth) != true", "true | take 1", "KQL")]
    [InlineData("isAssignableToRole != true", "properties.isAssignableToRole == true", "KQL")]
    public void A_guard_is_a_boolean_over_the_row_of_its_target(string old, string guard, string said) =>
        Assert.Contains(said, SampleEdge.LoadWith(old, guard).The(LintCodes.EdgeGuard).Message);

    [Fact]
    public void A_guard_says_where_it_is_wrong()
    {
        var problem = SampleEdge.LoadWith("tobool(properties.disableLocalAuth) != true", "tobool(nothing.disableLocalAuth) != true").The(LintCodes.EdgeGuard);
        Assert.Equal((8, 18), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("sources:", "source:", "Did you mean 'sources'?")]
    [InlineData("    data: [Micro", "    dataActions: [Micro", "'dataActions' is no key")]
    [InlineData("grants: { owner", "grants: { owners", "Did you mean 'owner'?")]
    [InlineData("isAssignableToRole: false", "isAssignableToRoles: false", "Did you mean 'isAssignableToRole'?")]
    [InlineData("kind: x", "kinds: x", "Did you mean 'kind'?")]
    public void An_unknown_key_is_named_with_a_hint(string old, string with, string said) =>
        Assert.Contains(said, SampleEdge.LoadWith(old, with).The(LintCodes.UnknownKey).Message);

    [Theory]
    [InlineData("type: microsoft.search/searchservices\n    when", "type: Microsoft.Search/searchServices\n    when", "lower case")]
    [InlineData("type: microsoft.graph/groups\n    when: isAssignableToRole != true", "type: microsoft.graph/group", "Did you mean 'microsoft.graph/groups'?")]
    [InlineData("    by: key\n    actions", "    by: hand\n    actions", "no value of 'by'")]
    [InlineData("can: no", "can: maybe", "no value of 'can'")]
    [InlineData("    data: [Micro", "    owner: true\n    data: [Micro", "speaks of Entra objects")]
    [InlineData("    owner: true\nassertions", "    owner: true\n    data: [Microsoft.X/y/read]\nassertions", "speaks of Azure roles")]
    [InlineData("    by: key\n    actions", "    accessPolicy: [secrets/get]\n    by: key\n    actions", "is a road to microsoft.keyvault/vaults only")]
    [InlineData("    accessPolicy: [secrets/get]\n  - type", "    accessPolicy: [secrets/get, secrets/get]\n  - type", "stands twice")]
    [InlineData("    data: [Microsoft.KeyVault/vaults/secrets/getSecret/action]", "    and: { actions: [Microsoft.KeyVault/vaults/read] }", "neither stands here")]
    [InlineData("on: { type: microsoft.keyvault/vaults }", "on: { type: microsoft.keyvault/vault }", "No entry of 'on' speaks of")]
    [InlineData("sources: ['https://example.org/permissions']", "sources: []", "at least one page")]
    public void What_cannot_be_meant_is_said(string old, string with, string said) =>
        Assert.Contains(SampleEdge.LoadWith(old, with).Diagnostics, problem => problem.Code == LintCodes.WrongValue && problem.Message.Contains(said, StringComparison.Ordinal));

    [Theory]
    [InlineData("    actions: [Microsoft.Search/searchServices/listAdminKeys/action]\n", "", "names nothing that gives it")]
    [InlineData("    can: no\n", "", "'can' is missing")]
    [InlineData("    grants: { owner: true }\n", "", "'grants' is missing")]
    [InlineData("atlas: [AML.T0055]\nattack: [T1552]\n", "", "Name the technique")]
    public void What_is_missing_is_said(string old, string with, string said) =>
        Assert.Contains(said, SampleEdge.LoadWith(old, with).The(LintCodes.MissingKey).Message);

    [Theory]
    [InlineData("accessPolicy: [secrets/get]\n  - type", "accessPolicy: [secret/get]\n  - type")]
    [InlineData("microsoft.directory/groups/members/update", "microsoft.directory/groups/*")]
    [InlineData("62e90394-69f5-4237-9190-012177145e10", "Global Administrator")]
    [InlineData("Group.ReadWrite.All", "group write")]
    [InlineData("actions: ['*/read']", "actions: ['* /read']")]
    public void Each_road_has_its_form(string old, string with) => Assert.Equal(SampleEdge.File, SampleEdge.LoadWith(old, with).The(LintCodes.EdgeAction).File);

    [Theory]
    [InlineData("can: yes\n    by: key", "can: no\n    by: key", "'can: yes' on microsoft.search/searchservices by key")]
    [InlineData("can: yes\n    by: key", "can: yes\n    by: role", "'can: yes' on microsoft.search/searchservices by key")]
    [InlineData("can: no", "can: conditional", "'can: no'")]
    [InlineData("can: yes\n    by: ownership", "can: conditional\n    by: ownership", "'can: yes' on microsoft.graph/groups")]
    public void An_edge_is_proven_on_each_entry_and_by_a_near_miss(string old, string with, string said) =>
        Assert.Contains(said, SampleEdge.LoadWith(old, with).The(LintCodes.EdgeProof).Message);

    [Fact]
    public void An_entry_whose_guard_is_never_decided_is_proven_by_an_answer_that_says_so() =>
        Assert.Empty(SampleEdge.Load(SampleEdge.Text.Replace("isAssignableToRole != true", "bool(null)").Replace("can: yes\n    by: ownership", "can: unknown\n    by: ownership")).Diagnostics);

    [Theory]
    [InlineData("AML.T0055", "AML.0055")]
    [InlineData("T1552", "T15520")]
    public void A_technique_has_its_form(string old, string with)
    {
        Assert.Contains(old, SampleEdge.Text);
        Assert.Contains($"'{with}'", SampleEdge.Load(SampleEdge.Text.Replace("[" + old + "]", "[" + with + "]")).The(LintCodes.Framework).Message);
    }

    [Fact]
    public void A_technique_of_ATLAS_exists_when_its_ids_are_known()
    {
        const string atlas = "name: atlas\ntitle: MITRE ATLAS\nversion: '5'\nsource: https://example.org\ncontrols: { AML.T0054: LLM Jailbreak }";
        var library = ContentLibrary.Load([ContentText.Of((SampleEdge.File, SampleEdge.Text), ("frameworks/atlas.yaml", atlas))], SampleContent.Catalog);
        Assert.Contains("Did you mean 'AML.T0054'?", library.The(LintCodes.Framework).Message);
        Assert.Empty(library.Edges);
    }
}
