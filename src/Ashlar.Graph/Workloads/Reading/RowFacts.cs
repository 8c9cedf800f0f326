using System.Text.Json;
using Ashlar.Graph.Workloads.Facts;

namespace Ashlar.Graph.Workloads.Reading;

/// <summary>Takes out of the JSON of a row what workloads need.</summary>
internal static class RowFacts
{
    private static readonly string[] OwnerTags = ["owner", "owners", "contact", "team"];
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    public static AiRow Of(string id, string type, string kind, string location, string properties, string identity, string tags, string sku)
    {
        using var propertiesJson = Parse(properties);
        using var identityJson = Parse(identity);
        using var tagsJson = Parse(tags);
        using var skuJson = Parse(sku);
        var body = propertiesJson?.RootElement ?? default;
        var who = identityJson?.RootElement ?? default;
        var labels = tagsJson?.RootElement ?? default;
        return new AiRow(id, type, kind, location)
        {
            References = References.In(type, body, who),
            RunAs = Identities.Of(id, who),
            WorkloadTag = Value(labels, "workload") ?? Value(labels, "application"),
            EnvironmentTag = Value(labels, "environment") ?? Value(labels, "env") ?? Value(labels, "stage"),
            OwnerTags = labels.ValueKind == JsonValueKind.Object ? [.. OwnerTags.Select(t => Value(labels, t)).OfType<string>()] : [],
            Domain = type == AiTypes.Account && body.At("customSubDomainName").Text() is { Length: > 0 } domain ? domain.ToLowerInvariant() : null,
            ServesModels = ModelServers.Serves(type, body),
            Model = Models.Of(id, type, body, skuJson?.RootElement ?? default),
            Policy = type == AiTypes.Account + "/raipolicies" ? ContentFilters.Judge(body) : null,
        };
    }

    private static string? Value(JsonElement tags, string name) => tags.At(name).Text() is { } value && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    // What is deeper than any Azure resource is not read.
    private static JsonDocument? Parse(string text)
    {
        if (text.Length < 3)
            return null;
        try
        {
            return JsonDocument.Parse(text, Deep);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
