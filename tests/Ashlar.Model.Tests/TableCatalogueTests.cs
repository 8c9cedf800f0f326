using System.Text.RegularExpressions;

namespace Ashlar.Model.Tests;

public sealed partial class TableCatalogueTests
{
    private static readonly HashSet<string> Types = ["string", "dynamic", "bool", "int", "long", "real", "datetime", "timespan", "guid"];

    [Fact]
    public void Table_names_are_unique_in_any_case_and_found_in_any_case()
    {
        Assert.Equal(TableCatalogue.All.Count, TableCatalogue.All.Select(t => t.Name.ToLowerInvariant()).Distinct().Count());
        Assert.Same(TableCatalogue.Find("resources"), TableCatalogue.Find("Resources"));
        Assert.Null(TableCatalogue.Find("nothing"));
    }

    [Fact]
    public void Every_table_and_column_says_what_it_is_in_a_sentence()
    {
        foreach (var table in TableCatalogue.All)
        {
            Assert.EndsWith(".", table.Description);
            Assert.All(table.Columns, c => Assert.EndsWith(".", c.Description));
        }
    }

    [Fact]
    public void Columns_are_unique_have_known_types_and_hold_the_key()
    {
        foreach (var table in TableCatalogue.All)
        {
            Assert.NotEmpty(table.Columns);
            Assert.Equal(table.Columns.Count, table.Columns.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());
            Assert.All(table.Columns, c => Assert.Contains(c.Type, Types));
            Assert.All(table.Columns, c => Assert.Matches(Identifier(), c.Name));
            Assert.True(table.KeyColumn is null || table.Columns.Any(c => c.Name == table.KeyColumn));
        }
    }

    [Fact]
    public void Tables_of_Resource_Graph_are_lower_case_and_have_its_columns()
    {
        var graph = TableCatalogue.All.Where(t => t.Kind is TableKind.ResourceGraph or TableKind.Arm).ToArray();

        Assert.All(graph, t => Assert.Equal(t.Name.ToLowerInvariant(), t.Name));
        Assert.All(graph, t => Assert.Same(ResourceGraphTables.Columns, t.Columns));
        string[] expected = ["resources", "resourcecontainers", "authorizationresources", "policyresources", "securityresources", "advisorresources", "healthresources", "armresources"];
        Assert.Subset(graph.Select(t => t.Name).ToHashSet(), expected.ToHashSet());
    }

    [Fact]
    public void Tables_of_Ashlar_and_Entra_start_with_a_capital()
    {
        Assert.All(TableCatalogue.All.Where(t => t.Kind is not (TableKind.ResourceGraph or TableKind.Arm)), t => Assert.True(char.IsAsciiLetterUpper(t.Name[0])));
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$")]
    private static partial Regex Identifier();
}
