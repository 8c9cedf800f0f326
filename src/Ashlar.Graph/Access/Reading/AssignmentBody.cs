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
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = 256 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return body;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                reader.Skip();
                continue;
            }

            body = name.ToLowerInvariant() switch
            {
                "principalid" => body with { PrincipalId = reader.GetString()! },
                "principaltype" => body with { PrincipalType = reader.GetString()! },
                "roledefinitionid" => body with { RoleDefinitionId = reader.GetString()! },
                "scope" => body with { Scope = reader.GetString()! },
                "condition" => body with { Condition = reader.GetString()! },
                _ => body,
            };
        }

        return body;
    }
}
