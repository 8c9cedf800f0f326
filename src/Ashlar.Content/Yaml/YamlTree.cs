using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ashlar.Content;

/// <summary>YAML text to values with places. Refuses what content does not need and a reader would trip over: anchors, tags, repeated keys, several documents.</summary>
internal static class YamlTree
{
    private const int MaxDepth = 60;

    /// <summary>Null when the text cannot be used; the reason is in <paramref name="problems"/>.</summary>
    public static YamlValue? Read(string file, string text, ProblemList problems)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.Accept<DocumentStart>(out _))
            {
                problems.Error(LintCodes.Unreadable, file, 1, 1, "The file is empty.");
                return null;
            }

            parser.Consume<DocumentStart>();
            var value = ReadValue(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                throw new YamlException(second.Start, second.End, "a second document (---) starts here; one file holds one");
            }

            return value;
        }
        catch (YamlException e)
        {
            problems.Error(LintCodes.Unreadable, file, (int)e.Start.Line, (int)e.Start.Column, $"This is not the YAML expected here: {e.Message.TrimEnd('.')}. Mend the text at this place.");
            return null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // YamlDotNet's scanner throws these on some broken tags and flow maps instead of a YamlException.
            var place = parser.Current?.End ?? Mark.Empty;
            problems.Error(LintCodes.Unreadable, file, (int)place.Line, (int)place.Column, "This is not YAML from here on. Mend the text at this place; quote text that holds brackets, braces or '!'.");
            return null;
        }
    }

    /// <summary>Nothing is said: a file as a template leaves it.</summary>
    public static bool OnlyComments(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.Length > 0 && trimmed[0] != '#' && trimmed[0] != '\uFEFF')
            {
                return false;
            }
        }

        return true;
    }

    private static YamlValue ReadValue(Parser parser, int depth)
    {
        var current = parser.Current ?? throw new YamlException("the text ends too early");
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
        {
            throw new YamlException(current.Start, current.End, "anchors and aliases (& and *) are not used here; write the value out");
        }

        if (current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
        {
            throw new YamlException(current.Start, current.End, "tags (!) are not used here; quote the value when it is text");
        }

        if (depth > MaxDepth)
        {
            throw new YamlException(current.Start, current.End, $"values are nested deeper than {MaxDepth}");
        }

        var (line, column) = ((int)current.Start.Line, (int)current.Start.Column);
        switch (current)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new YamlText(scalar.Value, scalar.Style == ScalarStyle.Plain, scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded, line, column);
            case SequenceStart:
                return ReadList(parser, depth, line, column);
            case MappingStart:
                return ReadMap(parser, depth, line, column);
            default:
                throw new YamlException(current.Start, current.End, "a value is expected");
        }
    }

    private static YamlList ReadList(Parser parser, int depth, int line, int column)
    {
        parser.MoveNext();
        var items = new List<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadValue(parser, depth + 1));
        }

        return new YamlList(items, line, column);
    }

    private static YamlMap ReadMap(Parser parser, int depth, int line, int column)
    {
        parser.MoveNext();
        var pairs = new List<YamlPair>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var place = parser.Current!;
            if (ReadValue(parser, depth + 1) is not YamlText key)
            {
                throw new YamlException(place.Start, place.End, "a key must be text");
            }

            if (!seen.Add(key.Value))
            {
                throw new YamlException(place.Start, place.End, $"'{key.Value}' stands here twice");
            }

            pairs.Add(new YamlPair(key.Value, ReadValue(parser, depth + 1), key.Line, key.Column));
        }

        return new YamlMap(pairs, line, column);
    }
}
