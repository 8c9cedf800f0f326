namespace Ashlar.Model;

/// <summary>Tables computed from the raw ones.</summary>
public static class DerivedTables
{
    public static IReadOnlyList<TableDefinition> All { get; } = [];
}
