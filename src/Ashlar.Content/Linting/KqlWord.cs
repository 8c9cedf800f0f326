namespace Ashlar.Content;

/// <summary>An identifier or a pipe of a query, outside texts and comments. Enough for advice; meaning is the binder's.</summary>
internal readonly record struct KqlWord(string Text, int Line, int Column)
{
    /// <summary>Identifiers, <c>|</c> and <c>(</c>, in order.</summary>
    public static List<KqlWord> Of(string query)
    {
        var words = new List<KqlWord>();
        var (line, lineStart, i) = (1, 0, 0);
        while (i < query.Length)
        {
            var c = query[i];
            if (c == '\n')
            {
                (line, lineStart, i) = (line + 1, i + 1, i + 1);
            }
            else if (c == '/' && i + 1 < query.Length && query[i + 1] == '/')
            {
                var end = query.IndexOf('\n', i);
                i = end < 0 ? query.Length : end;
            }
            else if (c is '\'' or '"')
            {
                i = AfterText(query, i);
            }
            else if (char.IsLetter(c) || c == '_')
            {
                var start = i;
                while (i < query.Length && (char.IsLetterOrDigit(query[i]) || query[i] == '_' || IsInnerDash(query, i)))
                {
                    i++;
                }

                words.Add(new KqlWord(query[start..i], line, start - lineStart + 1));
            }
            else
            {
                if (c is '|' or '(')
                {
                    words.Add(new KqlWord(c.ToString(), line, i - lineStart + 1));
                }

                i++;
            }
        }

        return words;
    }

    // mv-expand, project-away: a dash between letters, as operators are spelt.
    private static bool IsInnerDash(string query, int i) =>
        query[i] == '-' && i + 1 < query.Length && char.IsLetter(query[i + 1]) && char.IsLetter(query[i - 1]);

    private static int AfterText(string query, int start)
    {
        var quote = query[start];
        var verbatim = start > 0 && query[start - 1] == '@';
        var i = start + 1;
        while (i < query.Length && query[i] != quote && query[i] != '\n')
        {
            i += query[i] == '\\' && !verbatim ? 2 : 1;
        }

        return i < query.Length && query[i] == '\n' ? i : i + 1;
    }
}
