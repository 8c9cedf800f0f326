using System.Text.Json;

namespace Ashlar.Reports;

/// <summary>Ids that the page mentions, each once.</summary>
internal sealed class HtmlResources
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _ids = [];

    public int IndexOf(string id)
    {
        if (_index.TryGetValue(id, out var known))
            return known;
        _index[id] = _ids.Count;
        _ids.Add(id);
        return _ids.Count - 1;
    }

    /// <param name="region">Region of an id; null when it was not reported.</param>
    public void Write(Utf8JsonWriter json, Func<string, string?> region)
    {
        ReportJson.Array(json, "resources", _ids);
        ReportJson.Array(json, "regions", [.. _ids.Select(id => region(id) ?? "")]);
    }
}
