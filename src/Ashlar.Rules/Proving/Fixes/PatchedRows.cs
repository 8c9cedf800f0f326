using System.Text.Json.Nodes;
using Ashlar.Content;
using Ashlar.Model;

namespace Ashlar.Rules;

/// <summary>The rows of a case after a patch is deployed: objects merge, everything else is replaced, what is new is added.</summary>
internal static class PatchedRows
{
    public static IReadOnlyList<CaseRow> Of(IReadOnlyList<CaseRow> rows, PatchDeployment deployment)
    {
        var after = rows.Select(row => row with { Values = row.Values.DeepClone().AsObject() }).ToList();
        foreach (var resource in deployment.Resources)
        {
            if (Find(after, (string)resource.Row["id"]!) is { } existing)
            {
                Merge(existing.Values, resource.Row);
            }
            else
            {
                after.Add(new CaseRow(resource.Table, resource.Row.DeepClone().AsObject(), 0));
            }
        }

        foreach (var resource in deployment.Resources)
        {
            PrivateEndpointEffect.Apply(after, resource.Row);
        }

        return after;
    }

    public static CaseRow? Find(IEnumerable<CaseRow> rows, string id) =>
        rows.FirstOrDefault(row => row.Values["id"] is JsonValue value && value.TryGetValue<string>(out var own) && ResourceIds.Key(own) == ResourceIds.Key(id));

    // ARM takes names of properties in any case.
    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (name, value) in from.Where(pair => pair.Key != "id").ToList())
        {
            var own = into.Select(pair => pair.Key).FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;
            if (value is JsonObject source && into[own] is JsonObject target)
            {
                Merge(target, source);
            }
            else
            {
                into[own] = value?.DeepClone();
            }
        }
    }
}
