using System.Text;

namespace Ashlar.Sources.Templates.Inputs;

/// <summary>The tokens of a Bicep file, as far as declarations and references need them: comments and texts are told from code.</summary>
internal sealed class BicepTokens
{
    private const int MaxNesting = 100;
    private readonly string _text;
    private readonly List<BicepToken> _tokens = [];
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private BicepTokens(string text) => _text = text;

    public static IReadOnlyList<BicepToken> Of(string text)
    {
        var tokens = new BicepTokens(text);
        while (tokens._at < text.Length)
        {
            tokens.Next();
        }

        return tokens._tokens;
    }

    private void Next()
    {
        var (c, start) = (_text[_at], _at);
        switch (c)
        {
            case '\n':
                Add(BicepTokenKind.NewLine, "", start);
                Step();
                break;
            case ' ' or '\t' or '\r' or '\uFEFF':
                _at++;
                break;
            case '#' or '/' when c == '#' || Has("//"):
                while (_at < _text.Length && _text[_at] != '\n')
                {
                    _at++;
                }

                break;
            case '/' when Has("/*"):
                var end = _text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                StepTo(end < 0 ? _text.Length : end + 2);
                break;
            case '\'':
                var (line, column) = (_line, start - _lineStart + 1);
                var value = Quoted(0);
                _tokens.Add(value is null
                    ? new BicepToken(BicepTokenKind.Computed, _text[start.._at], line, column)
                    : new BicepToken(BicepTokenKind.Text, value, line, column));
                break;
            case '{' or '[' or '(':
                Add(BicepTokenKind.Open, "", start);
                _at++;
                break;
            case '}' or ']' or ')':
                Add(BicepTokenKind.Close, "", start);
                _at++;
                break;
            default:
                while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] == '_'))
                {
                    _at++;
                }

                if (_at > start)
                {
                    Add(BicepTokenKind.Word, _text[start.._at], start);
                }
                else
                {
                    Add(BicepTokenKind.Other, c.ToString(), start);
                    _at++;
                }

                break;
        }
    }

    /// <summary>Goes past a text; null when something in it is computed.</summary>
    private string? Quoted(int nesting)
    {
        if (Has("'''"))
        {
            var begin = _at + 3;
            var end = _text.IndexOf("'''", begin, StringComparison.Ordinal);
            end = end < 0 ? _text.Length : end;
            StepTo(Math.Min(end + 3, _text.Length));
            // More quotes belong to the text.
            while (_at < _text.Length && _text[_at] == '\'')
            {
                _at++;
            }

            return _text[Math.Min(begin, end)..end];
        }

        var (value, isPlain) = (new StringBuilder(), true);
        for (_at++; _at < _text.Length && _text[_at] is not ('\'' or '\n');)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
            {
                value.Append(_text[_at + 1]);
                _at += 2;
            }
            else if (Has("${"))
            {
                isPlain = false;
                _at += 2;
                Computed(nesting + 1);
            }
            else
            {
                value.Append(_text[_at++]);
            }
        }

        _at += _at < _text.Length && _text[_at] == '\'' ? 1 : 0;
        return isPlain ? value.ToString() : null;
    }

    /// <summary>Goes past <c>…}</c> inside a text.</summary>
    private void Computed(int nesting)
    {
        for (var depth = 1; _at < _text.Length && depth > 0;)
        {
            if (_text[_at] == '\'' && nesting < MaxNesting)
            {
                Quoted(nesting);
                continue;
            }

            depth += _text[_at] == '{' ? 1 : _text[_at] == '}' ? -1 : 0;
            Step();
        }
    }

    private bool Has(string text) => string.CompareOrdinal(_text, _at, text, 0, text.Length) == 0;

    private void Add(BicepTokenKind kind, string value, int start) => _tokens.Add(new BicepToken(kind, value, _line, start - _lineStart + 1));

    private void Step() => StepTo(_at + 1);

    private void StepTo(int end)
    {
        for (; _at < end; _at++)
        {
            if (_text[_at] == '\n')
            {
                _line++;
                _lineStart = _at + 1;
            }
        }
    }
}
