using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Asks the snapshot in KQL.</summary>
internal sealed class AccessQuery(Snapshot snapshot, CancellationToken cancellationToken)
{
    private static readonly KqlBudget Budget = new(int.MaxValue - 1, TimeSpan.FromMinutes(10));

    public CancellationToken Cancellation => cancellationToken;

    public Snapshot Snapshot => snapshot;

    public IReadOnlyList<object?[]> Run(string query) => snapshot.Query(Compile(query), Budget, cancellationToken).Rows;

    /// <summary>For the long lists: rows are looked at one by one, and none is kept.</summary>
    public void Scan(string query, KqlRowReader reader) => snapshot.Scan(Compile(query), reader, cancellationToken);

    public static string Text(object? value) => value as string ?? "";

    private KqlCompilation Compile(string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        if (!compiled.Success)
            throw new InvalidOperationException($"A query of the access graph does not compile: {compiled.Diagnostics[0].Message} in {query}");
        return compiled;
    }
}
