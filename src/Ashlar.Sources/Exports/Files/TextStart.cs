using System.Text;

namespace Ashlar.Sources.Exports.Files;

/// <summary>Looks at the first bytes of a file: its encoding, and whether it is text at all.</summary>
internal static class TextStart
{
    private const int Looked = 4096;

    /// <summary>The content as UTF-8 without byte order mark; null when it is not text.</summary>
    public static Stream? AsUtf8(FileStream file)
    {
        Span<byte> start = stackalloc byte[Looked];
        var read = file.ReadAtLeast(start, Looked, throwOnEndOfStream: false);
        start = start[..read];
        var (encoding, mark) = Encoding(start);
        file.Position = mark;
        if (encoding is not null)
        {
            return System.Text.Encoding.CreateTranscodingStream(file, encoding, System.Text.Encoding.UTF8);
        }

        return start.Contains((byte)0) ? null : file;
    }

    /// <summary>Null = UTF-8. PowerShell's <c>&gt;</c> writes UTF-16 with a mark; some tools leave the mark out.</summary>
    private static (Encoding? Encoding, int Mark) Encoding(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (null, 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(bigEndian: false, byteOrderMark: true), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4),
        [0xFF, 0xFE, ..] => (System.Text.Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (System.Text.Encoding.BigEndianUnicode, 2),
        [(byte)'[' or (byte)'{', 0, not 0, 0, ..] => (System.Text.Encoding.Unicode, 0),
        [0, (byte)'[' or (byte)'{', 0, not 0, ..] => (System.Text.Encoding.BigEndianUnicode, 0),
        _ => (null, 0),
    };
}
