using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>A path, or something above it, that a control reads of some rows, and that a source may not report.</summary>
internal sealed record PathTarget(TableRead Read, PropertyPath Path)
{
    // They make the row: a source cannot leave them out, and the store derives them from the id.
    private static readonly HashSet<string> Identity = new(StringComparer.Ordinal) { "id", "name", "type", "tenantId", "resourceGroup", "subscriptionId" };

    public static IReadOnlyList<PathTarget> Of(ControlReads reads)
    {
        var targets = new List<PathTarget>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var read in reads.All)
        {
            foreach (var path in read.Paths.SelectMany(path => PropertyPath.Parse(path).SelfAndAbove()))
            {
                if (!Identity.Contains(path.Column) && seen.Add(read.Table + "/" + string.Join(",", read.Types) + " " + path))
                {
                    targets.Add(new PathTarget(read, path));
                }
            }
        }

        return targets;
    }

    public bool Concerns(CaseRow row) => Read.Is(row.Table) && (Read.Types.Count == 0 || Read.Types.Contains(TypeOf(row)));

    public IEnumerable<JsonNode?> Values(IEnumerable<CaseRow> rows) => rows.Where(Concerns).SelectMany(row => Path.Values(row.Values));

    /// <summary>The rows without the value; null when none had it.</summary>
    public IReadOnlyList<CaseRow>? Without(IReadOnlyList<CaseRow> rows)
    {
        var removed = false;
        var changed = rows.Select(row => Concerns(row) ? Change(row, values => removed |= Path.Remove(values)) : row).ToList();
        return removed ? changed : null;
    }

    /// <summary>The rows with another value; null when there is no place for it.</summary>
    public IReadOnlyList<CaseRow>? With(IReadOnlyList<CaseRow> rows, JsonNode? value)
    {
        var placed = false;
        var changed = rows.Select(row => Concerns(row) ? Change(row, values => placed |= Path.Set(values, value)) : row).ToList();
        return placed ? changed : null;
    }

    public static string TypeOf(CaseRow row) =>
        (row.Values["type"]?.GetValue<string>() ?? ResourceIds.Type(row.Values["id"]?.GetValue<string>() ?? "") ?? "").ToLowerInvariant();

    private static CaseRow Change(CaseRow row, Action<JsonObject> change)
    {
        var values = (JsonObject)row.Values.DeepClone();
        change(values);
        return row with { Values = values };
    }
}
