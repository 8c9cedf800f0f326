using Ashlar.Kql;

namespace Ashlar.Content.Tests;

public sealed class TerraformFileTests
{
    private const string Head = "to: Microsoft.Search/searchServices\nsource: https://example.org/search\nvalues:\n";

    [Fact]
    public void Of_several_names_each_stands_behind_the_one_before()
    {
        var mapping = Load("  properties.disableLocalAuth: [{ from: new_enabled, not: true }, { from: old_disabled, default: false }]").Terraform["azurerm_search_service"];

        var value = Assert.Single(mapping.Values).Value;
        Assert.Equal(("new_enabled", true), (value.From, value.Not));
        Assert.Equal(("old_disabled", false), (value.Or!.From, value.Or.Not));
        Assert.NotNull(value.Or.Default);
    }

    [Theory]
    [InlineData("  properties.a: [{ from: x, default: 1 }, y]", "The default belongs to the last")]
    [InlineData("  properties.a: [{ value: 1 }, y]", "may be absent")]
    [InlineData("  properties.a: []", "at least one")]
    [InlineData("  properties.a: x\nuntold:\n  properties.b:", "Say why")]
    [InlineData("  property.a: x", "no column")]
    public void A_mapping_that_cannot_be_meant_is_said(string values, string said) =>
        Assert.Contains(Load(values).Diagnostics, problem => problem.Message.Contains(said, StringComparison.Ordinal));

    [Fact]
    public void What_a_mapping_speaks_of_reaches_into_lists()
    {
        var mapping = Load("  properties.rules: [{ from: rule, each: { value: ip } }, { from: rules, each: { address: . } }]\nabsent: [properties.never]").Terraform["azurerm_search_service"];
        Assert.Equal(["properties.rules.value", "properties.rules.address", "properties.never"], mapping.Spoken);
    }

    [Fact]
    public void Types_without_a_resource_stand_in_one_list_with_the_reason()
    {
        var library = ContentLibrary.Load([ContentText.Of(("terraform/without.yaml", "without:\n  Microsoft.Web/sites/config: part of the site\n"))], Catalog);

        Assert.Equal("part of the site", library.WithoutTerraform["microsoft.web/SITES/config"]);
        Assert.Empty(library.Terraform);
        Assert.Empty(library.Diagnostics);
    }

    private static KqlCatalog Catalog => SampleContent.Catalog;

    private static ContentLibrary Load(string values) => ContentLibrary.Load([ContentText.Of(("terraform/azurerm_search_service.yaml", Head + values + "\n"))], Catalog);
}
