using System.Globalization;
using System.Text.Json;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Reports;

/// <summary>Reads what the reports draw from the derived tables, bounded by <see cref="PictureCaps"/>.</summary>
public static class PictureReader
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static TenantPicture Read(Snapshot snapshot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        IReadOnlyList<object?[]> Ask(string query) => InventoryReader.Rows(snapshot, query, cancellationToken);
        var (kept, counts, all) = Worst(Ask("AttackPaths | project PathId, Score, Workloads = tostring(WorkloadIds) | order by Score desc, PathId asc"));
        var lowest = kept.Count == 0 ? 0 : kept.Values.Min();
        var paths = kept.Count == 0
            ? []
            : Ask($"AttackPaths | where Score >= {lowest.ToString(CultureInfo.InvariantCulture)} | project PathId, Start, StartName, Goal, TargetId, TargetName, Workloads = tostring(WorkloadIds), Steps = tostring(Steps), State, Score, Severity, Similar, Missing = tostring(Missing) | order by Score desc, PathId asc")
                .Where(r => kept.ContainsKey(Text(r[0]))).Select(Path).ToList();
        var doors = Ask("Exposure | project ResourceId, ResourceType, Door, Inbound, AtLeast, Outbound, Missing = tostring(Missing) | order by ResourceId asc, Door asc");
        var legs = Ask($"Exposure | order by ResourceId asc, Door asc | take {PictureCaps.DoorsWithLegs} | project ResourceId, Door, Legs = tostring(Legs)").DistinctBy(r => (Text(r[0]), Text(r[1]))).ToDictionary(r => (Text(r[0]), Text(r[1])), r => Text(r[2]));
        var flows = Ask("DataFlows | project Kind, FromId, FromType, ToId, ToType, Workloads = tostring(WorkloadIds), ViaId, ViaPath, Authentication, FromRegion, ToRegion, Processing, CrossesRegion, CrossesTenant, DataClass, ClassSource, Writers, Readers, AnyoneWrites, AnyoneReads, Missing = tostring(Missing), FlowId | order by FlowId asc");
        var changes = Ask("ChokePoints | project Rank, ResourceId, Setting, Change, Cuts, CutsAlone, Total, Workloads = tostring(WorkloadIds), Breaks = tostring(Breaks) | order by Rank asc");
        return new TenantPicture(
            [.. doors.Select(d => Door(d, legs.GetValueOrDefault((Text(d[0]), Text(d[2])), "[]")))],
            [.. flows.Select(Flow)],
            paths,
            [.. Ask("BlastRadius | where SubjectKind == 'workload' | project SubjectId, Level, Resources, Workloads, DataStores, Secrets, Identities, ControlsTenant, Reasons = tostring(Reasons), Missing = tostring(Missing), Complete | order by SubjectId asc").Select(Fall)],
            [.. changes.Take(PictureCaps.Changes).Select(Change)],
            Names(paths, Ask))
        {
            PathCount = all,
            PathCounts = counts,
            ChangeCount = changes.Count,
        };
    }

    /// <summary>The worst paths of each workload, with their scores.</summary>
    private static (Dictionary<string, long> Kept, Dictionary<string, int> Counts, long All) Worst(IReadOnlyList<object?[]> rows)
    {
        var kept = new Dictionary<string, long>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var workloads = Texts(row[2]);
            var wanted = false;
            foreach (var workload in workloads.DefaultIfEmpty(""))
                wanted |= (counts[workload] = counts.GetValueOrDefault(workload) + 1) <= PictureCaps.PathsOfWorkload;
            if (wanted && kept.Count < PictureCaps.Paths)
                kept[Text(row[0])] = Number(row[1]);
        }

        return (kept, counts, rows.Count);
    }

    private static Dictionary<string, string> Names(IReadOnlyList<AttackPath> paths, Func<string, IReadOnlyList<object?[]>> ask)
    {
        var met = new HashSet<string>(paths.SelectMany(p => p.Steps).SelectMany(s => new[] { s.From, s.To }).Where(id => id.StartsWith("/tenants/", StringComparison.OrdinalIgnoreCase)), StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (met.Count == 0)
            return names;
        // An application and the principal it signs in as are two objects with one name.
        foreach (var row in ask("Identities | project ResourceId, Name | union (Applications | project ResourceId = strcat('/applications/', id), Name = displayName) | order by ResourceId asc"))
        {
            if (Text(row[1]).Length > 0)
                names.TryAdd(Text(row[0]), Text(row[1]));
        }

        var registered = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var shown = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in met.Order(StringComparer.Ordinal))
        {
            if (names.TryGetValue(id, out var name) || registered.TryGetValue("/applications/" + ResourceIds.Name(id), out name))
                shown[id] = name;
        }

        return shown;
    }

    private static AttackPath Path(object?[] row) => new(
        Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Text(row[4]), Text(row[5]), Texts(row[6]),
        JsonSerializer.Deserialize<List<AttackStep>>(Text(row[7]), CamelCase)!,
        Text(row[8]), (int)Number(row[9]), Level(row[10]), Number(row[11]), Few(row[12]));

    private static Door Door(object?[] row, string legs) => new(
        Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Text(row[4]), Text(row[5]),
        JsonSerializer.Deserialize<List<DoorLeg>>(legs, CamelCase)!, Few(row[6]));

    private static DataFlow Flow(object?[] row) => new(
        Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Text(row[4]), Texts(row[5]), Text(row[6]), Text(row[7]), Text(row[8]), Text(row[9]), Text(row[10]), Text(row[11]),
        row[12] as bool?, row[13] as bool?, Text(row[14]), Text(row[15]), row[16] as long?, row[17] as long?, row[18] as bool?, row[19] as bool?, Few(row[20]));

    private static Fall Fall(object?[] row) => new(
        Text(row[0]), Level(row[1]), Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]), Number(row[6]), row[7] is true, Texts(row[8]),
        row[10] is true ? [] : Few(row[9]) is { Count: > 0 } missing ? missing : ["Not everything that bears on it was read."]);

    private static ChokePoint Change(object?[] row) => new(
        (int)Number(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Number(row[4]), Number(row[5]), Number(row[6]), Texts(row[7]), Texts(row[8]));

    private static Severity Level(object? value) => SeverityNames.Parse(Text(value)) ?? throw new InvalidOperationException($"'{Text(value)}' is no level.");

    private static string Text(object? value) => InventoryReader.Text(value);

    private static long Number(object? value) => value as long? ?? 0;

    private static List<string> Texts(object? value) => Text(value) is { Length: > 0 } json ? JsonSerializer.Deserialize<List<string>>(json)! : [];

    private static List<string> Few(object? value) => Texts(value) is { Count: > PictureCaps.Missing } many ? many[..PictureCaps.Missing] : Texts(value);
}
