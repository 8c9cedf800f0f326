using System.Text.Json;
using Ashlar.Graph.Access.Counting;
using Ashlar.Graph.Access.Granting;
using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Reading;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Access.Writing;

/// <summary>Writes <c>ResourceAccess</c>.</summary>
internal static class ResourceAccessWriter
{
    public static void Write(Snapshot snapshot, AccessModel model, IReadOnlyList<AccessCount> counts, Coverage coverage)
    {
        var byGroup = model.Grants.Where(g => g.Value.Exists(x => Array.Exists(x.Set.Members, m => m.Via >= 0 || model.Directory.All[m.Principal].Kind == PrincipalKind.Group))).Select(g => g.Key).ToHashSet();
        var texts = new Dictionary<IReadOnlyList<string>, string>(ReferenceEqualityComparer.Instance);
        snapshot.WriteDerived(AccessTables.ResourceAccess, counts.Select(Row));

        object?[] Row(AccessCount count)
        {
            var target = model.Targets[count.Target];
            var reach = model.Reach[count.Target];
            var (complete, missing) = coverage.Of(target, reach, Array.Exists(reach, byGroup.Contains));
            if (!texts.TryGetValue(missing, out var text))
                texts[missing] = text = JsonSerializer.Serialize(missing);
            return
            [
                target.Id, target.Type, model.Book.Edges[count.Capability].Id, count.People, count.Guests, count.Applications, count.ManagedIdentities, count.Foreign, count.Unresolved,
                count.Conditional, count.Eligible, count.ByKeyOnly, count.Everyone, complete, text,
            ];
        }
    }
}
