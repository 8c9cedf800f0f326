namespace Ashlar.Sources.Exports.Json;

/// <summary>Line breaks and tabs inside texts, as ARM templates allow them, written as JSON demands.</summary>
internal static class LineBreaks
{
    /// <summary>Null when there was none.</summary>
    /// <param name="breaks">Takes the offset in the result of every line break that was written as an escape.</param>
    public static byte[]? Escape(byte[] json, ICollection<int>? breaks = null)
    {
        using var result = new MemoryStream(json.Length + 256);
        var inText = false;
        var changed = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (inText && c == (byte)'\\' && i + 1 < json.Length)
            {
                result.WriteByte(c);
                result.WriteByte(json[++i]);
                continue;
            }

            inText ^= c == (byte)'"';
            ReadOnlySpan<byte> escaped = inText ? c switch { (byte)'\n' => "\\n"u8, (byte)'\r' => "\\r"u8, (byte)'\t' => "\\t"u8, _ => [] } : [];
            if (escaped.IsEmpty)
            {
                result.WriteByte(c);
            }
            else
            {
                if (c == (byte)'\n')
                {
                    breaks?.Add((int)result.Length);
                }

                result.Write(escaped);
                changed = true;
            }
        }

        return changed ? result.ToArray() : null;
    }
}
