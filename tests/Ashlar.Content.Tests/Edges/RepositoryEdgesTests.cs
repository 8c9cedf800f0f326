namespace Ashlar.Content.Tests;

/// <summary>The edges that Ashlar ships.</summary>
public sealed class RepositoryEdgesTests
{
    [Fact]
    public void They_load_without_a_word_and_name_every_capability()
    {
        var library = Load();

        Assert.Empty(library.Diagnostics);
        Assert.Equal(
            [
                "add-members", "blind-logs", "change-filter", "change-gateway", "change-network", "delete", "deploy-models", "fine-tune", "grant-access", "grant-directory-role", "invoke", "manage",
                "poison", "push-images", "read-connections", "read-data", "read-keys", "read-prompts", "read-secrets", "reset-password", "run-code", "take-identity", "write-data",
            ],
            library.Edges.Select(edge => edge.Id));
    }

    [Theory]
    [InlineData("microsoft.cognitiveservices/accounts", "disableLocalAuth")]
    [InlineData("microsoft.search/searchservices", "disableLocalAuth")]
    [InlineData("microsoft.documentdb/databaseaccounts", "disableLocalAuth")]
    [InlineData("microsoft.storage/storageaccounts", "allowSharedKeyAccess")]
    public void A_road_by_key_ends_where_the_resource_takes_no_keys(string type, string property)
    {
        var byKey = Load().Edges.SelectMany(edge => edge.On).Where(target => target.By == EdgeRoad.Key && target.Type == type).ToList();
        Assert.NotEmpty(byKey);
        Assert.All(byKey, target => Assert.Contains(property, target.When));
    }

    private static ContentLibrary Load()
    {
        var content = Path.Combine(Root(), "content");
        var files = Directory.EnumerateFiles(Path.Combine(content, "edges")).Append(Path.Combine(content, "frameworks", "atlas.yaml"));
        return ContentLibrary.Load([ContentText.Of([.. files.Select(file => (Path.GetRelativePath(content, file).Replace('\\', '/'), File.ReadAllText(file)))])], SampleContent.Catalog);
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "Ashlar.slnx")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }
}
