namespace Ashlar.EndToEnd;

/// <summary>The page about the language says what the engine has.</summary>
public sealed class KqlPageTests
{
    [Fact]
    public void The_page_of_the_language_says_what_the_engine_has()
    {
        var path = Path.Combine(Repository.Root, "docs", "kql.md");
        var page = KqlPage.Of();
        if (Environment.GetEnvironmentVariable("ASHLAR_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }
}
