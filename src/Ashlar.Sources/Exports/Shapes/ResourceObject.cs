using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Model;

namespace Ashlar.Sources.Exports.Shapes;

/// <summary>Brings a resource to ARM's shape: camelCase, properties in their place, names and types in full.</summary>
internal static class ResourceObject
{
    private static readonly HashSet<string> Typed = new(StringComparer.Ordinal) { "sku", "plan", "identity", "extendedLocation", "systemData" };

    /// <summary>What makes an object without <c>properties</c> a plain list row rather than a flattened one.</summary>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "etag", "createdTime", "changedTime", "provisioningState", "scope", "apiVersion", "dependsOn", "comments", "condition", "resources", "metadata", "displayName", "copy",
    };

    /// <summary>Null when the object is no resource: it has neither an ARM id nor a type with a name.</summary>
    public static JsonObject? Canonical(JsonObject raw, out string? whyNoBody)
    {
        whyNoBody = null;
        var pascal = raw.Any(p => CamelCase.IsPascal(p.Key));
        var value = pascal ? FromPowerShell(raw) : raw;
        var id = Text(value, "id");
        var type = Text(value, "type");
        if (id is null or [not '/', ..])
        {
            if (type is null || !type.Contains('/', StringComparison.Ordinal) || type.Contains(' ', StringComparison.Ordinal) || Text(value, "name") is null)
            {
                return null;
            }

            value.Remove("id");
        }
        else if (type is null && ResourceIds.Type(id) is null && ArmRows.TypeFromId(id).Length == 0)
        {
            return null;
        }

        return value.ContainsKey("properties") ? value : WithoutProperties(value, pascal, out whyNoBody);
    }

    private static JsonObject WithoutProperties(JsonObject value, bool pascal, out string? whyNoBody)
    {
        whyNoBody = null;
        var others = value.Where(p => !Json.ColumnNames.IsColumn(p.Key) && !Harmless.Contains(p.Key)).Select(p => p.Key).ToArray();
        if (others.Length == 0)
        {
            return value;
        }

        if (others.Any(o => o.Contains('_', StringComparison.Ordinal)))
        {
            whyNoBody = "it is in the az CLI's own shape, not ARM's. Export it with `az rest` or `az graph query`";
            return value;
        }

        var type = Text(value, "type") is { } reported && reported.Contains('/', StringComparison.Ordinal) ? reported.ToLowerInvariant() : ArmRows.TypeFromId(Text(value, "id") ?? "");
        if (pascal)
        {
            // Typed PowerShell objects write enumerations as numbers: guessing what 0 means could make a wrong pass.
            whyNoBody = "it is a typed PowerShell object. Export it with `Get-AzResource -ExpandProperties | ConvertTo-Json -Depth 100`";
            return value;
        }

        if (FlatTypes.All.TryGetValue(type, out var flat))
        {
            if (flat.Hallmark is null || value[flat.Hallmark] is not null)
            {
                return Unflatten.Resource(value, flat);
            }

            whyNoBody = "somebody chose its keys (az --query), so what is missing says nothing. Export it without --query";
            return value;
        }

        whyNoBody = "the az CLI flattened it in a way that is not known here. Export it with `az resource show --ids`, `az rest` or `az graph query`";
        return value;
    }

    private static JsonObject FromPowerShell(JsonObject raw)
    {
        var value = new JsonObject();
        foreach (var (key, inner) in raw)
        {
            if (!CamelCase.IsPascal(key))
            {
                value[key] = inner?.DeepClone();
                continue;
            }

            var name = Name(key);
            if (name is not null && !raw.ContainsKey(name) && !value.ContainsKey(name))
            {
                value[name] = Convert(name, inner);
            }
        }

        Rename(raw, value, "id", "ResourceId");
        Rename(raw, value, "name", "ResourceName");
        Rename(raw, value, "type", "ResourceType");
        Rename(raw, value, "resourceGroup", "ResourceGroupName");
        if (Text(value, "id") is ['/', ..] id && ResourceIds.Type(id) is { } type)
        {
            // For extension resources PowerShell's Type is that of the resource they extend.
            if (Text(value, "type") is null || id.Split("/providers/", StringSplitOptions.None).Length > 2)
            {
                value["type"] = type;
            }

            value["name"] = ResourceIds.Name(id);
        }

        return value;
    }

    /// <summary>Null for what PowerShell adds or that is renamed below.</summary>
    private static string? Name(string key) => key switch
    {
        "ResourceId" or "ResourceName" or "ResourceType" or "ResourceGroupName" or "ParentResource" or "ExtensionResourceName" or "ExtensionResourceType" => null,
        "ETag" or "Etag" => "etag",
        _ => CamelCase.Of(key),
    };

    private static void Rename(JsonObject raw, JsonObject value, string name, string other)
    {
        if (Text(value, name) is null && raw[other] is { } found)
        {
            value[name] = found.DeepClone();
        }
    }

    private static JsonNode? Convert(string name, JsonNode? inner)
    {
        if (name == "tags" || name == "resources")
        {
            return inner?.DeepClone();
        }

        if (inner is not JsonObject value)
        {
            return inner?.DeepClone();
        }

        if (!Typed.Contains(name))
        {
            return CamelCase.IsTyped(value) ? CamelCase.Convert(value) : value.DeepClone();
        }

        var converted = CamelCase.Convert(value)!.AsObject();
        foreach (var empty in converted.Where(p => p.Value is null).Select(p => p.Key).ToArray())
        {
            converted.Remove(empty);
        }

        return converted;
    }

    public static string? Text(JsonObject value, string name) =>
        value[name] is JsonValue text && text.GetValueKind() == JsonValueKind.String && text.GetValue<string>() is { Length: > 0 } found ? found : null;
}
