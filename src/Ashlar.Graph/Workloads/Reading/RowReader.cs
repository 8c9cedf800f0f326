using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Asks the snapshot in KQL, so that only rows of the wanted types leave the database.</summary>
internal sealed class RowReader(Snapshot snapshot, CancellationToken cancellationToken)
{
    private const string Columns = " | project id, type, kind, location, properties, identity, tags, sku";
    private static readonly KqlBudget Budget = new(int.MaxValue - 1, TimeSpan.FromMinutes(10));

    public List<AiRow> Rows(string filtered)
    {
        var rows = Beside(Run(filtered + Columns))
            .Select(row => RowFacts.Of(Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Text(row[4]), Text(row[5]), Text(row[6]), Text(row[7])))
            .ToList();
        rows.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return rows;
    }

    /// <summary>The items in their order, worked on by several threads.</summary>
    public ParallelQuery<T> Beside<T>(IEnumerable<T> items) => items.AsParallel().AsOrdered().WithCancellation(cancellationToken);

    public IReadOnlyList<object?[]> Run(string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        if (!compiled.Success)
            throw new InvalidOperationException($"A query of the workload search does not compile: {compiled.Diagnostics[0].Message} in {query}");
        return snapshot.Query(compiled, Budget, cancellationToken).Rows;
    }

    /// <summary>Runs a query over a list of any length; <c>{0}</c> stands for it. The list waits in the table of members, which gets its own rows last.</summary>
    public IReadOnlyList<object?[]> RunFor(IReadOnlyCollection<string> values, string query)
    {
        Put(values);
        return values.Count == 0 ? [] : Run(Named(query));
    }

    /// <summary>As <see cref="Rows(string)"/>, over a list.</summary>
    public List<AiRow> RowsFor(IReadOnlyCollection<string> values, string filtered)
    {
        Put(values);
        return values.Count == 0 ? [] : Rows(Named(filtered));
    }

    private void Put(IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
            snapshot.WriteDerived(DerivedTables.AiWorkloadResources, values.Select(v => new object?[] { "", v, "", "", "", "", false, false }));
    }

    private static string Named(string query) => query.Replace("{0}", "AiWorkloadResources | project ResourceId", StringComparison.Ordinal);

    public static string Text(object? value) => value as string ?? "";

    public static string Literals(IEnumerable<string> values) =>
        string.Join(", ", values.Select(v => "'" + v.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal) + "'"));
}
