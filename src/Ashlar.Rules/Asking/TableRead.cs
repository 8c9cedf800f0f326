namespace Ashlar.Rules;

/// <summary>One table and the types of it that a control reads.</summary>
/// <param name="Types">Lower case; empty = any.</param>
internal sealed record TableRead(string Table, IReadOnlyList<string> Types, IReadOnlyList<string> Paths)
{
    public bool Is(string table) => Table.Equals(table, StringComparison.OrdinalIgnoreCase);

    public bool Reads(string table, string? type) => Is(table) && (type is null || Types.Count == 0 || Types.Contains(type));
}
