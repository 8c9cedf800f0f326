using System.Text;
using Ashlar.Model;

namespace Ashlar.Store.Storage;

/// <summary>Columns of a resource row that follow from its id, and the case Resource Graph gives them.</summary>
internal static class DerivedColumns
{
    private const int Id = 0;
    private const int Name = 1;
    private const int Type = 2;
    private const int ResourceGroup = 6;
    private const int SubscriptionId = 7;

    public static void Complete(SnapshotRow row)
    {
        if (row.Cell(Name).IsEmpty)
        {
            row.Set(Name, ResourceIds.Name(Text(row)));
        }

        Lower(row, Type, ResourceIds.Type);
        Lower(row, ResourceGroup, ResourceIds.ResourceGroup);
        Lower(row, SubscriptionId, ResourceIds.SubscriptionId);
    }

    private static string Text(SnapshotRow row) => Encoding.UTF8.GetString(row.Cell(Id));

    private static void Lower(SnapshotRow row, int column, Func<string, string?> fromId)
    {
        var reported = row.Cell(column);
        if (reported.IsEmpty)
        {
            if (fromId(Text(row)) is { } found)
            {
                row.Set(column, found.ToLowerInvariant());
            }
        }
        else if (Ascii.IsValid(reported))
        {
            Ascii.ToLowerInPlace(reported, out _);
        }
        else
        {
            row.Set(column, Encoding.UTF8.GetString(reported).ToLowerInvariant());
        }
    }
}
