using System.Text.Json;
using Ashlar.Cli.Rules;

namespace Ashlar.Cli.Access;

/// <summary>Roads as JSON: every row, ordered.</summary>
internal static class AccessJson
{
    public static Task WriteAsync(TextWriter writer, IReadOnlyList<Road> roads, (bool Complete, IReadOnlyList<string> Missing) seen, LiveAnswer? live) => RulesJson.WriteAsync(writer, json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("complete", seen.Complete);
        json.WriteStartArray("missing");
        foreach (var missing in seen.Missing)
            json.WriteStringValue(missing);
        json.WriteEndArray();
        if (live is not null)
        {
            json.WriteStartObject("live");
            json.WriteString("caller", live.Caller);
            if (live.Agrees is { } agrees)
                json.WriteBoolean("agrees", agrees);
            else
                json.WriteNull("agrees");
            json.WriteString("sentence", live.Sentence);
            json.WriteEndObject();
        }

        json.WriteStartArray("roads");
        foreach (var road in roads.OrderBy(r => r.ResourceId, StringComparer.Ordinal).ThenBy(r => r.Capability, StringComparer.Ordinal).ThenBy(r => r.PrincipalId, StringComparer.Ordinal).ThenBy(r => r.Rank).ThenBy(r => r.AssignmentIds, StringComparer.Ordinal).ThenBy(r => r.ViaGroupId, StringComparer.Ordinal).ThenBy(r => r.By, StringComparer.Ordinal))
            Write(json, road);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Road road)
    {
        json.WriteStartObject();
        json.WriteString("principalId", road.PrincipalId);
        json.WriteString("principalName", road.PrincipalName);
        json.WriteString("principalKind", road.PrincipalKind);
        json.WriteString("capability", road.Capability);
        json.WriteString("resourceId", road.ResourceId);
        json.WriteString("resourceType", road.ResourceType);
        json.WriteString("state", road.State);
        json.WriteString("membership", road.Membership);
        json.WriteString("by", road.By);
        json.WriteString("role", road.Role);
        json.WriteString("scope", road.Scope);
        json.WritePropertyName("assignmentIds");
        json.WriteRawValue(road.AssignmentIds);
        json.WriteString("viaGroupId", road.ViaGroupId);
        json.WriteString("action", road.Action);
        json.WriteString("condition", road.Condition);
        json.WriteEndObject();
    }
}
