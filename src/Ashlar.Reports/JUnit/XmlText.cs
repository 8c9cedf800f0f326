using System.Text;

namespace Ashlar.Reports;

/// <summary>Text that XML 1.0 can hold.</summary>
internal static class XmlText
{
    public static string Line(string text)
    {
        var line = SafeText.OneLine(text);
        // Halves of surrogate pairs are no characters of XML.
        for (var i = 0; i < line.Length; i++)
        {
            if (char.IsSurrogate(line[i]) && !(char.IsHighSurrogate(line[i]) && i + 1 < line.Length && char.IsLowSurrogate(line[++i])))
                return string.Concat(line.EnumerateRunes().Select(rune => rune.ToString()));
        }

        return line;
    }

    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(Line));
}
