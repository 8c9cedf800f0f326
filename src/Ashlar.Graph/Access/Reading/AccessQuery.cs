using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Asks the snapshot in KQL. No query here makes rows of nothing, so those over what is not there are not run.</summary>
internal sealed class AccessQuery(Snapshot snapshot, CancellationToken cancellationToken)
{
    private static readonly KqlBudget Budget = new(int.MaxValue - 1, TimeSpan.FromMinutes(10));

    public CancellationToken Cancellation => cancellationToken;

    public Snapshot Snapshot => snapshot;

    public IReadOnlyList<object?[]> Run(string query) => Compile(query) is var compiled && IsThere(compiled) ? snapshot.Query(compiled, Budget, cancellationToken).Rows : [];

    /// <summary>For the long lists: rows are looked at one by one, and none is kept.</summary>
    public void Scan(string query, KqlRowReader reader)
    {
        var compiled = Compile(query);
        if (IsThere(compiled))
            snapshot.Scan(compiled, reader, cancellationToken);
    }

    public static string Text(object? value) => value as string ?? "";

    private bool IsThere(KqlCompilation query) => query.Reads.All(read =>
        TableCatalogue.Find(read.Table) is not { Kind: not (TableKind.Derived or TableKind.Ashlar) } table
        || (snapshot.TypesOf(table.Name) is { Count: > 0 } types && (read.Types.Count == 0 || read.Types.Any(t => types.Contains(t.ToLowerInvariant())))));

    private KqlCompilation Compile(string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        if (!compiled.Success)
            throw new InvalidOperationException($"A query of the access graph does not compile: {compiled.Diagnostics[0].Message} in {query}");
        return compiled;
    }
}
