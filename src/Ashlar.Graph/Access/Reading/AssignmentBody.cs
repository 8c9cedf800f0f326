using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Ashlar.Graph.Access.Reading;

/// <summary>What of an assignment's <c>properties</c> counts; empty where it is not reported.</summary>
internal readonly record struct AssignmentBody(string PrincipalId, string PrincipalType, string RoleDefinitionId, string Scope, string Condition)
{
    public static AssignmentBody Read(string json)
    {
        var body = new AssignmentBody("", "", "", "", "");
        if (json.Length < 3)
            return body;
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return Read(bytes.AsSpan(0, Encoding.UTF8.GetBytes(json, bytes)), body);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static AssignmentBody Read(ReadOnlySpan<byte> json, AssignmentBody body)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return body;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = Column(reader.ValueSpan);
            reader.Read();
            if (column < 0 || reader.TokenType != JsonTokenType.String)
            {
                reader.Skip();
                continue;
            }

            var text = reader.GetString()!;
            body = column switch
            {
                0 => body with { PrincipalId = text },
                1 => body with { PrincipalType = text },
                2 => body with { RoleDefinitionId = text },
                3 => body with { Scope = text },
                _ => body with { Condition = text },
            };
        }

        return body;
    }

    private static int Column(ReadOnlySpan<byte> name) =>
        Ascii.EqualsIgnoreCase(name, "principalId"u8) ? 0
        : Ascii.EqualsIgnoreCase(name, "principalType"u8) ? 1
        : Ascii.EqualsIgnoreCase(name, "roleDefinitionId"u8) ? 2
        : Ascii.EqualsIgnoreCase(name, "scope"u8) ? 3
        : Ascii.EqualsIgnoreCase(name, "condition"u8) ? 4
        : -1;
}
