namespace Ashlar.Model;

/// <param name="KeyColumn">Column that holds the id of a row; its lower-case key is kept hidden beside it.</param>
public sealed record TableDefinition(string Name, TableKind Kind, string Description, string? KeyColumn, IReadOnlyList<ColumnDefinition> Columns);
