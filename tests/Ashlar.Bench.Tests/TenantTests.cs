namespace Ashlar.Bench.Tests;

public sealed class TenantTests(SmallTenant tenant) : IClassFixture<SmallTenant>
{
    [Fact]
    public void It_is_read_without_a_word_of_complaint_and_without_a_row_that_came_twice()
    {
        Assert.Empty(tenant.Report.Diagnostics);
        Assert.Equal(0L, tenant.Duplicates);
        Assert.Equal(400L, tenant.Count("resources") + tenant.Count("armresources | where type has_any ('/deployments', '/computes')"));
    }

    [Fact]
    public void It_is_as_large_as_was_asked()
    {
        Assert.Equal(1200L, tenant.Count("authorizationresources | where type =~ 'microsoft.authorization/roleassignments'"));
        Assert.Equal(6L, tenant.Count("resources | where type in~ ('microsoft.cognitiveservices/accounts', 'microsoft.machinelearningservices/workspaces', 'microsoft.search/searchservices')"));
    }

    [Fact]
    public void The_same_size_and_seed_give_the_same_bytes_and_another_seed_others()
    {
        var again = Directory.CreateTempSubdirectory("ashlar-bench-");
        try
        {
            Tenant.Write(Path.Combine(again.FullName, "same"), TenantSize.Of(400));
            Tenant.Write(Path.Combine(again.FullName, "other"), TenantSize.Of(400) with { Seed = 1 });

            Assert.Equal(Bytes(tenant.Folder), Bytes(Path.Combine(again.FullName, "same")));
            Assert.NotEqual(Bytes(tenant.Folder), Bytes(Path.Combine(again.FullName, "other")));
        }
        finally
        {
            again.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_identity_of_a_resource_is_a_service_principal_that_names_the_resource_it_belongs_to()
    {
        var own = tenant.Rows("resources | where isnotempty(identity.principalId) | project tostring(identity.principalId), id");
        var names = tenant.Rows("ServicePrincipals | where servicePrincipalType == 'ManagedIdentity' | project id, tostring(alternativeNames[1])").ToDictionary(r => (string)r[0]!, r => (string)r[1]!);

        Assert.NotEmpty(own);
        Assert.All(own, r => Assert.Equal((string)r[1]!, names[(string)r[0]!]));
        Assert.Equal(
            tenant.Count("resources | where type =~ 'microsoft.managedidentity/userassignedidentities'"),
            tenant.Count("ServicePrincipals | where tostring(alternativeNames[0]) == 'isExplicit=True'"));
    }

    [Fact]
    public void Groups_are_nested_six_deep_and_one_chain_comes_back_to_its_start()
    {
        var inner = tenant.Rows("GroupMembers | where odataType == '#microsoft.graph.group' | project groupId, memberId").ToDictionary(r => (string)r[0]!, r => (string)r[1]!);
        var chain = new List<string> { Assert.Single(tenant.Rows("Groups | where displayName == 'sg-000006' | project id"))[0]!.ToString()! };
        while (!chain.Contains(inner[chain[^1]]))
        {
            chain.Add(inner[chain[^1]]);
        }

        Assert.Equal(6, chain.Count);
        Assert.Equal(chain[0], inner[chain[^1]]);
    }

    [Fact]
    public void Every_scope_of_an_assignment_is_there()
    {
        var known = tenant.Rows("resourcecontainers | project id").Concat(tenant.Rows("union resources, armresources | project id")).Select(r => (string)r[0]!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var scopes = tenant.Rows("authorizationresources | where type =~ 'microsoft.authorization/roleassignments' | distinct tostring(properties.scope)").Select(r => (string)r[0]!);

        Assert.All(scopes, scope => Assert.True(scope == "/" || known.Contains(scope), scope));
    }

    [Fact]
    public void Each_block_with_AI_says_how_its_data_moves()
    {
        var services = tenant.Count("resources | where type =~ 'microsoft.search/searchservices'");
        Assert.True(services > 0);
        foreach (var type in new[] { "microsoft.search/searchservices/datasources", "microsoft.machinelearningservices/workspaces/datastores", "microsoft.insights/diagnosticsettings", "microsoft.storage/storageaccounts/blobservices/containers" })
        {
            Assert.Equal(services, tenant.Count($"armresources | where type =~ '{type}'"));
        }
    }

    private static IReadOnlyList<(string Name, string Hash)> Bytes(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(folder, f), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))))
            .OrderBy(f => f.Item1, StringComparer.Ordinal)];
}
