using System.Text.Json;

namespace Ashlar.Reports;

/// <summary>Exposure, data, blast radius of one workload, and which doors, flows and paths are its own.</summary>
internal static class HtmlWorkloadPicture
{
    public static void Write(Utf8JsonWriter json, HtmlTexts texts, WorkloadPictures pictures, int workload)
    {
        var exposure = pictures.Exposure(workload);
        json.WriteString("exposure", ExposureWords.Of(exposure));
        if (exposure is not null)
            json.WriteString("lane", exposure.Inbound);
        json.WriteString("data", pictures.Data(workload));
        Positions(json, "doors", pictures.Doors(workload), HtmlCaps.Doors, HtmlCaps.DoorsOfWorkload);
        Positions(json, "flows", [.. pictures.Flows(workload)], HtmlCaps.Flows, HtmlCaps.FlowsOfWorkload);
        Positions(json, "paths", [.. pictures.Paths(workload).Take(PictureCaps.PathsOfWorkload)], int.MaxValue, PictureCaps.PathsOfWorkload);
        json.WriteNumber("pathCount", pictures.PathCount(workload));
        if (pictures.Fall(workload) is not { } fall)
            return;
        json.WriteStartObject("fall");
        json.WriteString("level", FallWords.Of(fall));
        json.WriteNumber("s", (int)fall.Level);
        json.WriteNumber("resources", fall.Resources);
        Positions(json, "reasons", [.. fall.Reasons.Select(texts.IndexOf)], int.MaxValue, int.MaxValue);
        Positions(json, "missing", [.. fall.Missing.Select(texts.IndexOf)], int.MaxValue, int.MaxValue);
        json.WriteEndObject();
    }

    private static void Positions(Utf8JsonWriter json, string name, IReadOnlyList<int> positions, int onPage, int most)
    {
        var shown = positions.Where(p => p < onPage).Take(most).ToList();
        json.WriteStartArray(name);
        foreach (var position in shown)
            json.WriteNumberValue(position);
        json.WriteEndArray();
        if (positions.Count > shown.Count)
            json.WriteNumber(name + "More", positions.Count - shown.Count);
    }
}
