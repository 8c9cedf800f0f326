using Ashlar.Kql;
using Ashlar.Reports;
using Ashlar.Store;

namespace Ashlar.Cli.Scan;

/// <summary>Counts what a snapshot holds, by asking it.</summary>
internal static class InventoryQuery
{
    public static Inventory Run(Snapshot snapshot, CancellationToken cancellationToken)
    {
        var rows = Ask(snapshot, "resources | summarize n = count() by type, location, subscriptionId | sort by type asc, location asc, subscriptionId asc", cancellationToken)
            .Select(r => new InventoryRow((string)r[0]!, (string)r[1]!, (string)r[2]!, (long)r[3]!)).ToList();
        var named = Ask(snapshot, "resourcecontainers | where type =~ 'microsoft.resources/subscriptions' | project subscriptionId, name | sort by subscriptionId asc, name asc", cancellationToken)
            .Select(r => (Id: (string)r[0]!, Name: (string)r[1]!)).ToLookup(r => r.Id, r => r.Name, StringComparer.OrdinalIgnoreCase);
        var ids = rows.Select(r => r.SubscriptionId).Concat(named.Select(n => n.Key)).Where(id => id.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);
        return new Inventory(
            rows.Sum(r => r.Count),
            [.. ids.Select(id => new InventorySubscription(id, named[id].FirstOrDefault(n => n.Length > 0)))],
            rows);
    }

    internal static IReadOnlyList<object?[]> Ask(Snapshot snapshot, string kql, CancellationToken cancellationToken)
    {
        var query = KqlCompiler.Compile(kql, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        if (!query.Success)
        {
            throw new InvalidOperationException("A query of Ashlar's own does not compile: " + query.Diagnostics[0].Message);
        }

        return snapshot.Query(query, KqlBudget.Default with { MaxRows = int.MaxValue }, cancellationToken).Rows;
    }
}
