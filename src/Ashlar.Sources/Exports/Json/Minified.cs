using System.Buffers;

namespace Ashlar.Sources.Exports.Json;

/// <summary>JSON text without blanks and comments between its tokens.</summary>
internal static class Minified
{
    private static readonly SearchValues<byte> Stops = SearchValues.Create("\" \t\r\n/,"u8);

    /// <summary>The text itself when it has none; else a copy in <paramref name="buffer"/>.</summary>
    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json, ref byte[] buffer)
    {
        var written = 0;
        var kept = 0;
        var at = 0;
        while (true)
        {
            var run = json[at..].IndexOfAny(Stops);
            if (run < 0)
            {
                break;
            }

            at += run;
            var rest = json[at..];
            if (rest[0] == (byte)'"')
            {
                at += StringLength(rest);
                continue;
            }

            if (rest[0] == (byte)',' && !TrailingComma(rest))
            {
                at++;
                continue;
            }

            Keep(json[kept..at], ref buffer, ref written, json.Length);
            at += Skipped(rest);
            kept = at;
        }

        if (kept == 0)
        {
            return json;
        }

        Keep(json[kept..], ref buffer, ref written, json.Length);
        return buffer.AsSpan(0, written);
    }

    private static void Keep(ReadOnlySpan<byte> part, ref byte[] buffer, ref int written, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new byte[length * 2];
        }

        part.CopyTo(buffer.AsSpan(written));
        written += part.Length;
    }

    private static int StringLength(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (true)
        {
            at += text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (text[at] == (byte)'"')
            {
                return at + 1;
            }

            at += 2;
        }
    }

    private static int Skipped(ReadOnlySpan<byte> text)
    {
        if (text[0] != (byte)'/')
        {
            return 1;
        }

        var end = text[1] == (byte)'/' ? text.IndexOf((byte)'\n') : text[2..].IndexOf("*/"u8) + 4;
        return end < 0 ? text.Length : end;
    }

    /// <summary>The reader allows a comma before a closing bracket; DuckDB does not.</summary>
    private static bool TrailingComma(ReadOnlySpan<byte> text)
    {
        var rest = text[1..];
        while (!rest.IsEmpty)
        {
            if (rest[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'/')
            {
                rest = rest[Skipped(rest)..];
                continue;
            }

            return rest[0] is (byte)'}' or (byte)']';
        }

        return true;
    }
}
