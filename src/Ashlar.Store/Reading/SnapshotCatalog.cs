using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store.Storage;

namespace Ashlar.Store.Reading;

internal static class SnapshotCatalog
{
    private static readonly Dictionary<string, string> None = [];

    public static KqlCatalog Of(IReadOnlyList<ShredPlan> plans)
    {
        var shredded = plans.ToDictionary(p => p.Table.Name, p => p.Shredded, StringComparer.Ordinal);
        return new KqlCatalog(TableCatalogue.All.Select(t => TableStorage.ToKql(t, shredded.GetValueOrDefault(t.Name, None))));
    }
}
