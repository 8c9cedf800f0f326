using System.Collections.Concurrent;
using Ashlar.Kql;

namespace Ashlar.Store.Reading;

/// <summary>Connections that see tables in one search path; opened before the database is locked, lent one query at a time.</summary>
internal sealed class ConnectionPool : IDisposable
{
    private readonly ConcurrentBag<KqlDatabase> _idle;
    private readonly SemaphoreSlim _free;

    public ConnectionPool(KqlDatabase database, string searchPath, int size)
    {
        _idle = [];
        _free = new SemaphoreSlim(size);
        for (var i = 0; i < size; i++)
        {
            var connection = database.Beside();
            Storage.DuckDb.Execute(connection.Connection, "SET search_path=" + Storage.TableStorage.Text(searchPath));
            _idle.Add(connection);
        }
    }

    /// <summary>One connection, as it is.</summary>
    public ConnectionPool(KqlDatabase only) => (_idle, _free) = ([only], new SemaphoreSlim(1));

    public T Use<T>(Func<KqlDatabase, T> work, CancellationToken cancellationToken)
    {
        _free.Wait(cancellationToken);
        _idle.TryTake(out var connection);
        try
        {
            return work(connection!);
        }
        finally
        {
            _idle.Add(connection!);
            _free.Release();
        }
    }

    public void Dispose()
    {
        foreach (var connection in _idle)
        {
            connection.Dispose();
        }

        _free.Dispose();
    }
}
