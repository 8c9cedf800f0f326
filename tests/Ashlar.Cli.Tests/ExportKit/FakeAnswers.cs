namespace Ashlar.Cli.Tests.ExportKit;

/// <summary>What Azure answers, in its own shapes.</summary>
internal static class FakeAnswers
{
    public const string Tenant = "c0970500-0000-4000-8000-000000000001";
    public const string A = "5ab50001-0000-4000-8000-000000000001";
    public const string B = "5ab50003-0000-4000-8000-000000000003";
    public const string Forbidden = """Forbidden({"error":{"code":"AuthorizationFailed","message":"The client does not have authorization"}})""";
    public const string TwoSubscriptions = $$"""{"value":[{"subscriptionId":"{{B}}"},{"subscriptionId":"{{A}}"}]}""";

    public static string MayRead(string actions) => $$"""{"value":[{"actions":["{{actions}}"],"notActions":[]}]}""";

    public static string Account(string id, string subscription, string properties = "{}") =>
        $$"""{"id":"{{id}}","name":"{{id.Split('/')[^1]}}","type":"microsoft.cognitiveservices/accounts","subscriptionId":"{{subscription}}","properties":{{properties}} }""";

    public static string Child(string parent, string segment, string name) =>
        $$"""{"id":"{{parent}}/{{segment}}/{{name}}","name":"{{name}}","type":"Microsoft.CognitiveServices/accounts/{{segment}}","properties":{} }""";

    public static string List(string? next, params string[] rows) => $$"""{"value":[{{string.Join(',', rows)}}]{{(next is null ? "" : $",\"nextLink\":\"{next}\"")}} }""";

    public static string Page(int total, string? token, params string[] rows) =>
        $$"""{"totalRecords":{{total}},"count":{{rows.Length}},"data":[{{string.Join(',', rows)}}]{{(token is null ? "" : $",\"$skipToken\":\"{token}\"")}} }""";
}
