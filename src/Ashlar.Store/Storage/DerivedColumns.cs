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
        var id = Encoding.UTF8.GetString(row.Cell(Id));
        if (row.Cell(Name).IsEmpty)
        {
            row.Set(Name, ResourceIds.Name(id));
        }

        Lower(row, Type, ResourceIds.Type(id));
        Lower(row, ResourceGroup, ResourceIds.ResourceGroup(id));
        Lower(row, SubscriptionId, ResourceIds.SubscriptionId(id));
    }

    private static void Lower(SnapshotRow row, int column, string? fromId)
    {
        var reported = row.Cell(column);
        if (reported.IsEmpty)
        {
            if (fromId is not null)
            {
                row.Set(column, fromId.ToLowerInvariant());
            }
        }
        else if (!Ascii.IsValid(reported))
        {
            row.Set(column, Encoding.UTF8.GetString(reported).ToLowerInvariant());
        }
        else
        {
            Ascii.ToLowerInPlace(reported, out _);
        }
    }
}
