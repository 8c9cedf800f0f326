using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Reports;

/// <summary>Region of each resource of a snapshot.</summary>
public static class RegionReader
{
    /// <returns>Id, in any case, to region. A child that reports none lives where the nearest resource above it does.</returns>
    public static Func<string, string?> Read(Snapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var regions = new Lazy<Dictionary<string, string>>(() => All(snapshot, cancellationToken));
        return id => Of(ResourceIds.Key(id), regions.Value);
    }

    private static Dictionary<string, string> All(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var regions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in InventoryReader.Rows(snapshot, "resources | where isnotempty(location) | project id, location | order by id asc", cancellationToken))
            regions.TryAdd(ResourceIds.Key(InventoryReader.Text(row[0])), InventoryReader.Text(row[1]));

        return regions;
    }

    private static string? Of(string key, Dictionary<string, string> regions)
    {
        for (var at = key.Length; at > 0; at = key.LastIndexOf('/', at - 1))
        {
            if (regions.TryGetValue(key[..at], out var region))
                return region;
        }

        return null;
    }
}
