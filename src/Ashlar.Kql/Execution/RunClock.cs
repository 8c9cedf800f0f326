namespace Ashlar.Kql.Execution;

/// <summary>Tells Ashlar's functions inside DuckDB that nobody waits for their answer: DuckDB itself asks only between blocks of rows.</summary>
/// <remarks>A function does not know whose query calls it, so it gives up when all queries that run on its database were stopped.</remarks>
internal sealed class RunClock
{
    [ThreadStatic]
    private static RunClock? _current;

    private int _running;
    private int _stopped;

    private bool Over => Volatile.Read(ref _stopped) is > 0 and var stopped && stopped >= Volatile.Read(ref _running);

    public Run Enter()
    {
        Interlocked.Increment(ref _running);
        return new Run(this);
    }

    /// <summary>Says that this thread now computes for the database of this clock.</summary>
    public void Take() => _current = this;

    /// <summary>For loops that may be long within one value.</summary>
    /// <exception cref="OperationCanceledException">The query was stopped.</exception>
    public static void Check()
    {
        if (_current is { Over: true })
            throw new OperationCanceledException();
    }

    /// <summary>One query while it runs.</summary>
    internal sealed class Run(RunClock clock) : IDisposable
    {
        private int _over;

        public void Stop()
        {
            if (Interlocked.Exchange(ref _over, 1) == 0)
                Interlocked.Increment(ref clock._stopped);
        }

        public void Dispose()
        {
            if (_over != 0)
                Interlocked.Decrement(ref clock._stopped);
            Interlocked.Decrement(ref clock._running);
        }
    }
}
