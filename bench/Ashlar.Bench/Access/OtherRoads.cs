using System.Text;
using Ashlar.Bench.Identities;

namespace Ashlar.Bench.Access;

/// <summary>Access that is no Azure role: vault access policies, Cosmos DB's own roles, federation of identities, delegation to other tenants.</summary>
internal sealed class OtherRoads(Estate estate, ManagedIdentities identities)
{
    private readonly TenantSize size = estate.Size;

    /// <summary>Fills in what a resource's row says of access: policies of a vault, the issuer of a cluster.</summary>
    public void Amend(StringBuilder line, int number)
    {
        var type = estate.Kind(number).Type;
        if (type == "Microsoft.KeyVault/vaults")
        {
            line.Replace("\"enableRbacAuthorization\":false,", $"\"enableRbacAuthorization\":false,\"tenantId\":\"{Placement.Tenant}\",");
            if (line.ToString().Contains("\"enableRbacAuthorization\":false", StringComparison.Ordinal))
            {
                line.Replace("\"accessPolicies\":[]", $"\"accessPolicies\":[{Policies(number)}]");
            }
        }
        else if (type == "Microsoft.ContainerService/managedClusters")
        {
            line.Replace("\"oidcIssuerProfile\":{\"enabled\":true}", $"\"oidcIssuerProfile\":{{\"enabled\":true,\"issuerURL\":\"{Federation.Issuer(Estate.At(number))}\"}}");
        }
    }

    public void Write(ExportFolder folder)
    {
        using (var definitions = folder.Arm("microsoft.documentdb/databaseaccounts/sqlroledefinitions"))
        using (var assignments = folder.Arm("microsoft.documentdb/databaseaccounts/sqlroleassignments"))
        {
            for (var number = 2; number < size.Resources; number += Estate.BlockLength)
            {
                if (!estate.HasAi(number / Estate.BlockLength))
                {
                    Database(definitions, assignments, number);
                }
            }
        }

        using (var rows = folder.Arm("microsoft.managedidentity/userassignedidentities/federatedidentitycredentials"))
        {
            for (var block = 0; block < estate.Blocks; block += 3)
            {
                if (!estate.HasAi(block))
                {
                    var (subject, issuer, expression) = Federation.Of(estate, block);
                    rows.WriteLine(
                        $$"""
                        {"id":"{{estate.Id(block * Estate.BlockLength)}}/federatedIdentityCredentials/federated","name":"federated","type":"Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials","properties":{"issuer":"{{issuer}}","subject":{{subject}},"audiences":["api://AzureADTokenExchange"],"claimsMatchingExpression":{{expression}}} }
                        """);
                }
            }
        }

        WriteDelegations(folder);
    }

    private string Policies(int number)
    {
        var dice = Dice.For(size.Seed, Draw.Vault, number);
        var policies = new List<string>();
        for (var n = 2 + dice.Next(6); n > 0; n--)
        {
            var holder = dice.Next(4) switch
            {
                0 => Ids.User(dice.Next(size.Users)),
                1 => Ids.Group(3 + dice.Next(size.Groups - 3)),
                2 => Ids.ServicePrincipal(dice.Next(size.Applications)),
                _ => identities.Near(dice.Next(size.Resources)) ?? Ids.Deleted(number),
            };
            policies.Add($$"""{"tenantId":"{{Placement.Tenant}}","objectId":"{{holder}}","permissions":{"keys":[{{dice.Either("", "\"get\",\"list\"")}}],"secrets":[{{dice.Either("\"get\",\"list\"", "\"all\"")}}],"certificates":[],"storage":[]} }""");
        }

        return string.Join(',', policies);
    }

    private void Database(StreamWriter definitions, StreamWriter assignments, int number)
    {
        var id = estate.Id(number);
        foreach (var (last, name, actions) in (IEnumerable<(int, string, string)>)
            [(1, "Cosmos DB Built-in Data Reader", "items/read"), (2, "Cosmos DB Built-in Data Contributor", "items/*")])
        {
            definitions.WriteLine(
                $$"""
                {"id":"{{id}}/sqlRoleDefinitions/00000000-0000-0000-0000-{{last:d12}}","name":"00000000-0000-0000-0000-{{last:d12}}","type":"Microsoft.DocumentDB/databaseAccounts/sqlRoleDefinitions","properties":{"roleName":"{{name}}","type":"BuiltInRole","assignableScopes":["{{id}}"],"permissions":[{"dataActions":["Microsoft.DocumentDB/databaseAccounts/readMetadata","Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/{{actions}}"],"notDataActions":[]}]} }
                """);
        }

        var dice = Dice.For(size.Seed, Draw.Cosmos, number);
        for (var n = 1 + dice.Next(3); n > 0; n--)
        {
            var principal = identities.Near(dice.Next(size.Resources)) ?? Ids.User(dice.Next(size.Users));
            var scope = dice.Next(4) == 0 ? "/dbs/sales" : "";
            assignments.WriteLine(
                $$"""
                {"id":"{{id}}/sqlRoleAssignments/{{Ids.Of(0x45, ((long)number * 10) + n)}}","name":"{{Ids.Of(0x45, ((long)number * 10) + n)}}","type":"Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments","properties":{"roleDefinitionId":"{{id}}/sqlRoleDefinitions/00000000-0000-0000-0000-{{1 + dice.Next(2):d12}}","principalId":"{{principal}}","scope":"{{id}}{{scope}}"} }
                """);
        }
    }

    private void WriteDelegations(ExportFolder folder)
    {
        using var rows = folder.Open("managedserviceresources", "", "arg/managedserviceresources.ndjson");
        for (var number = 0; number < estate.Subscriptions; number += 25)
        {
            var scope = $"/subscriptions/{Placement.SubscriptionId(number)}";
            var (definition, provider) = (Ids.Of(0x46, number), Ids.Of(0x47, number % 2));
            var id = $"{scope}/providers/Microsoft.ManagedServices/registrationDefinitions/{definition}";
            var authorizations = $$"""{"principalId":"{{Ids.Of(0x48, number)}}","principalIdDisplayName":"Operations","roleDefinitionId":"{{BuiltInRoles.Contributor.Id}}"},{"principalId":"{{Ids.Of(0x49, number)}}","principalIdDisplayName":"Onboarding","roleDefinitionId":"{{BuiltInRoles.UserAccess.Id}}","delegatedRoleDefinitionIds":["{{BuiltInRoles.Reader.Id}}"]}""";
            Row(rows, id, definition, "registrationdefinitions", number, $$"""{"registrationDefinitionName":"Managed operations","managedByTenantId":"{{provider}}","managedByTenantName":"Provider","authorizations":[{{authorizations}}],"eligibleAuthorizations":[],"provisioningState":"Succeeded"}""");
            Row(rows, $"{scope}/providers/Microsoft.ManagedServices/registrationAssignments/{Ids.Of(0x4A, number)}", Ids.Of(0x4A, number), "registrationassignments", number, $$"""{"registrationDefinitionId":"{{id}}","provisioningState":"Succeeded"}""");
        }
    }

    private static void Row(StreamWriter rows, string id, string name, string kind, int subscription, string properties) => rows.WriteLine(
        $$"""
        {"id":"{{id}}","name":"{{name}}","type":"microsoft.managedservices/{{kind}}","tenantId":"{{Placement.Tenant}}","subscriptionId":"{{Placement.SubscriptionId(subscription)}}","properties":{{properties}}}
        """);
}
