using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>What a control reads, parted into the rows of its subjects and everything else.</summary>
internal sealed class ControlReads
{
    public ControlReads(IReadOnlyList<KqlTableRead> scope, IReadOnlyList<KqlTableRead> query)
    {
        // What Ashlar knows of its own run (settings, gaps) is whole by nature; the tables of access say row by row what they lack.
        var seen = scope.Concat(query).Where(read => TableCatalogue.Find(read.Table) is not { Kind: TableKind.Ashlar } and not { CarriesCompleteness: true });
        All = [.. seen.Select(read => new TableRead(read.Table, [.. read.Types.Select(type => type.ToLowerInvariant())], read.Paths))];
        Own = [.. scope.Where(read => TableCatalogue.Find(read.Table)?.CarriesCompleteness != true).Select(read => new TableRead(read.Table, [.. read.Types.Select(type => type.ToLowerInvariant())], read.Paths))];
        OwnPaths = [.. All.Where(read => TouchesOwn(read.Table, read.Types)).SelectMany(read => read.Paths).Distinct(StringComparer.Ordinal)];
        ReadsBody = OwnPaths.Any(ReadPaths.NeedsBody);
        OtherBodies = [.. All.Where(read => read.Paths.Any(ReadPaths.NeedsBody)).Select(WithoutOwn).OfType<TableRead>()];
    }

    public IReadOnlyList<TableRead> All { get; }

    /// <summary>Where the rows of the subjects stand.</summary>
    public IReadOnlyList<TableRead> Own { get; }

    /// <summary>Paths read of subjects' own rows.</summary>
    public IReadOnlyList<string> OwnPaths { get; }

    public bool ReadsBody { get; }

    /// <summary>Rows besides the subjects' own of which more is read than a bare listing reports.</summary>
    public IReadOnlyList<TableRead> OtherBodies { get; }

    /// <summary>True when rows of this table and type are subjects.</summary>
    public bool IsOwn(string table, string? type) => Own.Any(own => own.Is(table) && (own.Types.Count == 0 || (type is not null && own.Types.Contains(type))));

    /// <summary>True when nothing but subjects is read of this table.</summary>
    public bool IsOwnAlone(string table) => Own.Any(own => own.Is(table)) && !Others().Any(other => other.Table.Equals(table, StringComparison.OrdinalIgnoreCase));

    /// <summary>Each table and type read besides the subjects' own; type null = any type of the table.</summary>
    public IEnumerable<(string Table, string? Type)> Others()
    {
        var others = All.SelectMany(read => read.Types.Count == 0 ? [(read.Table, null)] : read.Types.Select(type => (read.Table, Type: (string?)type)));
        return others.Where(other => !IsOwn(other.Table, other.Type)).Distinct();
    }

    private TableRead? WithoutOwn(TableRead read)
    {
        var types = read.Types.Where(type => !IsOwn(read.Table, type)).ToList();
        return types.Count > 0 ? read with { Types = types } : read.Types.Count == 0 && !IsOwn(read.Table, null) ? read : null;
    }

    // A read without a type filter may touch subjects' rows too.
    private bool TouchesOwn(string table, IReadOnlyList<string> types) =>
        Own.Any(own => own.Is(table) && (own.Types.Count == 0 || types.Count == 0 || own.Types.Any(types.Contains)));
}
