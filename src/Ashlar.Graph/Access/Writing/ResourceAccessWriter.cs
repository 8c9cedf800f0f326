using System.Text.Json;
using Ashlar.Graph.Access.Counting;
using Ashlar.Graph.Access.Granting;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Access.Writing;

/// <summary>Writes <c>ResourceAccess</c>.</summary>
internal static class ResourceAccessWriter
{
    public static void Write(Snapshot snapshot, AccessModel model, IReadOnlyList<AccessCount> counts, TargetsSeen seen)
    {
        var texts = seen.All.Select(s => JsonSerializer.Serialize(s.Missing)).ToArray();
        snapshot.WriteDerived(AccessTables.ResourceAccess, counts.Select(Row));

        object?[] Row(AccessCount count)
        {
            var target = model.Targets[count.Target];
            var number = seen.Of(target);
            return
            [
                target.Id, target.Type, model.Book.Edges[count.Capability].Id, count.People, count.Guests, count.Applications, count.ManagedIdentities, count.Foreign, count.Unresolved,
                count.Conditional, count.Eligible, count.ByKeyOnly, count.Everyone, seen.All[number].Complete, texts[number],
            ];
        }
    }
}
