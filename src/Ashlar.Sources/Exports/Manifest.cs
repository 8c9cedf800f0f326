using System.Globalization;
using System.Text.Json.Nodes;
using Ashlar.Model;
using Ashlar.Sources.Exports.Files;
using Ashlar.Sources.Exports.Json;

namespace Ashlar.Sources.Exports;

/// <summary><c>ashlar-export.json</c>: what the export kit collected, how far, and what it was refused.</summary>
internal sealed class Manifest
{
    public const string FileName = "ashlar-export.json";
    private const string Schema = "ashlar-export/1";
    private const long LargestBytes = 16 * 1024 * 1024;
    private readonly string _folder;

    private Manifest(string folder, string tenantId, DateTime? collectedAt, IReadOnlyList<DataSetEntry> dataSets)
    {
        (_folder, TenantId, CollectedAt, DataSets) = (folder, tenantId, collectedAt, dataSets);
    }

    /// <summary>Empty when the manifest does not say it.</summary>
    public string TenantId { get; }

    public DateTime? CollectedAt { get; }

    public IReadOnlyList<DataSetEntry> DataSets { get; }

    /// <summary>Shown path of a data set's file.</summary>
    public string Shown(DataSetEntry dataSet) => _folder + dataSet.File;

    public static Manifest? Read(InputFile file, SourceLog log)
    {
        try
        {
            if (new FileInfo(file.Path).Length > LargestBytes)
            {
                log.Warn(SourceCodes.Manifest, "The manifest is too large to be one and is not used.", file.Shown);
                return null;
            }

            using var stream = TextStart.AsUtf8(File.OpenRead(file.Path));
            using var memory = new MemoryStream();
            stream?.CopyTo(memory);
            var root = JsonTree.Object(memory.ToArray());
            if (Text(root, "schema") != Schema)
            {
                log.Warn(SourceCodes.Manifest, $"The manifest is not of schema {Schema} and is not used: lists count as incomplete. Use the export kit of this Ashlar.", file.Shown);
                return null;
            }

            var folder = file.Shown[..^FileName.Length];
            var dataSets = (root["dataSets"] as JsonArray ?? []).OfType<JsonObject>().Select(e => Entry(e, file, log)).OfType<DataSetEntry>().ToArray();
            return new Manifest(folder, Text(root, "tenantId") ?? "", Time(root, file, log), dataSets);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException or InvalidCastException)
        {
            log.Warn(SourceCodes.Manifest, "The manifest cannot be read and is not used: lists count as incomplete. Export again.", file.Shown);
            return null;
        }
    }

    private static DataSetEntry? Entry(JsonObject entry, InputFile file, SourceLog log)
    {
        var table = TableCatalogue.Find(Text(entry, "table") ?? "");
        if (table is null)
        {
            log.Warn(SourceCodes.Manifest, "A data set of the manifest names no table that Ashlar knows; it is left out.", file.Shown);
            return null;
        }

        return new DataSetEntry(
            table.Name,
            (Text(entry, "type") ?? "").ToLowerInvariant(),
            Text(entry, "scope") ?? "/",
            Text(entry, "file")?.Replace('\\', '/'),
            Text(entry, "list") == "complete",
            entry["bodies"] is JsonValue bodies && bodies.GetValueKind() == System.Text.Json.JsonValueKind.True,
            Text(entry, "error"),
            Enum.TryParse<GapReason>(Text(entry, "reason"), ignoreCase: true, out var reason) ? reason : null,
            Text(entry, "permission"));
    }

    private static DateTime? Time(JsonObject root, InputFile file, SourceLog log)
    {
        const DateTimeStyles Styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        if (DateTime.TryParse(Text(root, "collectedAt"), CultureInfo.InvariantCulture, Styles, out var time))
        {
            return time;
        }

        log.Warn(SourceCodes.Manifest, "The manifest does not say when it was collected (collectedAt, ISO 8601).", file.Shown);
        return null;
    }

    private static string? Text(JsonObject value, string name) =>
        value[name] is JsonValue text && text.GetValueKind() == System.Text.Json.JsonValueKind.String && text.GetValue<string>() is { Length: > 0 } found ? found : null;
}
