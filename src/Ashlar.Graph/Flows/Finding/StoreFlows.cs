using System.Text.Json;
using Ashlar.Graph.Flows.Reading;
using Ashlar.Graph.Workloads.Reading;
using Ashlar.Model;

namespace Ashlar.Graph.Flows.Finding;

/// <summary>Copies that stores make of themselves, and what is open in them.</summary>
internal static class StoreFlows
{
    public const string Containers = AiTypes.Storage + "/blobservices/containers";

    public static void Storage(FlowRow row, Ledger ledger)
    {
        // Only an explicit false closes it: the documented default of older accounts is true.
        if (ledger.ById(row.Id) is { } place)
            place.Anonymous = row.Properties.At("allowBlobPublicAccess").ValueKind == JsonValueKind.False ? false : null;
        var sku = row.Sku.At("name").Text() ?? "";
        if (sku.Contains("GRS", StringComparison.OrdinalIgnoreCase) || sku.Contains("GZRS", StringComparison.OrdinalIgnoreCase))
            Copy(row, Region(row.Properties.At("secondaryLocation").Text()), "properties.secondaryLocation", ledger);
    }

    public static void Container(FlowRow row, Ledger ledger)
    {
        if (row.Properties.At("publicAccess").Text() is { } access && !access.Equals("None", StringComparison.OrdinalIgnoreCase) && References.TopLevel(row.Id) is { } account)
            ledger.OpenContainers.Add(ResourceIds.Key(account));
    }

    public static void ObjectReplication(FlowRow row, Ledger ledger)
    {
        var (from, to) = (Account(row.Properties.At("sourceAccount").Text()), Account(row.Properties.At("destinationAccount").Text()));
        ledger.Flows.Add(new(FlowKinds.Replicate, from, to, row.Parent, row.Id, ResourceIds.Key(row.Parent) == ResourceIds.Key(from.Id ?? "") ? "properties.destinationAccount" : "properties.sourceAccount") { Authentication = Authentication.None });
    }

    public static void Cosmos(FlowRow row, Ledger ledger)
    {
        var first = Region(row.Properties.At("writeLocations").Items().Select(l => l.At("locationName").Text()).FirstOrDefault());
        foreach (var (location, i) in row.Properties.At("locations").Items().Select((l, i) => (l, i)))
        {
            if (Region(location.At("locationName").Text()) is { } region && region != first && (first is not null || location.At("failoverPriority") is { ValueKind: JsonValueKind.Number } priority && priority.GetRawText() != "0"))
                Copy(row, region, $"properties.locations[{i}].locationName", ledger);
        }
    }

    public static void Registry(FlowRow row, Ledger ledger)
    {
        if (ledger.ById(row.Id) is { } place)
            place.Anonymous = row.Properties.At("anonymousPullEnabled").ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
    }

    public static void RegistryReplication(FlowRow row, Ledger ledger) =>
        ledger.Flows.Add(new(FlowKinds.Replicate, End.Exact(row.Parent), End.Exact(row.Parent), row.Parent, row.Id, "location") { Authentication = Authentication.None, ToRegion = row.Region });

    public static void Replica(FlowRow row, Ledger ledger)
    {
        if (End.Resource(row.Properties.At("sourceServerResourceId").Text()) is { IsNone: false } source && !source.Id!.Equals(row.Id, StringComparison.OrdinalIgnoreCase))
            ledger.Flows.Add(new(FlowKinds.Replicate, source, End.Exact(row.Id), row.Id, row.Id, "properties.sourceServerResourceId") { Authentication = Authentication.None });
    }

    /// <summary>Labels of columns of a SQL database count for its server, at which flows end.</summary>
    public static void SensitivityLabel(FlowRow row, Ledger ledger)
    {
        if (References.TopLevel(row.Id) is not { } server)
            return;
        var label = row.Properties.At("labelName").Text();
        var rank = row.Properties.At("rank").Text();
        if ((label ?? rank) is not { Length: > 0 } text || row.Properties.At("isDisabled").ValueKind == JsonValueKind.True)
            return;
        var key = ResourceIds.Key(server);
        ledger.Labels[key] = DataClass.Higher(ledger.Labels.GetValueOrDefault(key), DataClass.Of(text, $"label {text} of {row.Id}"))!;
    }

    private static void Copy(FlowRow row, string? region, string path, Ledger ledger) =>
        ledger.Flows.Add(new(FlowKinds.Replicate, End.Exact(row.Id), End.Exact(row.Id), row.Id, row.Id, path)
        {
            Authentication = Authentication.None,
            ToRegion = region ?? "",
            Missing = region is null ? ["The region of the copy was not told: run the export kit, or az graph query on resources."] : [],
        });

    // A name without an id is that of an account, unique in the cloud.
    private static End Account(string? text) => text is null ? End.None : text.StartsWith('/') ? End.Resource(text) : Uri.CheckHostName(text) == UriHostNameType.Dns ? End.At(text + ".blob.core.windows.net") : End.None;

    private static string? Region(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
}
