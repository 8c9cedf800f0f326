using System.Collections.Concurrent;
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

    /// <summary>Those that read a row of one of the resources.</summary>
    public IEnumerable<LoadedControl> Of(IReadOnlyList<DeployedResource> resources)
    {
        var touched = resources.Select(r => (r.Table, Type: ResourceIds.Type((string)r.Row["id"]!))).ToList();
        return Reads.Where(pair => pair.Key.Query is not null && touched.Exists(t => pair.Value.All.Any(read => read.Reads(t.Table, t.Type)))).Select(pair => pair.Key);
    }
}
