using System.Text.Json;

namespace Ashlar.Reports;

/// <summary>Texts and values of the page, each once: ids, sentences, settings and evidence stand in many rows.</summary>
internal sealed class HtmlTexts
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _texts = [""];
    private readonly Dictionary<string, int> _valueIndex = new(StringComparer.Ordinal);
    private readonly List<string> _values = [];

    public int IndexOf(string text)
    {
        if (_index.TryGetValue(text, out var known))
            return known;
        _index[text] = _texts.Count;
        _texts.Add(text);
        return _texts.Count - 1;
    }

    /// <param name="json">Any JSON value.</param>
    public int IndexOfValue(string json)
    {
        if (_valueIndex.TryGetValue(json, out var known))
            return known;
        _valueIndex[json] = _values.Count;
        _values.Add(json);
        return _values.Count - 1;
    }

    public void Write(Utf8JsonWriter json)
    {
        ReportJson.Array(json, "texts", _texts);
        json.WriteStartArray("values");
        foreach (var value in _values)
            ReportJson.Raw(json, value);
        json.WriteEndArray();
    }
}
