using System.Text.Json;

namespace Ashlar.Sources.Exports;

/// <summary>The newest moment that the data says something was created or changed at.</summary>
internal sealed class NewestTime
{
    private static readonly string[] Names = ["lastModifiedAt", "createdAt", "createdOn", "updatedOn", "createdDateTime", "changedTime", "createdTime", "creationTime"];
    private static readonly byte[][] Utf8Names = [.. Names.Select(System.Text.Encoding.UTF8.GetBytes)];

    public DateTime? Value { get; private set; }

    /// <summary>Looks at the direct properties of a JSON object.</summary>
    public void LookAt(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: true, new JsonReaderState(Json.JsonItem.ReaderOptions));
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var counts = Counts(reader.ValueSpan);
            reader.Read();
            if (counts && reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var time))
            {
                LookAt(time);
            }

            reader.TrySkip();
        }
    }

    private void LookAt(DateTimeOffset time)
    {
        if (Value is null || time.UtcDateTime > Value)
        {
            Value = time.UtcDateTime;
        }
    }

    private static bool Counts(ReadOnlySpan<byte> name)
    {
        foreach (var known in Utf8Names)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }
}
