using System.Text.Json;
using Ashlar.Model;
using Ashlar.Store;

namespace Ashlar.Graph.Access.Writing;

/// <summary>Writes <c>WorkloadAccess</c>.</summary>
internal static class WorkloadAccessWriter
{
    public static void Write(Snapshot snapshot, IReadOnlyList<WorkloadAccess> rows)
    {
        // Many rows, few answers: each is one list, and one text.
        var texts = new Dictionary<IReadOnlyList<string>, string>(ReferenceEqualityComparer.Instance);
        snapshot.WriteDerived(AccessTables.WorkloadAccess, rows.Select(r => new object?[]
        {
            r.WorkloadId, r.Capability, r.People, r.Guests, r.Applications, r.ManagedIdentities, r.Foreign, r.Unresolved, r.Conditional, r.Eligible, r.ByKeyOnly, r.Everyone,
            r.Complete, Text(r.Missing),
        }));

        string Text(IReadOnlyList<string> missing)
        {
            if (!texts.TryGetValue(missing, out var text))
                texts[missing] = text = JsonSerializer.Serialize(missing);
            return text;
        }
    }
}
