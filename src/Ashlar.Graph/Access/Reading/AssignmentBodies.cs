using System.Text;
using System.Text.Json;

namespace Ashlar.Graph.Access.Reading;

/// <summary>Reads assignments with what of their bodies counts.</summary>
/// <remarks>There are hundreds of thousands: each body is read once, where it lies, and what they share is one string.</remarks>
internal static class AssignmentBodies
{
    public static IReadOnlyList<(string Id, AssignmentBody Body)> Read(AccessQuery query, string rows)
    {
        var pool = new TextPool();
        var bodies = new List<(string, AssignmentBody)>();
        query.Scan(rows + " | project id, properties", row => bodies.Add((row.Text(0), Read(row.Utf8(1), pool))));
        return bodies;
    }

    private static AssignmentBody Read(ReadOnlySpan<byte> json, TextPool pool)
    {
        try
        {
            return Body(json, pool);
        }
        catch (JsonException)
        {
            return new AssignmentBody("", "", "", "", "");
        }
    }

    private static AssignmentBody Body(ReadOnlySpan<byte> json, TextPool pool)
    {
        var body = new AssignmentBody("", "", "", "", "");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 512 });
        if (json.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return body;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Ascii.EqualsIgnoreCase(reader.ValueSpan, "principalId"u8))
                body = body with { PrincipalId = Value(ref reader, json, pool) };
            else if (Ascii.EqualsIgnoreCase(reader.ValueSpan, "principalType"u8))
                body = body with { PrincipalType = Value(ref reader, json, pool) };
            else if (Ascii.EqualsIgnoreCase(reader.ValueSpan, "roleDefinitionId"u8))
                body = body with { RoleDefinitionId = Value(ref reader, json, pool) };
            else if (Ascii.EqualsIgnoreCase(reader.ValueSpan, "scope"u8))
                body = body with { Scope = Value(ref reader, json, pool) };
            else if (Ascii.EqualsIgnoreCase(reader.ValueSpan, "condition"u8))
                body = body with { Condition = Value(ref reader, json, pool) };
            else
                reader.Skip();
        }

        return body;
    }

    /// <summary>Text of a string, empty for null; whatever else there may be as JSON.</summary>
    private static string Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, TextPool pool)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return "";
        if (reader.TokenType == JsonTokenType.String)
            return reader.ValueIsEscaped ? pool.Of(Encoding.UTF8.GetBytes(reader.GetString()!)) : pool.Of(reader.ValueSpan);
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return pool.Of(json[start..(int)reader.BytesConsumed]);
    }
}
