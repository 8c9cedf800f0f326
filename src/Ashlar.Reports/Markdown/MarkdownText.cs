using System.Text;

namespace Ashlar.Reports;

/// <summary>
/// Text of others in Markdown. GitHub looks for @people and #issues after it has made HTML, so a backslash does not stop it; it passes over code. Names
/// therefore stand in code; in sentences the signs do that it looks for.
/// </summary>
public static class MarkdownText
{
    private const int MostOfName = 300;
    private const int MostOfProse = 1_500;

    /// <summary>A name, an id, a reason: in backticks, one line.</summary>
    public static string Code(string text)
    {
        var line = Cut(SafeText.OneLine(text).Trim(), MostOfName);
        if (line.Length == 0)
            return "` `";
        var fence = new string('`', LongestRun(line, '`') + 1);
        var space = line[0] == '`' || line[^1] == '`' ? " " : "";
        return fence + space + line + space + fence;
    }

    /// <summary>A sentence: every sign of Markdown and HTML stands for itself.</summary>
    public static string Prose(string text)
    {
        var line = Cut(SafeText.OneLine(text).Trim(), MostOfProse);
        var prose = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '@' or '#')
            {
                var end = i;
                while (end < line.Length && line[end] is ('@' or '#'))
                    end++;
                prose.Append('`').Append(line, i, end - i).Append('`');
                i = end - 1;
            }
            else if (line[i] is '<' or '>' or '&')
            {
                prose.Append(line[i] switch { '<' => "&lt;", '>' => "&gt;", _ => "&amp;" });
            }
            else
            {
                prose.Append(Speaks(line, i) ? "\\" : "").Append(line[i]);
            }
        }

        return prose.ToString();
    }

    // Signs that begin a list only at its start, and what makes a link of a bare address.
    private static bool Speaks(string line, int at) => line[at] switch
    {
        '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' or '!' => true,
        '-' or '+' or '=' => at == 0,
        '.' or ')' => at > 0 && (!line.AsSpan(0, at).ContainsAnyExceptInRange('0', '9') || line.AsSpan(0, at).EndsWith("www", StringComparison.OrdinalIgnoreCase)),
        ':' => at + 1 < line.Length && line[at + 1] == '/',
        _ => false,
    };

    /// <summary>Lines of code between fences that none of them closes.</summary>
    public static string Block(string language, string code)
    {
        var lines = code.ReplaceLineEndings("\n").Trim('\n').Split('\n').Select(line => SafeText.OneLine(line));
        var text = string.Join('\n', lines);
        var fence = new string('`', Math.Max(3, LongestRun(text, '`') + 1));
        return $"{fence}{language}\n{text}\n{fence}\n";
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
    }

    private static int LongestRun(string text, char of)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == of ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
