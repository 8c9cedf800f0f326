using Ashlar.Model;

namespace Ashlar.Store.Writing;

/// <summary>Gaps, completeness and origins as rows of their tables, and back.</summary>
internal static class OwnRows
{
    public static void Fill(SnapshotRow row, Gap gap)
    {
        row.Clear();
        row.Set(0, gap.DataSet);
        row.Set(1, gap.Scope);
        row.Set(2, gap.Reason.ToString());
        row.Set(3, gap.Permission ?? "");
        row.Set(4, gap.Detail);
        row.Set(5, gap.Path ?? "");
    }

    public static void Fill(SnapshotRow row, Completeness completeness)
    {
        row.Clear();
        row.Set(0, completeness.Table);
        row.Set(1, completeness.Type);
        row.Set(2, completeness.Scope);
        row.Set(3, completeness.Bodies);
        row.Set(4, completeness.List);
        row.Set(5, completeness.Source);
    }

    public static void Fill(SnapshotRow row, Origin origin)
    {
        row.Clear();
        row.Set(0, origin.ResourceId);
        row.Set(1, origin.File);
        row.Set(2, (long)origin.Line);
        row.Set(3, (long)origin.Column);
        row.Set(4, origin.Address ?? "");
    }

    /// <param name="value">JSON text; null = null.</param>
    public static void Fill(SnapshotRow row, string key, string? value)
    {
        row.Clear();
        row.Set(0, key);
        if (value is not null)
        {
            row.Set(1, value);
        }
    }

    public static Gap ToGap(object?[] cells) => new(
        (string)cells[0]!,
        (string)cells[1]!,
        Enum.Parse<GapReason>((string)cells[2]!),
        NullIfEmpty((string)cells[3]!),
        (string)cells[4]!,
        NullIfEmpty((string)cells[5]!));

    public static Completeness ToCompleteness(object?[] cells) =>
        new((string)cells[0]!, (string)cells[1]!, (string)cells[2]!, (bool)cells[3]!, (bool)cells[4]!, (string)cells[5]!);

    public static Origin ToOrigin(object?[] cells) =>
        new((string)cells[0]!, (string)cells[1]!, (int)cells[2]!, (int)cells[3]!, NullIfEmpty((string)cells[4]!));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
