namespace Ashlar.Model;

/// <param name="KeyColumn">Column that holds the id of a row; its lower-case key is kept hidden beside it.</param>
public sealed record TableDefinition(string Name, TableKind Kind, string Description, string? KeyColumn, IReadOnlyList<ColumnDefinition> Columns)
{
    /// <summary>Derived by the access graph; <see cref="SaysWhatIsMissing"/> speaks for those of its tables that have no such column.</summary>
    public bool CarriesCompleteness { get; init; }

    /// <summary>Each row says itself whether something was left unread, in its column <c>Complete</c>.</summary>
    public bool SaysWhatIsMissing { get; } = Columns.Any(c => c.Name == "Complete");
}
