using System.Globalization;
using System.Text;

namespace Ashlar.Sources.Exports.Json;

/// <summary>The text of a JSON string, also where an escaped half of a surrogate pair makes it no text: that half becomes U+FFFD.</summary>
internal static class JsonText
{
    /// <param name="inner">Valid JSON string content without its quotes.</param>
    public static string Unescape(ReadOnlySpan<byte> inner)
    {
        var source = Encoding.UTF8.GetString(inner);
        var text = new StringBuilder(source.Length);
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] != '\\')
            {
                text.Append(source[i]);
                continue;
            }

            i++;
            if (source[i] != 'u')
            {
                text.Append(source[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var other => other });
                continue;
            }

            text.Append((char)int.Parse(source.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            i += 4;
        }

        // Encoding replaces lone halves.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
