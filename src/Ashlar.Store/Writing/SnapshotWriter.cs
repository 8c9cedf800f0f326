using Ashlar.Model;
using Ashlar.Store.Storage;
using Ashlar.Store.Writing;
using DuckDB.NET.Data;

namespace Ashlar.Store;

/// <summary>Writes a snapshot: rows go to <c>&lt;path&gt;.partial/</c> as they come, <see cref="Seal"/> makes the file.</summary>
public sealed class SnapshotWriter : IDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private readonly DuckDBConnection _staging;
    private readonly Dictionary<string, TableAppender> _appenders = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Gap> _gaps = [];
    private readonly HashSet<Completeness> _completeness = [];
    private bool _done;

    private SnapshotWriter(string path)
    {
        _path = path;
        _partial = path + ".partial";
        if (Directory.Exists(_partial))
        {
            Directory.Delete(_partial, recursive: true);
        }

        PrivateFiles.CreateDirectory(_partial);
        _staging = new DuckDBConnection("DataSource=" + Path.Combine(_partial, "staging.duckdb"));
        _staging.Open();
        _staging.Execute(DuckDbSettings.ForWriting(Path.Combine(_partial, "spill")));
    }

    /// <summary>Ids that came more than once, at most <see cref="Sealing.DuplicatesTold"/> of them; known after sealing.</summary>
    public IReadOnlyList<string> DuplicateIds { get; private set; } = [];

    /// <summary>How many ids came more than once; known after sealing.</summary>
    public long DuplicateCount { get; private set; }

    public static SnapshotWriter Create(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new SnapshotWriter(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDBException)
        {
            throw new SnapshotException($"Cannot write a snapshot to {path}: the folder is missing, full or not writable. Name another place.", e);
        }
    }

    public void Add(SnapshotRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!_appenders.TryGetValue(row.Table.Name, out var appender))
        {
            _staging.Execute(TableStorage.CreateTable(TableStorage.Quote(row.Table.Name), row.Table));
            appender = new TableAppender(_staging.CreateAppender(row.Table.Name), row.Table);
            _appenders.Add(row.Table.Name, appender);
        }

        appender.Append(row);
    }

    public void AddGap(Gap gap) => _gaps.Add(gap);

    public void AddCompleteness(Completeness completeness) => _completeness.Add(completeness);

    /// <summary>Sorts, drops duplicates and puts the file in its place, in one step and readable by its owner only.</summary>
    public void Seal(SnapshotInfo info, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(info);
        AddOwnTables();
        foreach (var appender in _appenders.Values)
        {
            appender.Dispose();
        }

        var tables = _appenders.Keys.Select(n => TableCatalogue.Find(n)!).OrderBy(t => t.Name, StringComparer.Ordinal).ToArray();
        var sealing = new Sealing(_staging, tables, cancellationToken);
        var file = Path.Combine(_partial, "sealed.duckdb");
        sealing.WriteTo(file, info);
        (DuplicateIds, DuplicateCount) = (sealing.DuplicateIds, sealing.DuplicateCount);
        _staging.Dispose();
        PrivateFiles.Restrict(file);
        File.Move(file, _path, overwrite: true);
        Directory.Delete(_partial, recursive: true);
        _done = true;
    }

    public void Dispose()
    {
        if (_done)
        {
            return;
        }

        foreach (var appender in _appenders.Values)
        {
            appender.Dispose();
        }

        _staging.Dispose();
    }

    private void AddOwnTables()
    {
        var gap = new SnapshotRow(AshlarTables.Gaps);
        foreach (var g in _gaps)
        {
            OwnRows.Fill(gap, g);
            Add(gap);
        }

        var completeness = new SnapshotRow(AshlarTables.Completeness);
        foreach (var c in _completeness)
        {
            OwnRows.Fill(completeness, c);
            Add(completeness);
        }
    }
}
