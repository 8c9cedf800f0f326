using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store.Reading;
using Ashlar.Store.Storage;

namespace Ashlar.Store;

/// <summary>A sealed snapshot, its cache beside it, as tables for KQL. Safe for use by several threads.</summary>
public sealed class Snapshot : IDisposable
{
    private readonly KqlDatabase _database;
    private readonly IReadOnlyList<ShredPlan> _plans;
    private readonly ConnectionPool _wide;
    private readonly ConnectionPool? _narrow;
    private readonly string _derivedIn;
    private readonly string _settingsIn;
    private readonly Action _onDispose;
    private readonly Lazy<IReadOnlyList<Gap>> _gaps;
    private readonly Lazy<IReadOnlyList<Completeness>> _completeness;
    private readonly Lazy<IReadOnlyDictionary<string, Origin>> _origins;
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlySet<string>>> _there;
    private readonly ConditionalWeakTable<KqlCompilation, KqlCompilation> _overWholeRows = [];
    private readonly ConcurrentDictionary<string, Lazy<BodylessKeys>> _bodyless = new(StringComparer.Ordinal);

    internal Snapshot(KqlDatabase database, SnapshotInfo info, IReadOnlyList<ShredPlan> plans, ConnectionPool wide, ConnectionPool? narrow, string derivedIn, string settingsIn, Action onDispose)
    {
        (_database, Info, Catalog, _plans, _wide, _narrow, _derivedIn, _settingsIn, _onDispose) = (database, info, plans.Count == 0 ? EmptyCatalog : SnapshotCatalog.Of(plans), plans, wide, narrow, derivedIn, settingsIn, onDispose);
        _gaps = new(() => [.. Read("SELECT * FROM \"Gaps\"").Select(Writing.OwnRows.ToGap)]);
        _completeness = new(() => [.. Read("SELECT * FROM \"Completeness\"").Select(Writing.OwnRows.ToCompleteness)]);
        _there = new(() => TypesThere.Of(Read(TypesThere.Sql)));
        _origins = new(() => Read("SELECT * FROM \"Origins\"").Select(Writing.OwnRows.ToOrigin).ToDictionary(o => ResourceIds.Key(o.ResourceId), StringComparer.Ordinal));
    }

    /// <summary>The whole catalogue without a file: for the linter, and for queries that are only checked.</summary>
    public static KqlCatalog EmptyCatalog { get; } = SnapshotCatalog.Of([]);

    public SnapshotInfo Info { get; }

    public KqlCatalog Catalog { get; }

    public IReadOnlyList<Gap> Gaps => _gaps.Value;

    public IReadOnlyList<Completeness> Completeness => _completeness.Value;

    /// <summary>Key of a resource to where it is declared; empty for a tenant.</summary>
    public IReadOnlyDictionary<string, Origin> Origins => _origins.Value;

    /// <param name="shred">What will be asked, as the binder tells it: those paths of those types get columns of their own in <c>&lt;path&gt;.cache</c>. Anything else can be asked too, slower.</param>
    /// <exception cref="SnapshotException">The file is missing, damaged or no snapshot.</exception>
    public static Snapshot Open(string path, IReadOnlyList<KqlTableRead> shred, CancellationToken cancellationToken) =>
        SnapshotFile.Open(path, ShredPlan.For(shred), cancellationToken);

    /// <summary>A small snapshot in memory. Rows are JSON objects by column name; what follows from the id may be left out, and a resource without <c>properties</c> has no body.</summary>
    public static Snapshot FromRows(
        IReadOnlyDictionary<string, IReadOnlyList<JsonObject>> tables,
        IReadOnlyDictionary<string, JsonNode?>? settings = null,
        IReadOnlyList<Gap>? gaps = null,
        IReadOnlyList<Completeness>? completeness = null,
        DateTime? asOf = null) =>
        SmallSnapshots.Create(new SmallRows(tables, settings, gaps, completeness, asOf));

    public KqlOptions Options(KqlDialect dialect) => new(dialect, Info.AsOf);

    public KqlResult Query(KqlCompilation query, CancellationToken cancellationToken) => Query(query, KqlBudget.Default, cancellationToken);

