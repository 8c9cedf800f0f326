using Ashlar.Model;
using Ashlar.Store.Storage;
using Ashlar.Store.Writing;
using DuckDB.NET.Data;

namespace Ashlar.Store;

/// <summary>Writes a snapshot: rows go to <c>&lt;path&gt;.partial/</c> as they come, <see cref="Seal"/> makes the file.</summary>
public sealed class SnapshotWriter : IDisposable
{
    /// <summary>Ids of duplicates that are kept to be told.</summary>
    public const int DuplicatesTold = 20;

    private readonly string _path;
    private readonly string _partial;
    private readonly Dictionary<string, RowSpool> _spools = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Gap> _gaps = [];
    private readonly HashSet<Completeness> _completeness = [];
    private readonly Dictionary<string, Origin> _origins = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _duplicates = new(StringComparer.Ordinal);

    private SnapshotWriter(string path)
    {
        _path = path;
        _partial = path + ".partial";
        if (Directory.Exists(_partial))
        {
            Directory.Delete(_partial, recursive: true);
        }

        PrivateFiles.CreateDirectory(_partial);
    }

    /// <summary>Some of the ids that came more than once, in order, at most <see cref="DuplicatesTold"/>.</summary>
    public IReadOnlyCollection<string> DuplicateIds => _duplicates;

    /// <summary>How many ids came more than once.</summary>
    public long DuplicateCount { get; private set; }

    /// <exception cref="SnapshotException">The place cannot be written to.</exception>
    public static SnapshotWriter Create(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new SnapshotWriter(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SnapshotException($"Cannot write a snapshot to {path}: the folder is missing, full or not writable. Name another place.", e);
        }
    }

    /// <summary>Of rows with one id the first with a body stays, else the first.</summary>
    public void Add(SnapshotRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!_spools.TryGetValue(row.Table.Name, out var spool))
        {
            spool = new RowSpool(Path.Combine(_partial, row.Table.Name + ".rows"), row.Table);
            _spools.Add(row.Table.Name, spool);
        }

        if (!spool.Add(row) && !row.Overlaps)
        {
            DuplicateCount++;
            Remember(row);
        }

        foreach (var path in spool.Conflicts)
        {
            var id = System.Text.Encoding.UTF8.GetString(row.Cell(KeyColumn(row)));
            AddGap(new Gap(row.Table.Name, id, GapReason.Undecided, null, "The input holds this resource more than once, with different values here: which is right is open.", path));
        }
    }

    public void AddGap(Gap gap) => _gaps.Add(gap);

    public void AddCompleteness(Completeness completeness) => _completeness.Add(completeness);

    /// <summary>The first origin of an id stays.</summary>
    public void AddOrigin(Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        _origins.TryAdd(ResourceIds.Key(origin.ResourceId), origin);
    }

    /// <summary>Sorts and puts the file in its place, in one step and readable by its owner only.</summary>
    /// <exception cref="SnapshotException">The disk is full or the file in its place cannot be replaced.</exception>
    public void Seal(SnapshotInfo info, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(info);
        AddOwnTables();
        var file = Path.Combine(_partial, "sealed.duckdb");
        try
        {
            Sealing.Write(file, Path.Combine(_partial, "spill"), [.. _spools.Values.OrderBy(s => s.Table.Name, StringComparer.Ordinal)], info, cancellationToken);
            PrivateFiles.Restrict(file);
            File.Move(file, _path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DuckDBException)
        {
            throw new SnapshotException($"Cannot write the snapshot {_path}: the disk is full, or the file is in use or not writable. Make room or name another place.", e);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>What was not sealed is given up.</summary>
    public void Dispose()
    {
        foreach (var spool in _spools.Values)
        {
            spool.Dispose();
        }

        _spools.Clear();
        if (Directory.Exists(_partial))
        {
            Directory.Delete(_partial, recursive: true);
        }
    }

    private void Remember(SnapshotRow row)
    {
        if (_duplicates.Count < DuplicatesTold && row.Table.KeyColumn is not null)
        {
            _duplicates.Add(System.Text.Encoding.UTF8.GetString(row.Cell(KeyColumn(row))));
        }
    }

    private static int KeyColumn(SnapshotRow row) => row.Table.Columns.Index().First(c => c.Item.Name == row.Table.KeyColumn).Index;

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

        var origin = new SnapshotRow(AshlarTables.Origins);
        foreach (var o in _origins.Values)
        {
            OwnRows.Fill(origin, o);
            Add(origin);
        }
    }
}
