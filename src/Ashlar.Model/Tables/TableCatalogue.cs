namespace Ashlar.Model;

/// <summary>Every table there is: the linter, the docs page and the store are made from this one statement.</summary>
public static class TableCatalogue
{
    public static IReadOnlyList<TableDefinition> All { get; } =
        [.. ResourceGraphTables.All, .. EntraTables.All, .. AshlarTables.All, .. DerivedTables.All];

    private static readonly Dictionary<string, TableDefinition> ByName = All.ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>By name in any case; null when there is no such table.</summary>
    public static TableDefinition? Find(string name) => ByName.GetValueOrDefault(name);
}
