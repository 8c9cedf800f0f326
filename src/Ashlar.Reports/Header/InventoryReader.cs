using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Reports;

/// <summary>Counts what a snapshot holds.</summary>
public static class InventoryReader
{
    private static readonly KqlBudget Budget = new(int.MaxValue - 1, TimeSpan.FromMinutes(5));

    public static Inventory Read(Snapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var counts = Rows(snapshot, "resources | summarize n = count() by type, location, subscriptionId", cancellationToken)
            .Select(r => new InventoryRow(Text(r[0]), Text(r[1]), Text(r[2]), (long)r[3]!))
            .OrderBy(r => r.Type, StringComparer.Ordinal)
            .ThenBy(r => r.Region, StringComparer.Ordinal)
            .ThenBy(r => r.SubscriptionId, StringComparer.Ordinal)
            .ToList();
        var listed = Rows(snapshot, "resourcecontainers | where type == 'microsoft.resources/subscriptions' | project subscriptionId, name", cancellationToken);
        var names = new SortedDictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in listed.OrderBy(r => Text(r[1]), StringComparer.Ordinal).Where(r => Text(r[0]).Length > 0))
            names.TryAdd(Text(row[0]), Text(row[1]) is { Length: > 0 } name ? name : null);
        foreach (var row in counts.Where(r => r.SubscriptionId.Length > 0))
            names.TryAdd(row.SubscriptionId, null);
        return new Inventory(counts.Sum(r => r.Count), [.. names.Select(n => new InventorySubscription(n.Key, n.Value))], counts);
    }

    internal static IReadOnlyList<object?[]> Rows(Snapshot snapshot, string query, CancellationToken cancellationToken)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        if (!compiled.Success)
            throw new InvalidOperationException($"A query of the report does not compile: {compiled.Diagnostics[0].Message} in {query}");
        return snapshot.Query(compiled, Budget, cancellationToken).Rows;
    }

    internal static string Text(object? value) => value as string ?? "";
}
