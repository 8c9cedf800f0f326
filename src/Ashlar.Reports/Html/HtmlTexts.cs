using System.Text.Json;

namespace Ashlar.Reports;

/// <summary>Texts of the picture, each once: ids, sentences and settings stand in many rows.</summary>
internal sealed class HtmlTexts
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _texts = [""];

    public int IndexOf(string text)
    {
        if (_index.TryGetValue(text, out var known))
            return known;
        _index[text] = _texts.Count;
        _texts.Add(text);
        return _texts.Count - 1;
    }

    public void Write(Utf8JsonWriter json) => ReportJson.Array(json, "texts", _texts);
}
