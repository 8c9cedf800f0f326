using Ashlar.Kql;
using Ashlar.Model;
using Ashlar.Store.Storage;

namespace Ashlar.Store.Reading;

/// <summary>The JSON paths of one table that get a column of their own.</summary>
/// <param name="Types">Dotted path to the lower-case types whose rows have it in the cache; empty = every row. </param>
/// <param name="Whole">Dynamic columns that are asked for as they are. Others, <c>properties</c> first of all, stay in the snapshot alone.</param>
internal sealed record ShredPlan(TableDefinition Table, IReadOnlyDictionary<string, IReadOnlyList<string>> Types, IReadOnlySet<string> Whole)
{
    /// <summary>Ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; } = [.. Types.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Path to its physical column. DuckDB's names are the same in any case, JSON's are not: of paths that differ only in case the later ones are numbered.</summary>
    public IReadOnlyDictionary<string, string> Shredded { get; } = Types.Keys.Order(StringComparer.Ordinal)
        .GroupBy(p => p, StringComparer.OrdinalIgnoreCase)
        .SelectMany(g => g.Select((path, i) => (Path: path, Column: i == 0 ? path : $"{path}~{i + 1}")))
        .ToDictionary(p => p.Path, p => p.Column, StringComparer.Ordinal);

    /// <summary>Plans for the tables that can be shredded; what cannot be a path (an index, a quoted key) is cut there.</summary>
    public static IReadOnlyList<ShredPlan> For(IReadOnlyList<KqlTableRead> asked)
    {
        var byTable = new SortedDictionary<string, (TableDefinition Table, SortedDictionary<string, SortedSet<string>> Paths, SortedSet<string> Whole)>(StringComparer.Ordinal);
        foreach (var (tableName, types, path) in asked.SelectMany(read => read.Paths.Select(path => (read.Table, read.Types, path))))
        {
            var table = TableCatalogue.Find(tableName);
            if (table is null || table.Kind is TableKind.Derived or TableKind.Ashlar || Simple(path) is not { } simple)
            {
                continue;
            }

            var column = simple.Split('.')[0];
            if (table.Columns.All(c => c.Name != column || c.Type != "dynamic"))
            {
                continue;
            }

            if (!byTable.TryGetValue(table.Name, out var plan))
            {
                plan = (table, new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
                byTable.Add(table.Name, plan);
            }

            if (simple.Length == column.Length)
            {
                plan.Whole.Add(column);
                continue;
            }

            // Only rows of a table with bodies are told apart by type; an empty set means every row, and stays so.
            IReadOnlyList<string> only = TableStorage.HasBody(table) ? types : [];
            if (!plan.Paths.TryGetValue(simple, out var known))
            {
                plan.Paths.Add(simple, new SortedSet<string>(only, StringComparer.Ordinal));
            }
            else if (only.Count == 0)
            {
                known.Clear();
            }
            else if (known.Count > 0)
            {
                known.UnionWith(only);
            }
        }

        return [.. byTable.Values.Where(p => p.Paths.Count > 0).Select(p => new ShredPlan(p.Table, p.Paths.ToDictionary(x => x.Key, IReadOnlyList<string> (x) => [.. x.Value], StringComparer.Ordinal), p.Whole))];
    }

    /// <summary>True when the cache has all that <paramref name="read"/> names, for every row it can touch.</summary>
    public bool Covers(KqlTableRead read) => read.Paths.All(p => Simple(p) is { } path && Covers(path, read.Types));

    private bool Covers(string path, IReadOnlyList<string> types)
    {
        if (Simple(path) is not { } simple)
        {
            return false;
        }

        // The binder takes the longest path that has a column: that one must be filled, whatever shorter ones are, and the whole column too.
        var filled = Types.Where(t => simple == t.Key || simple.StartsWith(t.Key + ".", StringComparison.Ordinal)).OrderByDescending(t => t.Key.Length).Select(t => t.Value).FirstOrDefault();
        return filled is null ? !Left(simple.Split('.')[0]) : filled.Count == 0 || (types.Count > 0 && types.All(filled.Contains));
    }

    /// <summary>A column that stays in the snapshot alone.</summary>
    private bool Left(string column) => Table.Columns.Any(c => c.Name == column && c.Type == "dynamic") && (column == "properties" || !Whole.Contains(column));

    /// <summary>
    /// A SELECT of the narrow columns and all paths. Each JSON column is parsed once for all the paths of a type (ten times faster than one
    /// extraction a path), and not at all in rows of types that nobody asks for.
    /// </summary>
    public string SelectFrom(string source)
    {
        var narrow = string.Join(", ", TableStorage.Columns(Table).Select(c => c.Name).Where(c => !Left(c)).Select(TableStorage.Quote));
        var lists = Types.SelectMany(t => (t.Value.Count == 0 ? [""] : t.Value).Select(type => (Type: type, Path: t.Key)))
            .GroupBy(p => (p.Type, Column: p.Path.Split('.')[0]))
            .OrderBy(g => g.Key.Type, StringComparer.Ordinal).ThenBy(g => g.Key.Column, StringComparer.Ordinal)
            .Select((g, i) => (g.Key.Type, g.Key.Column, Found: "found" + i, Paths: g.Select(p => p.Path).Order(StringComparer.Ordinal).ToArray())).ToArray();
        var founds = lists.Select(l => ", " + ForType(l.Type, $"json_extract({TableStorage.Quote(l.Column)}, [{string.Join(", ", l.Paths.Select(p => TableStorage.Text(JsonPath(p))))}])") + " AS " + l.Found);
        var values = Paths.Select(path =>
        {
            var from = lists.Where(l => l.Paths.Contains(path)).Select(l => (l.Type, Value: $"{l.Found}[{Array.IndexOf(l.Paths, path) + 1}]")).ToArray();
            var value = from is [("", var always)] ? always : "CASE \"type\"" + string.Concat(from.Select(f => $" WHEN {TableStorage.Text(f.Type)} THEN {f.Value}")) + " END";
            return $", nullif(CAST({value} AS VARCHAR), 'null') AS {TableStorage.Quote(Shredded[path])}";
        });
        return $"SELECT {narrow}{string.Concat(values)} FROM (SELECT {narrow}{string.Concat(founds)} FROM {source})";
    }

    private static string ForType(string type, string value) => type.Length == 0 ? value : $"CASE WHEN \"type\" = {TableStorage.Text(type)} THEN {value} END";

    private static string JsonPath(string path) => "$" + string.Concat(path.Split('.').Skip(1).Select(s => ".\"" + s + "\""));

    private static string? Simple(string path)
    {
        var end = path.AsSpan().IndexOfAnyExcept(PathCharacters);
        var simple = end < 0 ? path : path[..end];
        simple = simple.TrimEnd('.');
        return simple.Length == 0 || simple.Contains("..", StringComparison.Ordinal) ? null : simple;
    }

    private static readonly System.Buffers.SearchValues<char> PathCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-$.");
}
