using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ashlar.Store.Writing;

/// <summary>Where two rows of one id say different things: which of them is right is open, whatever order they came in.</summary>
internal static class RowConflicts
{
    private const int MostPaths = 50;

    /// <summary>Differ with every call, and say nothing of the resource.</summary>
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal) { "systemData", "tenantId", "resourceGroup", "subscriptionId", "name", "location" };

    /// <summary>Dotted paths, ordinal; a whole column when it is no object or differs in too many places. Nothing reported on one side is no contradiction.</summary>
    public static IReadOnlyList<string> Of(SnapshotRow kept, SnapshotRow other)
    {
        if (kept.Packed.SequenceEqual(other.Packed))
        {
            return [];
        }

        var paths = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (index, column) in kept.Table.Columns.Index())
        {
            if (!Ignored.Contains(column.Name) && kept.Has(index) && other.Has(index) && column.Name is not ("id" or "type") && !kept.Cell(index).SequenceEqual(other.Cell(index)))
            {
                AddDifferences(column.Name, column.Type == "dynamic" ? Parse(kept.Cell(index)) : null, column.Type == "dynamic" ? Parse(other.Cell(index)) : null, paths);
            }
        }

        return paths.Count <= MostPaths ? [.. paths] : [.. paths.Select(p => p.Split('.')[0]).Distinct()];
    }

    private static void AddDifferences(string path, JsonNode? kept, JsonNode? other, SortedSet<string> paths)
    {
        if (kept is not JsonObject left || other is not JsonObject right)
        {
            if (kept is null || !JsonNode.DeepEquals(kept, other))
            {
                paths.Add(path);
            }

            return;
        }

        foreach (var name in left.Select(p => p.Key).Union(right.Select(p => p.Key), StringComparer.Ordinal))
        {
            var below = path + "." + name;
            var (inLeft, inRight) = (left[name], right[name]);
            if (inLeft is null && inRight is null)
            {
                continue;
            }

            if (inLeft is null || inRight is null)
            {
                paths.Add(below);
            }
            else
            {
                AddDifferences(below, inLeft, inRight, paths);
            }
        }
    }

    private static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
