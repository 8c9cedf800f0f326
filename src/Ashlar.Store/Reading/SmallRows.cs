using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Store.Writing;

namespace Ashlar.Store.Reading;

/// <summary>What a small snapshot is made of.</summary>
internal sealed record SmallRows(
    IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> Tables,
    IReadOnlyDictionary<string, JsonNode?>? Settings,
    IReadOnlyList<Gap>? Gaps,
    IReadOnlyList<Completeness>? Completeness,
    DateTime? AsOf)
{
    public SnapshotInfo Info => new("rows", AsOf ?? DateTime.UnixEpoch, "given", [], "");

    public IEnumerable<(TableDefinition Table, IReadOnlyList<Action<SnapshotRow>> Rows)> ByTable()
    {
        foreach (var (name, rows) in Tables)
        {
            var table = TableCatalogue.Find(name) ?? throw new ArgumentException($"There is no table '{name}'.");
            yield return (table, [.. rows.Select(r => (Action<SnapshotRow>)(row => Strict(row, r)))]);
        }

        yield return (AshlarTables.Settings, [.. (Settings ?? new Dictionary<string, JsonNode?>()).Select(s => (Action<SnapshotRow>)(row => OwnRows.Fill(row, s.Key, s.Value?.ToJsonString())))]);
        yield return (AshlarTables.Gaps, [.. (Gaps ?? []).Select(g => (Action<SnapshotRow>)(row => OwnRows.Fill(row, g)))]);
        yield return (AshlarTables.Completeness, [.. (Completeness ?? []).Select(c => (Action<SnapshotRow>)(row => OwnRows.Fill(row, c)))]);
    }

    private static void Strict(SnapshotRow row, JsonObject values)
    {
        if (JsonRows.Fill(row, values) is [var unfit, ..])
        {
            throw new ArgumentException($"{row.Table.Name}.{unfit} does not fit its type.");
        }
    }
}
