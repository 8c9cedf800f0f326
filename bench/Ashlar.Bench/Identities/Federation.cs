namespace Ashlar.Bench.Identities;

/// <summary>Whose tokens count as an application or identity: pipelines on GitHub, by subject or by expression, and service accounts of clusters.</summary>
internal static class Federation
{
    private const string GitHub = "https://token.actions.githubusercontent.com";

    /// <summary>JSON of the subject and of the expression, one of them null.</summary>
    public static (string Subject, string Issuer, string Expression) Of(Estate estate, int number)
    {
        var repository = $"bench-example/service-{number:d5}";
        var cluster = estate.Next(number % estate.Blocks * Estate.BlockLength, "Microsoft.ContainerService/managedClusters");
        return (number % 5) switch
        {
            0 => ($"\"repo:{repository}:ref:refs/heads/main\"", GitHub, "null"),
            1 => ($"\"repo:{repository}:pull_request\"", GitHub, "null"),
            2 => ("null", GitHub, $$"""{"value":"claims['sub'] matches 'repo:{{repository}}:ref:refs/heads/*'","languageVersion":1}"""),
            3 when number % 2 == 0 => ("null", GitHub, """{"value":"claims['sub'] matches 'repo:bench-example/*'","languageVersion":1}"""),
            _ when cluster is { } own => ($"\"system:serviceaccount:team-{number % 50}:worker\"", Issuer(Estate.At(own)), "null"),
            _ => ($"\"repo:{repository}:environment:production\"", GitHub, "null"),
        };
    }

    public static string Issuer(Placement cluster) => $"https://{cluster.Location}.oic.prod-aks.azure.com/{Placement.Tenant}/{Ids.Of(0x30, cluster.Number)}/";
}
