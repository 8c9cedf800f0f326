using System.Text.Json.Nodes;

namespace Ashlar.Rules.Tests;

public sealed class PropertyPathTests
{
    private static JsonObject Row() => (JsonObject)JsonNode.Parse("""{"kind":"x","properties":{"a":{"b":1},"list":[{"n":1},{"n":2},{}],"od.d":3}}""")!;

    [Theory]
    [InlineData("properties.a.b", """{"kind":"x","properties":{"a":{},"list":[{"n":1},{"n":2},{}],"od.d":3}}""")]
    [InlineData("properties.list[].n", """{"kind":"x","properties":{"a":{"b":1},"list":[{},{},{}],"od.d":3}}""")]
    [InlineData("properties.list[0].n", """{"kind":"x","properties":{"a":{"b":1},"list":[{},{},{}],"od.d":3}}""")]
    [InlineData("properties['od.d']", """{"kind":"x","properties":{"a":{"b":1},"list":[{"n":1},{"n":2},{}]}}""")]
    [InlineData("kind", """{"properties":{"a":{"b":1},"list":[{"n":1},{"n":2},{}],"od.d":3}}""")]
    [InlineData("properties", """{"kind":"x","properties":{}}""")]
    public void Removing_a_path_removes_it_everywhere_it_stands(string path, string left)
    {
        var row = Row();
        Assert.True(PropertyPath.Parse(path).Remove(row));
        Assert.Equal(left, row.ToJsonString());
        Assert.False(PropertyPath.Parse(path).Remove(row));
    }

    [Fact]
    public void Above_a_path_is_every_object_that_holds_it_but_no_element() =>
        Assert.Equal(["properties.list[].n", "properties.list", "properties"], PropertyPath.Parse("properties.list[].n").SelfAndAbove().Select(path => path.ToString()));

    [Fact]
    public void Setting_a_path_makes_the_objects_on_the_way()
    {
        var row = Row();
        Assert.True(PropertyPath.Parse("properties.new.deep").Set(row, JsonValue.Create(5)));
        Assert.Equal(5, row["properties"]!["new"]!["deep"]!.GetValue<int>());
        Assert.False(PropertyPath.Parse("properties.none[].x").Set(row, JsonValue.Create(5)));
    }

    [Fact]
    public void Values_are_those_of_all_elements() =>
        Assert.Equal(["1", "2"], PropertyPath.Parse("properties.list[].n").Values(Row()).Select(value => value!.ToJsonString()));
}
