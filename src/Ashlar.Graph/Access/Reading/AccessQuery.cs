using Ashlar.Kql;
using Ashlar.Store;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Asks the snapshot in KQL.</summary>
internal sealed class AccessQuery(Snapshot snapshot, CancellationToken cancellationToken)
{
    private static readonly KqlBudget Budget = new(int.MaxValue - 1, TimeSpan.FromMinutes(10));

    public CancellationToken Cancellation => cancellationToken;

    public Snapshot Snapshot => snapshot;

    public IReadOnlyList<object?[]> Run(string query)
    {
        var compiled = KqlCompiler.Compile(query, snapshot.Catalog, snapshot.Options(KqlDialect.Arg));
        if (!compiled.Success)
            throw new InvalidOperationException($"A query of the access graph does not compile: {compiled.Diagnostics[0].Message} in {query}");
        return snapshot.Query(compiled, Budget, cancellationToken).Rows;
    }

    public static string Text(object? value) => value as string ?? "";
}
