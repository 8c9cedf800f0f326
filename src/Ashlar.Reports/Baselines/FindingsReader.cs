using System.Globalization;
using System.Text.Json;
using Ashlar.Model;

namespace Ashlar.Reports;

/// <summary>Reads a findings.json as a stream, one finding at a time; what a baseline has no use for is passed over.</summary>
internal sealed class FindingsReader(Stream stream) : IDisposable
{
    private const int MostBytesOfOneValue = 1 << 27;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = ReportJson.Options.MaxDepth });
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _last;
    private BaselineEntry? _previous;
    private Place _place = Place.Before;
    private string? _schema;
    private string? _title;
    private DateTime? _asOf;
    private string? _redaction;

    private enum Place
    {
        Before,
        Members,
        Findings,
        After,
    }

    private delegate bool Step(ref Utf8JsonReader reader, out BaselineEntry? entry);

    /// <summary>Complete after <see cref="Next"/> has answered null.</summary>
    /// <exception cref="BaselineException">The file is no findings.json of this schema.</exception>
    public BaselineHead Head => _schema switch
    {
        FindingsJsonWriter.Schema when _title is not null && _asOf is { } asOf && _seen.Contains("findings") => new BaselineHead(_title, asOf, _redaction),
        FindingsJsonWriter.Schema => throw new BaselineException("is a findings.json without 'title', 'asOf' or 'findings'. Take the file as 'ashlar scan' wrote it."),
        null => throw new BaselineException("is no findings.json: it names no schema. A baseline is the findings.json of an earlier 'ashlar scan'."),
        _ => throw new BaselineException($"has the schema '{SafeText.OneLine(_schema)}'; this Ashlar reads '{FindingsJsonWriter.Schema}'. Write the baseline anew with this version."),
    };

    /// <summary>The next finding; null at the end of the file, which then was whole.</summary>
    /// <exception cref="JsonException">Damaged, or it ends too early.</exception>
    public BaselineEntry? Next()
    {
        SkipByteOrderMark();
        while (_place != Place.After)
        {
            BaselineEntry? entry = null;
            Advance(_place switch
            {
                Place.Before => Begin,
                Place.Members => Member,
                _ => (ref Utf8JsonReader reader, out BaselineEntry? found) => Finding(ref reader, out found),
            }, ref entry);
            if (entry is not null)
            {
                return entry;
            }
        }

        End();
        return null;
    }

    public void Dispose() => stream.Dispose();

    private void Advance(Step step, ref BaselineEntry? entry)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _last, _state);
            if (step(ref reader, out entry))
            {
                _start += (int)reader.BytesConsumed;
                _state = reader.CurrentState;
                return;
            }

            if (_last)
            {
                throw new JsonException("The file ends too early.");
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= MostBytesOfOneValue)
            {
                throw new JsonException("One value of the file is larger than any that Ashlar writes.");
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _last = read == 0;
        _end += read;
    }

    private void SkipByteOrderMark()
    {
        if (_place != Place.Before)
        {
            return;
        }

        while (!_last && _end < 3)
        {
            Fill();
        }

        _start = _buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8) ? 3 : 0;
    }

    // Only white space may follow; the reader says so otherwise.
    private void End()
    {
        while (!_last)
        {
            Fill();
        }

        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), isFinalBlock: true, _state);
        reader.Read();
        _start = _end;
    }

    private bool Begin(ref Utf8JsonReader reader, out BaselineEntry? entry)
    {
        entry = null;
        if (!reader.Read())
        {
            return false;
        }

        _place = reader.TokenType == JsonTokenType.StartObject ? Place.Members : throw new BaselineException("is no findings.json: that is a JSON object. A baseline is the findings.json of an earlier 'ashlar scan'.");
        return true;
    }

    private bool Member(ref Utf8JsonReader reader, out BaselineEntry? entry)
    {
        entry = null;
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.EndObject)
        {
            _place = Place.After;
            return true;
        }

        var name = reader.GetString()!;
        if (name == "findings")
        {
            if (!reader.Read())
            {
                return false;
            }

            _place = reader.TokenType == JsonTokenType.StartArray ? Place.Findings : throw new BaselineException("is no findings.json: 'findings' is no list.");
        }
        else if (!reader.Read() || !Whole(reader))
        {
            return false;
        }
        else
        {
            ReadHead(name, ref reader);
            reader.TrySkip();
        }

        if (!_seen.Add(name))
        {
            throw new BaselineException($"is no findings.json: '{SafeText.OneLine(name)}' stands in it twice.");
        }

        return true;
    }

    private void ReadHead(string name, ref Utf8JsonReader reader)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        switch (name)
        {
            case "schema":
                _schema = text;
                break;
            case "title":
                _title = text;
                break;
            case "redaction":
                _redaction = text;
                break;
            case "asOf" when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time):
                _asOf = time;
                break;
        }
    }

    private bool Finding(ref Utf8JsonReader reader, out BaselineEntry? entry)
    {
        entry = null;
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _place = Place.Members;
            return true;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new BaselineException("is no findings.json: 'findings' holds something that is no finding.");
        }

        if (!Whole(reader))
        {
            return false;
        }

        entry = _previous = BaselineEntryJson.Read(ref reader, _previous);
        return true;
    }

    /// <summary>The value at which <paramref name="reader"/> stands is in the buffer to its end.</summary>
    private static bool Whole(Utf8JsonReader reader) => reader.TrySkip();
}
