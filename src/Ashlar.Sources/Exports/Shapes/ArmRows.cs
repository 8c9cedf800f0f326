using System.Text;
using System.Text.Json;
using Ashlar.Model;
using Ashlar.Sources.Exports.Json;
using Ashlar.Store;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>Writes objects in ARM's shape as rows: the hot path, nothing is allocated per row but what routing needs.</summary>
internal sealed class ArmRows(SnapshotWriter writer, NewestTime newest, SourceLog log)
{
    private readonly Dictionary<string, SnapshotRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Hash, int Length), Route> _routes = [];
    private byte[] _buffer = new byte[64 * 1024];

    public Dictionary<string, long> Counts { get; } = new(StringComparer.Ordinal);

    /// <returns>False when the object tells no type: it is no resource.</returns>
    public bool Write(JsonItem item, FileContext context)
    {
        var id = item.Text(item.Column(ColumnNames.Id)!.Value);
        id = id.Length > 1 ? id.TrimEnd((byte)'/') : id;
        var route = RouteOf(item, id);
        if (route.Type.Length == 0)
        {
            return false;
        }

        if (!_rows.TryGetValue(route.Table, out var row))
        {
            row = new SnapshotRow(TableCatalogue.Find(route.Table)!);
            _rows.Add(route.Table, row);
        }

        row.Clear();
        row.Set(ColumnNames.Id, id);
        row.Set(ColumnNames.Type, route.Type);
        for (var column = ColumnNames.Name; column < ColumnNames.Count; column++)
        {
            if (column != ColumnNames.Type && item.Column(column) is { Kind: not JsonTokenType.Null } field)
            {
                Set(row, column, item, field, context);
            }
        }

        row.CompleteFromId();
        // A collection asks Resource Manager for children that Resource Graph may or may not list.
        row.Overlaps = context.DataSet is { } stated && !stated.Table.Equals(route.Table, StringComparison.OrdinalIgnoreCase);
        writer.Add(row);
        context.Saw(route.Table, route.Type);
        context.WithoutBody += row.HasBody ? 0 : 1;
        Counts[route.Table] = Counts.GetValueOrDefault(route.Table) + 1;
        return true;
    }

    private void Set(SnapshotRow row, int column, JsonItem item, JsonField field, FileContext context)
    {
        if (!ColumnNames.IsDynamic(column))
        {
            row.Set(column, item.Text(field));
            return;
        }

        var raw = item.Raw(field);
        if (column == ColumnNames.Properties)
        {
            if (field.Kind != JsonTokenType.StartObject || CutByPowerShell(raw, context))
            {
                return;
            }

            row.HasBody = context.EmptyIsBody || raw[1..^1].IndexOfAnyExcept(" \t\r\n"u8) >= 0;
            if (row.Table.Name == ResourceGraphTables.AuthorizationResources)
            {
                newest.LookAt(raw);
            }
        }

        if (column == ColumnNames.SystemData && field.Kind == JsonTokenType.StartObject)
        {
            newest.LookAt(raw);
        }

        row.Set(column, Minified.Of(raw, ref _buffer));
    }

    /// <summary>ConvertTo-Json without -Depth writes deeper values as text such as <c>@{defaultAction=Deny}</c>: what is below is lost, so the whole body is.</summary>
    private bool CutByPowerShell(ReadOnlySpan<byte> raw, FileContext context)
    {
        if (raw.IndexOf("\"@{"u8) < 0 && raw.IndexOf("\"System.Object[]\""u8) < 0 && raw.IndexOf("\"System.Collections."u8) < 0)
        {
            return false;
        }

        context.Whole = false;
        log.Warn(SourceCodes.DepthCut, "ConvertTo-Json cut values off at its default depth; such rows count without their properties. Export again with ConvertTo-Json -Depth 100.", context.File.Shown);
        return true;
    }

    private Route RouteOf(JsonItem item, ReadOnlySpan<byte> id)
    {
        if (item.Column(ColumnNames.Type) is { Kind: JsonTokenType.String } field)
        {
            var reported = item.Text(field);
            if (reported.Contains((byte)'/') && reported.IndexOf("/providers/"u8) < 0)
            {
                // Types repeat: their text and table are looked up, not made again. The extension bit is part of what decides.
                var hash = new HashCode();
                hash.AddBytes(reported);
                var extension = IsExtension(id);
                var key = (hash.ToHashCode(), extension ? -reported.Length : reported.Length);
                if (!_routes.TryGetValue(key, out var route) || !route.Reported.AsSpan().SequenceEqual(reported))
                {
                    route = RouteOf(Encoding.UTF8.GetString(reported).ToLowerInvariant(), id) with { Reported = reported.ToArray() };
                    _routes[key] = route;
                }

                return route;
            }
        }

        return RouteOf(TypeFromId(Encoding.UTF8.GetString(id)), id);
    }

    private static Route RouteOf(string type, ReadOnlySpan<byte> id)
    {
        // az group list and ARM say resourceGroups, Resource Graph says subscriptions/resourcegroups.
        type = type is "microsoft.resources/resourcegroups" ? "microsoft.resources/subscriptions/resourcegroups" : type;
        return new Route([], type, TypeRouting.TableOf(type, IsExtension(id)));
    }

    private static bool IsExtension(ReadOnlySpan<byte> id)
    {
        var first = IndexOfProviders(id);
        return first >= 0 && IndexOfProviders(id[(first + 11)..]) >= 0;
    }

    private static int IndexOfProviders(ReadOnlySpan<byte> id)
    {
        var at = 0;
        while (id.Length - at >= 11)
        {
            var slash = id[at..].IndexOf((byte)'/');
            if (slash < 0)
            {
                return -1;
            }

            at += slash;
            if (id.Length - at >= 11 && (id[at + 1] | 0x20) == (byte)'p' && Ascii.EqualsIgnoreCase(id.Slice(at, 11), "/providers/"u8))
            {
                return at;
            }

            at++;
        }

        return -1;
    }

    /// <summary>Empty when the id tells none.</summary>
    public static string TypeFromId(string id) => ResourceIds.Type(id) ?? id.Count(c => c == '/') switch
    {
        2 when ResourceIds.SubscriptionId(id) is not null => "microsoft.resources/subscriptions",
        4 when ResourceIds.ResourceGroup(id) is not null => "microsoft.resources/subscriptions/resourcegroups",
        _ => "",
    };

    private sealed record Route(byte[] Reported, string Type, string Table);
}
