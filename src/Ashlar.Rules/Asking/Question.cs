using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Rules;

/// <summary>Asks the tables of a snapshot what a control wants to know.</summary>
internal static class Question
{
    // Rows are subjects: a tenant with more of one type than this is past what one machine should judge.
    private static readonly KqlBudget Budget = new(5_000_000, TimeSpan.FromMinutes(10));

    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    /// <param name="withRows">False when the verdict does not depend on the query: manual control, undecided setting.</param>
    public static Answer Ask(BoundControl control, ControlReads reads, Snapshot snapshot, bool withRows, CancellationToken cancellationToken)
    {
        var loaded = control.Loaded;
        var scope = Try(control.Scope, RunCodes.ScopeFailed, loaded.ControlFile, "'scope'", snapshot, out var failure, cancellationToken);
        if (scope is null || failure is not null || !withRows || control.Query is null)
        {
            return new Answer(scope, null, None, None, failure);
        }

        var rows = Try(control.Query, RunCodes.QueryFailed, loaded.QueryFile, "The query", snapshot, out failure, cancellationToken);
        var own = reads.ReadsBody ? Bodyless(reads.Own, snapshot, cancellationToken) : None;
        return new Answer(scope, failure is null ? rows : null, own, Bodyless(reads.OtherBodies, snapshot, cancellationToken), failure);
    }

    private static KqlResult? Try(KqlCompilation query, string code, string file, string what, Snapshot snapshot, out Diagnostic? failure, CancellationToken cancellationToken)
    {
        failure = null;
        if (!query.Success)
        {
            var first = query.Diagnostics[0];
            failure = new Diagnostic(code, DiagnosticLevel.Error, $"{what} does not bind against this snapshot: {first.Code}: {first.Message}", file, first.Line, first.Column);
            return null;
        }

        try
        {
            var result = snapshot.Query(query, Budget, cancellationToken);
            if (result.Truncated)
            {
                failure = new Diagnostic(RunCodes.QueryTruncated, DiagnosticLevel.Error, $"{what} gave more than {Budget.MaxRows:N0} rows; the rest was cut off, so nothing it says can be trusted. Assess fewer subscriptions at a time.", file);
            }

            return result;
        }
        catch (KqlRunException e)
        {
            failure = new Diagnostic(code, DiagnosticLevel.Error, $"{what} could not finish: {e.Code}: {e.Message}", file);
            return null;
        }
    }

    private static IReadOnlySet<string> Bodyless(IReadOnlyList<TableRead> reads, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var found = None;
        foreach (var read in reads)
        {
            if (snapshot.KeysWithoutBody(read.Table, read.Types, cancellationToken) is { Count: > 0 } keys)
            {
                found = found.Count == 0 ? keys : found.Union(keys).ToHashSet(StringComparer.Ordinal);
            }
        }

        return found;
    }
}
