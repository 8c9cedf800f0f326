using System.Text;
using System.Text.Json;

namespace Ashlar.Sources.Exports.Json;

/// <summary>Properties whose values are lists of objects, or pages of them, rather than parts of one.</summary>
internal static class Holders
{
    private const int Longest = 9;
    private static readonly string[] Names = ["data", "value", "responses", "content", "body"];

    public static bool Is(ReadOnlySpan<byte> name)
    {
        if (name.Length > Longest)
        {
            return false;
        }

        Span<byte> lower = stackalloc byte[Longest];
        Ascii.ToLower(name, lower, out var written);
        foreach (var holder in Names)
        {
            if (Ascii.Equals(lower[..written], holder))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Bytes up to the value of the property that <paramref name="reader"/> stands on when it holds items; null when it does not. A resource is no holder.</summary>
    public static int? Opens(Utf8JsonReader reader, JsonItem soFar)
    {
        if ((soFar.Column(ColumnNames.Id) is not null && soFar.Column(ColumnNames.Type) is not null) || !Is(reader.ValueSpan))
        {
            return null;
        }

        var isValue = Ascii.EqualsIgnoreCase(reader.ValueSpan, "value"u8);
        if (!reader.Read())
        {
            return null;
        }

        var opens = reader.TokenType == JsonTokenType.StartArray || (reader.TokenType == JsonTokenType.StartObject && !isValue);
        return opens ? (int)reader.TokenStartIndex : null;
    }
}
