using System.Text;

namespace Ashlar.Reports;

/// <summary>A folded part of the comment: lines as long as there is room, then how many are left out.</summary>
internal sealed class MarkdownList(string title, long total, int room)
{
    private readonly StringBuilder _lines = new();
    private int _used;
    private long _shown;

    public void Add(string line, long stands = 1)
    {
        var bytes = Encoding.UTF8.GetByteCount(line) + 3;
        if (_used + bytes > room)
        {
            _used = room;
            return;
        }

        _used += bytes;
        _shown += stands;
        _lines.Append("- ").Append(line).Append('\n');
    }

    /// <summary>Empty when there is nothing to tell.</summary>
    public string Text()
    {
        if (total == 0)
            return "";
        var more = total > _shown ? $"- and {Count.Of(total - _shown)} more in findings.json\n" : "";
        return $"<details><summary>{title}</summary>\n\n{_lines}{more}\n</details>\n\n";
    }
}
