using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules;

/// <summary>All controls, and what each reads; compiled once for each clock.</summary>
internal sealed class BoundReaders(IEnumerable<LoadedControl> controls)
{
    private readonly ConcurrentDictionary<(string Id, DateTime AsOf), BoundControl> _bound = new();

    public IReadOnlyDictionary<LoadedControl, ControlReads> Reads { get; } =
        controls.DistinctBy(control => control.Control.Id).ToDictionary(control => control, control => new ControlReads(control.Scope.Reads, control.Query?.Reads ?? []));

    public BoundControl Bound(LoadedControl control, DateTime asOf) =>
        _bound.GetOrAdd((control.Control.Id, asOf), _ => BoundControl.Bind(control, Snapshot.EmptyCatalog, new KqlOptions(KqlDialect.Arg, asOf)));

    /// <summary>Those that read one of the resources, and have a subject among the rows: where no row is of a type that the scope reads, it gives none.</summary>
    public IEnumerable<LoadedControl> Of(IReadOnlyList<DeployedResource> resources, IReadOnlyList<CaseRow> rows)
    {
        var touched = Types(resources.Select(r => (r.Table, r.Row)));
        var present = Types(rows.Select(r => (r.Table, r.Values)));
        return Reads.Where(pair => pair.Key.Query is not null && Any(pair.Value.All, touched) && Any(pair.Value.Own, present)).Select(pair => pair.Key);
    }

    private static List<(string Table, string? Type)> Types(IEnumerable<(string Table, JsonObject Row)> rows) =>
        [.. rows.Select(r => (r.Table, r.Row["id"] is JsonValue id && id.TryGetValue<string>(out var text) ? ResourceIds.Type(text) : null)).Distinct()];

    private static bool Any(IReadOnlyList<TableRead> reads, List<(string Table, string? Type)> types) =>
        types.Exists(t => reads.Any(read => read.Reads(t.Table, t.Type)));
}
