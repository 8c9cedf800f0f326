using System.Buffers;

namespace Ashlar.Sources.Exports.Json;

/// <summary>JSON text without blanks and comments between its tokens.</summary>
internal static class Minified
{
    private static readonly SearchValues<byte> Stops = SearchValues.Create("\" \t\r\n/,"u8);

    public static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json, ref byte[] buffer)
    {
        if (buffer.Length < json.Length)
        {
            buffer = new byte[json.Length * 2];
        }

        var written = 0;
        var rest = json;
        while (!rest.IsEmpty)
        {
            var run = rest.IndexOfAny(Stops);
            run = run < 0 ? rest.Length : run;
            rest[..run].CopyTo(buffer.AsSpan(written));
            written += run;
            rest = rest[run..];
            if (rest.IsEmpty)
            {
                break;
            }

            var take = rest[0] switch
            {
                (byte)'"' => StringLength(rest),
                (byte)',' => TrailingComma(rest) ? 0 : 1,
                _ => 0,
            };
            rest[..take].CopyTo(buffer.AsSpan(written));
            written += take;
            rest = rest[(take > 0 ? take : Skipped(rest))..];
        }

        return buffer.AsSpan(0, written);
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
