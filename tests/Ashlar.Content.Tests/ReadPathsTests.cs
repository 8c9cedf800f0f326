namespace Ashlar.Content.Tests;

public sealed class ReadPathsTests
{
    [Theory]
    [InlineData("properties.networkAcls", "properties.networkAcls.defaultAction", true)]
    [InlineData("properties.networkAcls.defaultAction", "properties.networkAcls", true)]
    [InlineData("properties.list[].name", "properties.list[3]", true)]
    [InlineData("properties.list['a']", "properties.list.a.b", true)]
    [InlineData("properties", "PROPERTIES.x", true)]
    [InlineData("properties.network", "properties.networkAcls", false)]
    [InlineData("properties.a", "properties.b", false)]
    public void Paths_are_related_when_one_holds_the_other(string a, string b, bool related) => Assert.Equal(related, ReadPaths.Related(a, b));

    [Theory]
    [InlineData("properties.x", true)]
    [InlineData("identity.type", true)]
    [InlineData("sku", true)]
    [InlineData("location", false)]
    [InlineData("tags.env", false)]
    public void A_bare_listing_has_no_body(string path, bool body) => Assert.Equal(body, ReadPaths.NeedsBody(path));
}
