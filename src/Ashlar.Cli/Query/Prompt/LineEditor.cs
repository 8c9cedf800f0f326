using System.Text;

namespace Ashlar.Cli.Query.Prompt;

/// <summary>Edits one line: cursor, history of this session, completion. A line wider than the screen is shown around the cursor.</summary>
internal sealed class LineEditor(PromptTerminal terminal, Completer completer)
{
    private const int MostShown = 100;

    private readonly List<string> _history = [];
    private readonly Queue<ConsoleKeyInfo> _ahead = new();
    private readonly StringBuilder _text = new();
    private int _at;
    private int _past;
    private string _draft = "";

    /// <summary>A key that was pressed while nobody read.</summary>
    public void TypeAhead(ConsoleKeyInfo key) => _ahead.Enqueue(key);

    /// <param name="before">The lines above, for completion.</param>
    public async Task<Line> ReadAsync(string prompt, string before, CancellationToken cancellationToken)
    {
        _text.Clear();
        (_at, _past, _draft) = (0, _history.Count, "");
        while (true)
        {
            Show(prompt);
            if (await KeyAsync(cancellationToken) is not { } key)
                return End(LineEnd.Closed);
            var control = (key.Modifiers & ConsoleModifiers.Control) != 0;
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    Remember();
                    return End(LineEnd.Entered);
                case ConsoleKey.C when control:
                    terminal.Screen.Write("^C");
                    return End(LineEnd.Abandoned);
                case ConsoleKey.D when control && _text.Length == 0:
                    return End(LineEnd.Closed);
                case ConsoleKey.Tab:
                    Complete(before);
                    break;
                case ConsoleKey.UpArrow:
                    Recall(_past - 1);
                    break;
                case ConsoleKey.DownArrow:
                    Recall(_past + 1);
                    break;
                default:
                    Edit(key, control);
                    break;
            }
        }
    }

    private async ValueTask<ConsoleKeyInfo?> KeyAsync(CancellationToken cancellationToken)
    {
        if (_ahead.TryDequeue(out var key))
            return key;
        await terminal.Screen.FlushAsync(cancellationToken);
        return await terminal.Keys.WaitToReadAsync(cancellationToken) && terminal.Keys.TryRead(out key) ? key : null;
    }

    private void Edit(ConsoleKeyInfo key, bool control)
    {
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                _at = Math.Max(0, _at - 1);
                break;
            case ConsoleKey.RightArrow:
                _at = Math.Min(_text.Length, _at + 1);
                break;
            case ConsoleKey.Home or ConsoleKey.A when control || key.Key == ConsoleKey.Home:
                _at = 0;
                break;
            case ConsoleKey.End or ConsoleKey.E when control || key.Key == ConsoleKey.End:
                _at = _text.Length;
                break;
            case ConsoleKey.U when control:
                _text.Remove(0, _at);
                _at = 0;
                break;
            case ConsoleKey.K when control:
                _text.Length = _at;
                break;
            case ConsoleKey.Backspace when _at > 0:
                _text.Remove(--_at, 1);
                break;
            case ConsoleKey.Delete or ConsoleKey.D when (control || key.Key == ConsoleKey.Delete) && _at < _text.Length:
                _text.Remove(_at, 1);
                break;
            default:
                if (!char.IsControl(key.KeyChar))
                    _text.Insert(_at++, key.KeyChar);
                break;
        }
    }

    private void Complete(string before)
    {
        var typed = _text.ToString(0, _at);
        var (length, candidates) = completer.At(before + typed);
        if (candidates.Count == 0)
            return;
        var common = Common(candidates);
        if (common.Length > length || candidates.Count == 1)
        {
            _text.Remove(_at - length, length).Insert(_at - length, common);
            _at += common.Length - length;
            return;
        }

        terminal.Screen.WriteLine();
        var width = Math.Max(1, terminal.Width() / (candidates.Max(c => c.Length) + 2));
        var column = candidates.Max(c => c.Length) + 2;
        foreach (var row in candidates.Take(MostShown).Chunk(width))
            terminal.Screen.WriteLine(string.Concat(row.Select(c => c.PadRight(column))).TrimEnd());
        if (candidates.Count > MostShown)
            terminal.Screen.WriteLine($"… and {candidates.Count - MostShown} more");
    }

    /// <summary>What all candidates begin with, in the letters of the first.</summary>
    private static string Common(IReadOnlyList<string> candidates)
    {
        var length = candidates.Min(c => c.Length);
        for (var i = 0; i < length; i++)
            if (candidates.Any(c => char.ToLowerInvariant(c[i]) != char.ToLowerInvariant(candidates[0][i])))
                return candidates[0][..i];
        return candidates[0][..length];
    }

    private void Recall(int index)
    {
        if (index < 0 || index > _history.Count)
            return;
        if (_past == _history.Count)
            _draft = _text.ToString();
        _past = index;
        _text.Clear().Append(index == _history.Count ? _draft : _history[index]);
        _at = _text.Length;
    }

    private void Remember()
    {
        var text = _text.ToString();
        if (text.Trim().Length > 0 && (_history.Count == 0 || _history[^1] != text))
            _history.Add(text);
    }

    private Line End(LineEnd end)
    {
        terminal.Screen.WriteLine();
        return new Line(end, _text.ToString());
    }

    private void Show(string prompt)
    {
        var room = Math.Max(1, terminal.Width() - prompt.Length - 1);
        var from = Math.Max(0, _at - room);
        var shown = _text.ToString(from, Math.Min(room, _text.Length - from));
        terminal.Screen.Write("\r" + prompt + shown + "\u001b[K");
        if (shown.Length > _at - from)
            terminal.Screen.Write($"\u001b[{shown.Length - (_at - from)}D");
    }
}
