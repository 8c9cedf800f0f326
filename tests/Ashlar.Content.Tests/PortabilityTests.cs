using Ashlar.Model;

namespace Ashlar.Content.Tests;

public sealed class PortabilityTests
{
    private static string? Obstacle(string old, string with)
    {
        var library = SampleContent.LoadWith("query.kql", old, with);
        return Portability.Obstacle(Assert.Single(library.Controls), table => TableCatalogue.Find(table)?.Kind);
    }

    [Fact]
    public void A_query_of_resource_graph_tables_and_operators_is_portable() => Assert.Null(Obstacle("| project", "| extend a = 1\n| project"));

    [Theory]
    [InlineData("| project", "| join kind=leftouter (armresources | project id) on id\n| project", "armresources")]
    [InlineData("| project", "| project-rename n = name\n| project", "project-rename")]
    [InlineData("resources\n", "let x = 1;\nresources\n", "let")]
    public void What_resource_graph_lacks_is_named(string old, string with, string obstacle) => Assert.Contains(obstacle, Obstacle(old, with));

    [Fact]
    public void More_than_three_joins_are_too_many()
    {
        var joins = string.Concat(Enumerable.Repeat("| join kind=leftouter (resources | project id) on id\n", 4));
        Assert.Contains("4 joins", Obstacle("| project", joins + "| project"));
    }
}
