using Ashlar.Kql.Functions.Runtime;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Ashlar.Kql.Execution;

/// <summary>One run of one compiled query within its budget.</summary>
internal static class QueryRun
{
    public static KqlResult Run(DuckDBConnection connection, RunClock clock, KqlCompilation query, PlanMemory? plans, KqlBudget budget, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var timeout = new CancellationTokenSource(budget.MaxTime);
        using var command = connection.CreateCommand();
        using var run = clock.Enter();
        using var cancelled = cancellationToken.Register(Stop);
        using var late = timeout.Token.Register(Stop);
        try
        {
            var sql = plans is null ? query.Sql : plans.Statement(query);
            if (Rows(connection, sql, query, budget, timeout.Token, cancellationToken) is { } read)
                return read;
            command.CommandText = sql;
            command.UseStreamingMode = true;
            using var reader = command.ExecuteReader();
            return Read(reader, query, budget, timeout.Token, cancellationToken);
        }
        catch (Exception error) when (error is DuckDBException or KqlRunException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested)
                throw Late(budget);
            throw error as KqlRunException ?? Said(error.Message, (DuckDBException)error);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Late(budget);
        }

        void Stop()
        {
            run.Stop();
            NativeMethods.Startup.DuckDBInterrupt(connection.NativeConnection);
        }
    }

    /// <summary>The rows, read where DuckDB holds them; null when it holds them in a way that only its reader knows.</summary>
    private static KqlResult? Rows(DuckDBConnection connection, string sql, KqlCompilation query, KqlBudget budget, CancellationToken late, CancellationToken cancellationToken)
    {
        var rows = new List<object?[]>();
        var truncated = false;
        return NativeRows.Run(connection, sql, types => ResultColumn.All(query, types) is { } columns ? (cells, count) => Add(columns, cells, count) : null)
            ? new KqlResult(query.Columns, rows, truncated)
            : null;

        bool Add(ResultColumn[] columns, ReadOnlySpan<CellColumn> cells, int count)
        {
            cancellationToken.ThrowIfCancellationRequested();
            late.ThrowIfCancellationRequested();
            for (var row = 0; row < count; row++)
            {
                if (truncated = rows.Count >= budget.MaxRows)
                    return false;
                var values = new object?[columns.Length];
                for (var i = 0; i < values.Length; i++)
                    values[i] = columns[i].Value(cells[i], row, query.Columns[i].Type);
                rows.Add(values);
            }

            return true;
        }
    }

    private static KqlResult Read(DuckDBDataReader reader, KqlCompilation query, KqlBudget budget, CancellationToken late, CancellationToken cancellationToken)
    {
        var rows = new List<object?[]>();
        var types = query.Columns.Select(c => c.Type).ToArray();
        while (reader.Read())
        {
            if (rows.Count >= budget.MaxRows)
                return new KqlResult(query.Columns, rows, true);
            if ((rows.Count & 0x3FF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                late.ThrowIfCancellationRequested();
            }

            var row = new object?[types.Length];
            for (var i = 0; i < row.Length; i++)
                row[i] = ResultValues.Read(reader, i, types[i]);
            rows.Add(row);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return new KqlResult(query.Columns, rows, false);
    }

    private static KqlRunException Late(KqlBudget budget) => new("KQL6001", $"The query took longer than {budget.MaxTime.TotalSeconds:0.#} s and was stopped.");

    /// <summary>DuckDB's own words stay inside: they speak of SQL the user never wrote.</summary>
    internal static KqlRunException Said(string message, DuckDBException? error)
    {
        if (message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase) || message.Contains("memory_limit", StringComparison.OrdinalIgnoreCase))
            return new KqlRunException("KQL6002", "The query needs more memory than it may use.", error);
        if (message.Contains(TextRuntime.TooLong, StringComparison.Ordinal))
            return new KqlRunException("KQL6005", TextRuntime.TooLong, error);
        return new KqlRunException("KQL6003", "The query met a value it cannot handle and was stopped.", error) { NotBound = message.StartsWith("Binder Error", StringComparison.Ordinal) };
    }
}
