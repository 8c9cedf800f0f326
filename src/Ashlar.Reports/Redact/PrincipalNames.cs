using System.Text;

namespace Ashlar.Reports;

/// <summary>Finds known names in a text as whole words, the longest first, in one pass however many names there are.</summary>
internal sealed class PrincipalNames
{
    private readonly Dictionary<string, List<string>> _byFirstWord = new(StringComparer.OrdinalIgnoreCase);

    public PrincipalNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var start = WordStart(name, 0);
            if (start == name.Length)
                continue;
            var first = name[start..WordEnd(name, start)];
            if (!_byFirstWord.TryGetValue(first, out var list))
                _byFirstWord[first] = list = [];
            list.Add(name[start..]);
        }

        foreach (var list in _byFirstWord.Values)
            list.Sort((left, right) => right.Length != left.Length ? right.Length.CompareTo(left.Length) : string.CompareOrdinal(left, right));
    }

    /// <param name="pseudonym">What to write for a name that was found.</param>
    public string Replace(string text, Func<string, string> pseudonym)
    {
        if (_byFirstWord.Count == 0)
            return text;
        var words = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        StringBuilder? result = null;
        var copied = 0;
        var at = WordStart(text, 0);
        while (at < text.Length)
        {
            var end = WordEnd(text, at);
            if (words.TryGetValue(text.AsSpan(at, end - at), out var candidates) && Match(text, at, candidates) is { } name)
            {
                result ??= new StringBuilder(text.Length);
                result.Append(text, copied, at - copied).Append(pseudonym(name));
                copied = end = at + name.Length;
            }

            at = WordStart(text, end);
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private static string? Match(string text, int at, List<string> candidates)
    {
        foreach (var name in candidates)
        {
            var end = at + name.Length;
            if (end <= text.Length
                && string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
                && (end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(text[end - 1])))
            {
                return name;
            }
        }

        return null;
    }

    private static int WordStart(string text, int from)
    {
        while (from < text.Length && !char.IsLetterOrDigit(text[from]))
            from++;
        return from;
    }

    private static int WordEnd(string text, int from)
    {
        while (from < text.Length && char.IsLetterOrDigit(text[from]))
            from++;
        return from;
    }
}
