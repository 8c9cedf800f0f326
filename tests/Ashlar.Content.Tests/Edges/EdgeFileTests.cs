using System.Text.Json.Nodes;

namespace Ashlar.Content.Tests;

public sealed class EdgeFileTests
{
    [Fact]
    public void A_good_edge_loads_without_a_word()
    {
        var library = SampleEdge.Load(SampleEdge.Text);

        Assert.Empty(library.Diagnostics);
        var edge = Assert.Single(library.Edges);
        Assert.Equal(("read-keys", "Read the keys", "A key is a password."), (edge.Id, edge.Title, edge.Meaning));
        Assert.Equal(["AML.T0055"], edge.Atlas);
        Assert.Equal(["T1552"], edge.Attack);
        var search = edge.On[0];
        Assert.Equal(("microsoft.search/searchservices", EdgeRoad.Key, "tobool(properties.disableLocalAuth) != true", 7), (search.Type, search.By, search.When, search.Line));
        Assert.Equal(["Microsoft.Search/searchServices/listAdminKeys/action"], search.Need.Actions);
        Assert.Equal(["Microsoft.KeyVault/vaults/secrets/getSecret/action"], edge.On[1].Need.Data);
        Assert.Equal(["secrets/get"], edge.On[1].AccessPolicy);
        var group = edge.On[2];
        Assert.True(group is { Owner: true, Need.IsEmpty: true, By: EdgeRoad.Role });
        Assert.Equal(["Group.ReadWrite.All"], group.Permissions);
        Assert.Equal(["62e90394-69f5-4237-9190-012177145e10"], group.Roles);
    }

    [Fact]
    public void An_assertion_holds_the_row_the_grant_and_the_answer()
    {
        var edge = Assert.Single(SampleEdge.Load(SampleEdge.Text).Edges);

        var yes = edge.Assertions[0];
        Assert.Equal(("Contributor reads keys", "microsoft.search/searchservices", EdgeAnswer.Yes, EdgeRoad.Key), (yes.Because, yes.OnType, yes.Can, yes.By));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""{ "disableLocalAuth": false }"""), yes.OnProperties));
        Assert.Equal("x", yes.OnColumns["kind"]!.GetValue<string>());
        Assert.Equal(["*"], yes.Grants.Actions);
        Assert.Equal(["Microsoft.Authorization/*/Write"], yes.Grants.NotActions);
        Assert.Null(edge.Assertions[1].OnProperties);
        Assert.Null(edge.Assertions[1].By);
        Assert.Equal(EdgeRoad.Ownership, edge.Assertions[3].By);
        Assert.True(edge.Assertions[3].Grants.Owner);
    }

    [Fact]
    public void An_entry_with_several_types_is_a_target_for_each_and_proven_once()
    {
        var library = SampleEdge.LoadWith("type: microsoft.search/searchservices\n    when", "type: [microsoft.search/searchservices, microsoft.storage/storageaccounts]\n    when");

        Assert.Empty(library.Diagnostics);
        Assert.Equal(
            ["microsoft.search/searchservices", "microsoft.storage/storageaccounts", "microsoft.keyvault/vaults", "microsoft.graph/groups"],
            library.Edges[0].On.Select(target => target.Type));
    }

    [Fact]
    public void More_that_is_needed_stands_in_and_and_anywhere()
    {
        var target = SampleEdge.LoadWith(
            "    by: key\n    actions: [Microsoft.Search/searchServices/listAdminKeys/action]",
            "    by: key\n    actions: [Microsoft.Search/searchServices/listAdminKeys/action]\n    and: { data: [Microsoft.Search/searchServices/indexes/documents/read] }\n    anywhere: { actions: [Microsoft.ManagedIdentity/userAssignedIdentities/assign/action] }").Edges[0].On[0];

        Assert.Equal(["Microsoft.Search/searchServices/indexes/documents/read"], target.And!.Data);
        Assert.Equal(["Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"], target.Anywhere!.Actions);
    }

    [Fact]
    public void Edges_come_in_the_order_of_their_ids_from_all_directories()
    {
        var library = ContentLibrary.Load([SampleEdge.Content(SampleEdge.Text), SampleEdge.Content(SampleEdge.Text, "edges/invoke.yaml")], SampleContent.Catalog);
        Assert.Equal(["invoke", "read-keys"], library.Edges.Select(edge => edge.Id));
    }

    [Fact]
    public void An_id_is_taken_once()
    {
        var library = ContentLibrary.Load([SampleEdge.Content(SampleEdge.Text), SampleEdge.Content(SampleEdge.Text)], SampleContent.Catalog);
        Assert.Contains(SampleEdge.File, library.The(LintCodes.IdClash).Message);
        Assert.Single(library.Edges);
    }

    [Theory]
    [InlineData("edges/Read_Keys.yaml")]
    [InlineData("edges/read-keys.yml")]
    [InlineData("edges/more/read-keys.yaml")]
    public void The_file_name_is_the_id(string file) =>
        Assert.Equal(file, SampleEdge.Load(SampleEdge.Text, file).The(LintCodes.Folder).File);

    [Fact]
    public void A_broken_edge_is_left_out_and_the_rest_loads()
    {
        var library = ContentLibrary.Load([SampleEdge.Content(SampleEdge.Text), SampleEdge.Content("title: [", "edges/invoke.yaml")], SampleContent.Catalog);
        Assert.Equal("edges/invoke.yaml", library.The(LintCodes.Unreadable).File);
        Assert.Equal("read-keys", Assert.Single(library.Edges).Id);
    }
}
