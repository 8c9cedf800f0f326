using System.Text.Json;
using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Asks the snapshot in KQL, so that only rows of the wanted types leave the database.</summary>
internal sealed class RowReader(Snapshot snapshot, CancellationToken cancellationToken)
{
    private const string Columns = " | project id, type, kind, location, properties, identity, tags, sku";
    private const int Chunk = 4000;
    private static readonly KqlBudget Budget = new(int.MaxValue - 1, TimeSpan.FromMinutes(10));
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    public List<AiRow> Rows(string filtered)
    {
        var rows = new List<AiRow>();
        foreach (var row in Run(filtered + Columns))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(new AiRow(Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Json(row[4]), Json(row[5]), Json(row[6]), Json(row[7])));
        }

        rows.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        return rows;
    }

    public IReadOnlyList<object?[]> Run(string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        if (!compiled.Success)
            throw new InvalidOperationException($"A query of the workload search does not compile: {compiled.Diagnostics[0].Message} in {query}");
        return snapshot.Query(compiled, Budget, cancellationToken).Rows;
    }

    /// <summary>Runs a query once for each part of a long list; <c>{0}</c> is the list.</summary>
    public IEnumerable<object?[]> RunFor(IEnumerable<string> values, string query)
    {
        foreach (var part in values.Chunk(Chunk))
        {
            foreach (var row in Run(query.Replace("{0}", Literals(part), StringComparison.Ordinal)))
                yield return row;
        }
    }

    public static string Text(object? value) => value as string ?? "";

    public static string Literals(IEnumerable<string> values) =>
        string.Join(", ", values.Select(v => "'" + v.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal) + "'"));

    private static JsonElement Json(object? value)
    {
        if (value is not string { Length: > 0 } text)
            return default;
        try
        {
            using var document = JsonDocument.Parse(text, Deep);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Deeper than any Azure resource: nothing is read of it.
            return default;
        }
    }
}
