using Ashlar.Model;
using Ashlar.Store.Storage;

namespace Ashlar.Store.Reading;

/// <summary>Which raw tables have rows, and of which types. Raw rows do not change, and who knows what is absent need not ask for it.</summary>
internal static class TypesThere
{
    public static string Sql { get; } = string.Join(" UNION ALL ", TableCatalogue.All.Where(t => t.Kind is not (TableKind.Derived or TableKind.Ashlar)).Select(t => TableStorage.HasBody(t)
        ? $"SELECT {TableStorage.Text(t.Name)}, \"type\" FROM (SELECT DISTINCT \"type\" FROM {TableStorage.Quote(t.Name)})"
        : $"SELECT {TableStorage.Text(t.Name)}, '' WHERE EXISTS (SELECT 1 FROM {TableStorage.Quote(t.Name)})"));

    /// <param name="rows">Of <see cref="Sql"/>.</param>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Of(IEnumerable<object?[]> rows) => rows
        .GroupBy(row => (string)row[0]!, row => row[1] as string ?? "", StringComparer.Ordinal)
        .ToDictionary(table => table.Key, IReadOnlySet<string> (table) => table.ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
