namespace Ashlar.Cli.Tests.ExportKit;

/// <summary>What Azure answers, in its own shapes.</summary>
internal static class FakeAnswers
{
    public const string Tenant = "c0970500-0000-4000-8000-000000000001";
    public const string A = "5ab50001-0000-4000-8000-000000000001";
    public const string B = "5ab50003-0000-4000-8000-000000000003";
    public const string Forbidden = """Forbidden({"error":{"code":"AuthorizationFailed","message":"The client does not have authorization"}})""";
    public const string TwoSubscriptions = $$"""{"value":[{"subscriptionId":"{{B}}"},{"subscriptionId":"{{A}}"}]}""";

    /// <summary>A gateway that sends keys in every place where API Management lets one write them.</summary>
    public const string Gateway = """
        {"credentials":{"header":{"api-key":["sk-1","{{named}}"],"x-trace":["on"]},"query":{"code":["sk-2"]},"authorization":{"scheme":"Bearer","parameter":"sk-3"}},
         "named":{"displayName":"openai","value":"sk-4","secret":false},
         "policy":{"format":"xml","value":"<policies><inbound><set-header name=\"api-key\" exists-action=\"override\"><value>sk-5</value></set-header><set-header name=\"api-key\"><value>{{key}}</value></set-header><set-header name=\"accept\"><value>json</value></set-header><authentication-basic username=\"u\" password=\"sk-6\" /></inbound></policies>"}}
        """;

    /// <summary>What stays of the texts of <see cref="Gateway"/>.</summary>
    public static readonly IReadOnlyList<string> KeptOfGateway = ["(removed)", "{{named}}", "on", "(removed)", "Bearer", "(removed)", "openai", "(removed)", "xml",
        """<policies><inbound><set-header name="api-key" exists-action="override"><value>(removed)</value></set-header><set-header name="api-key"><value>{{key}}</value></set-header><set-header name="accept"><value>json</value></set-header><authentication-basic username="u" password="(removed)" /></inbound></policies>"""];

    public static IEnumerable<string> Texts(System.Text.Json.JsonElement value) => value.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Texts(p.Value)),
        System.Text.Json.JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        System.Text.Json.JsonValueKind.String => [value.GetString()!],
        _ => [],
    };

    public static string MayRead(string actions) => $$"""{"value":[{"actions":["{{actions}}"],"notActions":[]}]}""";

    public static string Account(string id, string subscription, string properties = "{}") =>
        $$"""{"id":"{{id}}","name":"{{id.Split('/')[^1]}}","type":"microsoft.cognitiveservices/accounts","subscriptionId":"{{subscription}}","properties":{{properties}} }""";

    public static string Child(string parent, string segment, string name) =>
        $$"""{"id":"{{parent}}/{{segment}}/{{name}}","name":"{{name}}","type":"Microsoft.CognitiveServices/accounts/{{segment}}","properties":{} }""";

    public static string Deny(string scope, string name) =>
        $$"""{"id":"{{scope}}/providers/Microsoft.Authorization/denyAssignments/{{name}}","name":"{{name}}","type":"Microsoft.Authorization/denyAssignments","properties":{"scope":"{{scope}}"} }""";

    public static string List(string? next, params string[] rows) => $$"""{"value":[{{string.Join(',', rows)}}]{{(next is null ? "" : $",\"nextLink\":\"{next}\"")}} }""";

    public static string Page(int total, string? token, params string[] rows) =>
        $$"""{"totalRecords":{{total}},"count":{{rows.Length}},"data":[{{string.Join(',', rows)}}]{{(token is null ? "" : $",\"$skipToken\":\"{token}\"")}} }""";
}
