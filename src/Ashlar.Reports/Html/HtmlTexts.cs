using System.Text.Json;

namespace Ashlar.Reports;

/// <summary>Texts and values of the page, each once: ids, sentences, settings and evidence stand in many rows.</summary>
internal sealed class HtmlTexts
{
    private const string Providers = "/providers/";

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
        // Most of an id is where it lies: that is written once too, and a text is its place and its rest.
        var stems = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray("texts");
        foreach (var text in _texts)
        {
            var providers = text.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) ? text.IndexOf(Providers, StringComparison.OrdinalIgnoreCase) : -1;
            if (providers < 0)
            {
                json.WriteStringValue(text);
                continue;
            }

            var stem = text[..(providers + Providers.Length)];
            if (!stems.TryGetValue(stem, out var position))
                stems[stem] = position = stems.Count;
            json.WriteStartArray();
            json.WriteNumberValue(position);
            json.WriteStringValue(text[stem.Length..]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        ReportJson.Array(json, "stems", [.. stems.Keys]);
        json.WriteStartArray("values");
        foreach (var value in _values)
            ReportJson.Raw(json, value);
        json.WriteEndArray();
    }
}
