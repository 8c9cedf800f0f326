namespace Ashlar.Content.Tests;

public sealed class SettingsFileTests
{
    [Fact]
    public void A_file_of_comments_decides_nothing()
    {
        var (settings, problems) = SettingsFile.Read("ashlar.yaml", "# nothing yet\n\n  # approvedRegions: []\n");
        Assert.Empty(problems);
        Assert.Empty(settings.Values);
    }

    [Fact]
    public void Values_are_kept_in_one_spelling_and_order()
    {
        var (settings, problems) = SettingsFile.Read("ashlar.yaml", "approvedRegions: [ West Europe, northeurope, westeurope ]\nproductionScopes: [ /subscriptions/A/ ]\napprovedModels: []");
        Assert.Empty(problems);
        Assert.Equal(["northeurope", "westeurope"], settings.Values["approvedRegions"]);
        Assert.Equal(["/subscriptions/A"], settings.Values["productionScopes"]);
        Assert.True(settings.Decides("approvedModels"));
        Assert.False(settings.Decides("logWorkspaces"));
    }

    [Theory]
    [InlineData("aprovedRegions: []", "Did you mean 'approvedRegions'?")]
    [InlineData("approvedRegions: westeurope", "must be a list")]
    [InlineData("approvedRegions:", "remove the key")]
    [InlineData("approvedRegions: [ west_europe ]", "no value of 'approvedRegions'")]
    [InlineData("productionScopes: [ production ]", "no value of 'productionScopes'")]
    [InlineData("approvedRegistries: [ https://x.azurecr.io ]", "no value of 'approvedRegistries'")]
    [InlineData("[ a ]", "map of keys")]
    public void What_is_no_setting_is_said_with_its_place(string text, string says)
    {
        var (settings, problems) = SettingsFile.Read("mine.yaml", text);
        var problem = Assert.Single(problems);
        Assert.Equal((LintCodes.SettingsFile, "mine.yaml", 1), (problem.Code, problem.File, problem.Line));
        Assert.Contains(says, problem.Message);
        Assert.Empty(settings.Values);
    }

    [Fact]
    public void A_list_with_one_wrong_item_decides_nothing()
    {
        var (settings, problems) = SettingsFile.Read("ashlar.yaml", "approvedRegions: [ westeurope, 'no/region' ]\nlogWorkspaces: [ /subscriptions/s/w ]");
        Assert.Single(problems);
        Assert.False(settings.Decides("approvedRegions"));
        Assert.True(settings.Decides("logWorkspaces"));
    }
}
