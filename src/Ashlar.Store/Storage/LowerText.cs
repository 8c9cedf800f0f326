using System.Buffers;
using System.Text;

namespace Ashlar.Store.Storage;

internal static class LowerText
{
    /// <summary>UTF-8 text in lower case, in <paramref name="buffer"/> where it is ASCII.</summary>
    public static Span<byte> Of(ReadOnlySpan<byte> text, ref byte[] buffer)
    {
        if (buffer.Length < text.Length)
        {
            buffer = new byte[text.Length * 2];
        }

        return Ascii.ToLower(text, buffer, out var written) == OperationStatus.Done
            ? buffer.AsSpan(0, written)
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).ToLowerInvariant());
    }
}