    /// <summary>Runs beside other queries, on one DuckDB thread.</summary>
    public KqlResult Query(KqlCompilation query, KqlBudget budget, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (_narrow is not null && Covered(query) && !_overWholeRows.TryGetValue(query, out _))
        {
            try
            {
                return _narrow.Use(c => c.Run(query, budget, cancellationToken), cancellationToken);
            }
            catch (KqlRunException e) when (e.NotBound)
            {
                // A query that needs a column the cache has not, and whose reads did not tell so, runs over the snapshot itself.
            }
        }

        var whole = OverWholeRows(query);
        return _wide.Use(c => c.Run(whole, budget, cancellationToken), cancellationToken);
    }

    /// <summary>The query as it reads rows where they lie: a path has no column there.</summary>
    /// <remarks>Views that had such columns took DuckDB longer to bind, all of them for each query, than a small tenant takes to answer.</remarks>
    private KqlCompilation OverWholeRows(KqlCompilation query) =>
        _plans.Count == 0 || !query.Success ? query : _overWholeRows.GetValue(query, q => KqlCompiler.Compile(q.Text, EmptyCatalog, q.Options));

    /// <summary>Shows the rows of a query over the snapshot itself one by one; see <see cref="KqlDatabase.Scan"/>.</summary>
    public void Scan(KqlCompilation query, KqlRowReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var whole = OverWholeRows(query);
        _wide.Use(
            c =>
            {
                c.Scan(whole, reader, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Lower-case types of which a raw table has rows; of a table that tells no types apart, an empty one when it has any.</summary>
    public IReadOnlySet<string> TypesOf(string table) => _there.Value.GetValueOrDefault(table) ?? FrozenSet<string>.Empty;

    /// <summary>Keys (lower-case ids) of the rows of some types whose properties were not reported.</summary>
    public IReadOnlySet<string> KeysWithoutBody(string table, IReadOnlyList<string> types, CancellationToken cancellationToken)
    {
        var definition = TableCatalogue.Find(table);
        if (definition is null || !TableStorage.HasBody(definition))
        {
            return new HashSet<string>();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return _bodyless.GetOrAdd(definition.Name, name => new(() => BodylessKeys.Of(Read(BodylessKeys.Sql(name))))).Value.Of(types);
    }

    /// <summary>Replaces the rows of a derived table. Values in column order: as in <see cref="KqlResult.Rows"/>, dynamics as JSON text; a text may also come as UTF-8 bytes.</summary>
    /// <param name="stamp">What it was derived by; see <see cref="IsDerived"/>.</param>
    public void WriteDerived(TableDefinition table, IEnumerable<object?[]> rows, string stamp = "")
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rows);
        DerivedWriter.Write(_database, _derivedIn, table, rows, stamp);
    }

    /// <summary>As <see cref="WriteDerived"/>, for a table of int columns alone.</summary>
    /// <param name="cells">Row after row.</param>
    public void WriteDerivedNumbers(TableDefinition table, IReadOnlyList<int> cells)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(cells);
        DerivedWriter.WriteNumbers(_database, _derivedIn, table, cells);
    }

    /// <summary>Replaces a derived table by a view over parts that were written with <see cref="WriteDerived"/>.</summary>
    /// <param name="select">Given the schema of the parts, a SELECT that yields the columns of the table in order, then its hidden key.</param>
    /// <param name="stamp">What it was derived by; see <see cref="IsDerived"/>.</param>
    public void WriteDerivedView(TableDefinition table, Func<string, string> select, string stamp = "")
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(select);
        DerivedWriter.WriteView(_database, _derivedIn, table, select(_derivedIn), stamp);
    }

    /// <summary>Cells of a table that was written with <see cref="WriteDerivedNumbers"/>, row after row.</summary>
    public IReadOnlyList<int> ReadDerivedNumbers(TableDefinition table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _wide.Use(c => DerivedReader.Numbers(c.Connection, _derivedIn, table, cancellationToken), cancellationToken);
    }

    /// <summary>Rows of a table that was written with <see cref="WriteDerived"/>, as they were given.</summary>
    public IReadOnlyList<object?[]> ReadDerived(TableDefinition table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        return _wide.Use(c => DerivedReader.Rows(c.Connection, _derivedIn, table), cancellationToken);
    }

    /// <summary>False: nothing has derived this table for this snapshot yet, it is empty for that reason.</summary>
    /// <param name="stamp">Also false when it was derived by something else; null = by whatever.</param>
    public bool IsDerived(string table, string? stamp = null) =>
        _derivedIn.StartsWith(SnapshotCache.Database, StringComparison.Ordinal)
        && Read($"SELECT 1 FROM {_derivedIn}.{SnapshotCache.DerivedTable} WHERE name = {TableStorage.Text(table)}{(stamp is null ? "" : " AND stamp = " + TableStorage.Text(stamp))}").Count > 0;

    /// <summary>The cells of a table that <see cref="WriteDerivedNumbers"/> wrote, row after row; empty when nothing wrote it.</summary>
    public int[] DerivedNumbers(TableDefinition table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Wrote(table) ? _wide.Use(c => c.Numbers($"SELECT {ColumnsOf(table)} FROM {_derivedIn}.{TableStorage.Quote(table.Name)}", cancellationToken), cancellationToken) : [];
    }

    /// <summary>The rows of a part that <see cref="WriteDerived"/> wrote and no query names, in the order of its first column; empty when nothing wrote it.</summary>
    /// <param name="among">Only rows whose first column, a number, is one of these; null = all.</param>
    public IReadOnlyList<object?[]> DerivedRows(TableDefinition table, IReadOnlyCollection<int>? among = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (!Wrote(table) || among?.Count == 0)
            return [];
        var first = TableStorage.Quote(table.Columns[0].Name);
        return Read($"SELECT {ColumnsOf(table)} FROM {_derivedIn}.{TableStorage.Quote(table.Name)}{(among is null ? "" : $" WHERE {first} IN ({string.Join(',', among)})")} ORDER BY {first}");
    }

    /// <summary>As <see cref="DerivedRows"/>, for long lists: rows are shown one by one in the order of the first column, integers as long.</summary>
    public void ScanDerived(TableDefinition table, KqlRowReader reader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(reader);
        if (!Wrote(table))
            return;
        var columns = string.Join(", ", table.Columns.Select(c => c.Type == "int" ? $"CAST({TableStorage.Quote(c.Name)} AS BIGINT)" : TableStorage.Quote(c.Name)));
        _wide.Use(
            c =>
            {
                c.Scan($"SELECT {columns} FROM {_derivedIn}.{TableStorage.Quote(table.Name)} ORDER BY {TableStorage.Quote(table.Columns[0].Name)}", reader, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Replaces the settings: name to JSON text. They live as long as this object.</summary>
    public void WriteSettings(IReadOnlyDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        DerivedWriter.Write(_database, _settingsIn, AshlarTables.Settings, settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new object?[] { s.Key, s.Value }));
    }

    /// <summary>Name of each raw table that has rows to a hash over its rows in order. Two snapshots are the same when these are.</summary>
    public IReadOnlyDictionary<string, string> TableHashes(CancellationToken cancellationToken) =>
        _wide.Use(c => Storage.TableHashes.Of(c.Connection, cancellationToken), cancellationToken);

    public void Dispose()
    {
        _narrow?.Dispose();
        _wide.Dispose();
        _onDispose();
    }

    private static string ColumnsOf(TableDefinition table) => string.Join(", ", table.Columns.Select(c => TableStorage.Quote(c.Name)));

    private bool Wrote(TableDefinition table)
    {
        var place = _derivedIn.Split('.');
        return Read($"SELECT 1 FROM duckdb_tables() WHERE database_name = {TableStorage.Text(place[0])} AND schema_name = {TableStorage.Text(place[1])} AND table_name = {TableStorage.Text(table.Name)}").Count > 0;
    }

    private List<object?[]> Read(string sql) => _wide.Use(c => c.Connection.Rows(sql), CancellationToken.None);

    /// <summary>The cache has a path only in rows of the types it was asked for.</summary>
    private bool Covered(KqlCompilation query) => query.Reads.All(read => _plans.All(p => p.Table.Name != read.Table || p.Covers(read)));
}
