namespace Ashlar.Kql;

/// <summary>What the binder saw a query read of one table.</summary>
/// <param name="Table">Name as in the catalogue.</param>
/// <param name="Types">Lower-case values that the <c>type</c> column is limited to (by ==, =~, in, in~ joined with and/or); empty = any.</param>
/// <param name="Paths">Columns, and dotted paths below dynamic columns, longest as written: <c>id</c>, <c>properties.encryption.keySource</c>, <c>properties.list[]</c> for elements of an expanded array.</param>
public sealed record KqlTableRead(string Table, IReadOnlyList<string> Types, IReadOnlyList<string> Paths);
