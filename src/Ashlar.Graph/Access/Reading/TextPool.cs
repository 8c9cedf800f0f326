using System.Text;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Texts of which there are many and few differ, each made once.</summary>
internal sealed class TextPool
{
    private const int Longest = 1024;
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
            return Encoding.UTF8.GetString(utf8);
        Span<char> chars = stackalloc char[Longest];
        var text = chars[..Encoding.UTF8.GetChars(utf8, chars)];
        var known = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var found))
            return found;
        found = text.ToString();
        _texts.Add(found);
        return found;
    }
}
