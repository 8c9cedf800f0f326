using System.Text.Json.Nodes;
using Ashlar.Model;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>Takes nested child resources out of their parent and gives them full ids and types.</summary>
internal static class Children
{
    public static IEnumerable<JsonObject> TakeOut(JsonObject parent)
    {
        var name = parent.ContainsKey("resources") ? "resources" : parent.ContainsKey("Resources") ? "Resources" : null;
        if (name is null || parent[name] is not JsonArray array)
        {
            yield break;
        }

        parent.Remove(name);
        foreach (var child in array.OfType<JsonObject>())
        {
            yield return Named(parent, child.DeepClone().AsObject());
        }
    }

    /// <summary>A child may say its type and name in full (<c>a.b/c/d</c>, <c>parent/child</c>) or below its parent only (<c>d</c>, <c>child</c>).</summary>
    private static JsonObject Named(JsonObject parent, JsonObject child)
    {
        if (Text(child, "id", "Id", "ResourceId") is ['/', ..] || Text(parent, "id") is not { } parentId)
        {
            return child;
        }

        var type = Text(child, "type", "Type", "ResourceType");
        var name = Text(child, "name", "Name", "ResourceName");
        if (type is null || name is null)
        {
            return child;
        }

        var parentType = ResourceObject.Text(parent, "type") ?? ResourceIds.Type(parentId) ?? "";
        var id = Id(parentId, parentType, type, name, out var fullType);
        child.Remove("Id");
        child.Remove("ResourceId");
        child["id"] = id;
        child["type"] = fullType;
        child["name"] = ResourceIds.Name(id);
        return child;
    }

    private static string Id(string parentId, string parentType, string type, string name, out string fullType)
    {
        // microsoft.x/y/providers/diagnosticSettings, as ARM templates say it.
        var provider = type.IndexOf("/providers/", StringComparison.OrdinalIgnoreCase);
        var last = name[(name.LastIndexOf('/') + 1)..];
        if (provider >= 0)
        {
            fullType = "microsoft.insights/" + type[(provider + "/providers/".Length)..];
            return parentId + "/providers/" + fullType + "/" + last;
        }

        if (type.StartsWith(parentType + "/", StringComparison.OrdinalIgnoreCase))
        {
            fullType = type;
            var below = type[(parentType.Length + 1)..].Split('/');
            var names = name.Split('/');
            var id = parentId;
            for (var i = 0; i < below.Length; i++)
            {
                var at = names.Length - below.Length + i;
                id += "/" + below[i] + "/" + (at >= 0 ? names[at] : "default");
            }

            return id;
        }

        if (type.Contains('.', StringComparison.Ordinal) && type.Contains('/', StringComparison.Ordinal))
        {
            fullType = type;
            return SyntheticIds.Below(parentId, type, name.Split('/')[^Math.Min(name.Split('/').Length, type.Count(c => c == '/'))..]);
        }

        fullType = parentType + "/" + type;
        return parentId + "/" + type + "/" + last;
    }

    private static string? Text(JsonObject value, params string[] names) => names.Select(n => ResourceObject.Text(value, n)).FirstOrDefault(t => t is not null);
}
