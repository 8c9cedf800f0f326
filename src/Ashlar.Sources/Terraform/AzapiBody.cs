using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ashlar.Sources.Terraform;

/// <summary>The body of an azapi resource: ARM as it stands, as an object (azapi 2) or as JSON text (azapi 1).</summary>
internal static class AzapiBody
{
    public static void Merge(ArmBody body, PlannedResource resource)
    {
        var whole = resource.Values["body"];
        if (whole is JsonValue text && text.GetValueKind() == JsonValueKind.String)
        {
            whole = Parsed(text.GetValue<string>());
        }

        if (IsOpen(Part(resource.Unknown)))
        {
            body.Open.TryAdd("properties", Attribute.AfterApply);
        }
        else if (IsOpen(Part(resource.Sensitive)))
        {
            body.Open.TryAdd("properties", Attribute.Secret);
        }
        else if (whole is JsonObject columns)
        {
            Walk(columns, Part(resource.Unknown), Part(resource.Sensitive), [], body);
        }
        else
        {
            body.Open.TryAdd("properties", "no JSON object");
        }
    }

    private static void Walk(JsonObject value, JsonNode? unknown, JsonNode? sensitive, string[] path, ArmBody body)
    {
        foreach (var key in value.Select(p => p.Key).Concat((unknown as JsonObject)?.Select(p => p.Key) ?? []).Distinct(StringComparer.Ordinal))
        {
            string[] at = [.. path, key];
            var (inner, hidden, secret) = (value[key], (unknown as JsonObject)?[key], (sensitive as JsonObject)?[key]);
            if (inner is JsonObject block && !IsOpen(hidden) && !IsOpen(secret))
            {
                ArmBody.Put(body.Columns, at, new JsonObject());
                Walk(block, hidden, secret, at, body);
            }
            else
            {
                var found = Attribute.At(inner, hidden, secret, ".");
                if (found.Open is { } why)
                {
                    body.Open.TryAdd(string.Join('.', at), why);
                }
                else if (found.Value is not null)
                {
                    ArmBody.Put(body.Columns, at, found.Value.DeepClone());
                }
            }
        }
    }

    private static JsonNode? Part(JsonNode? mirror) => mirror is JsonObject parts ? parts["body"] : mirror;

    private static bool IsOpen(JsonNode? mirror) => mirror is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
