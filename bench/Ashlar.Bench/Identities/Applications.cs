namespace Ashlar.Bench.Identities;

/// <summary>Application registrations: their credentials, owners and who may stand in for them.</summary>
internal sealed class Applications(Estate estate)
{
    private readonly TenantSize size = estate.Size;

    public void Write(ExportFolder folder)
    {
        using (var rows = folder.Entra("Applications"))
        {
            for (var number = 0; number < size.Applications; number++)
            {
                var dice = Dice.For(size.Seed, Draw.Application, number);
                var (secrets, certificates) = Credentials(ref dice, number);
                rows.WriteLine(
                    $$"""
                    {"id":"{{Ids.Application(number)}}","appId":"{{Ids.Client(number)}}","displayName":"app-{{number:d6}}","signInAudience":"{{(dice.Next(20) == 0 ? "AzureADMultipleOrgs" : "AzureADMyOrg")}}","publisherDomain":"bench.example","createdDateTime":"{{Time.Ago(200 + (number % 1500))}}","passwordCredentials":[{{secrets}}],"keyCredentials":[{{certificates}}],"requiredResourceAccess":[],"appRoles":[],"tags":[],"web":{"redirectUris":[]} }
                    """);
            }
        }

        using (var rows = folder.Entra("ApplicationOwners"))
        {
            WriteOwners(rows, "applicationId", Ids.Application, 6);
        }

        using (var rows = folder.Entra("ServicePrincipalOwners"))
        {
            WriteOwners(rows, "servicePrincipalId", Ids.ServicePrincipal, 2);
        }

        using var federations = folder.Entra("FederatedIdentityCredentials");
        for (var number = 0; number < size.Applications; number += 5)
        {
            var (subject, issuer, expression) = Federation.Of(estate, number / 5);
            federations.WriteLine(
                $$"""
                {"applicationId":"{{Ids.Application(number)}}","id":"{{Ids.Of(0x18, number)}}","name":"federated","issuer":"{{issuer}}","subject":{{subject}},"audiences":["api://AzureADTokenExchange"],"claimsMatchingExpression":{{expression}}}
                """);
        }
    }

    /// <summary>A third has none; of the others some have expired and a few live far too long.</summary>
    private static (string Secrets, string Certificates) Credentials(ref Dice dice, int number)
    {
        var (from, until) = dice.Next(10) switch { < 6 => (dice.Next(300), 1 + dice.Next(400)), < 9 => (400 + dice.Next(900), -1 - dice.Next(350)), _ => (700, 3650 + dice.Next(20_000)) };
        var dates = $"\"startDateTime\":\"{Time.Ago(from)}\",\"endDateTime\":\"{Time.In(until)}\"";
        var secret = $$"""{"customKeyIdentifier":null,"displayName":"secret","keyId":"{{Ids.Of(0x19, number)}}",{{dates}},"hint":"aB3","secretText":null}""";
        var certificate = $$"""{"customKeyIdentifier":"AA","displayName":"CN=app","keyId":"{{Ids.Of(0x1A, number)}}",{{dates}},"type":"AsymmetricX509Cert","usage":"Verify"}""";
        return dice.Next(10) switch { < 3 => ("", ""), < 8 => (secret, ""), < 9 => ("", certificate), _ => (secret, certificate) };
    }

    private void WriteOwners(StreamWriter rows, string column, Func<int, string> id, int ofTen)
    {
        for (var number = 0; number < size.Applications; number++)
        {
            var dice = Dice.For(size.Seed, Draw.Application, (ofTen * size.Applications) + number);
            for (var n = dice.Next(10) < ofTen ? 1 + dice.Next(2) : 0; n > 0; n--)
            {
                rows.WriteLine($$"""{"{{column}}":"{{id(number)}}","ownerId":"{{Ids.User((dice.Next(size.Users) + n) % size.Users)}}","@odata.type":"#microsoft.graph.user"}""");
            }
        }
    }
}
