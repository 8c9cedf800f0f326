using Ashlar.Content;
using Ashlar.Model;
using Ashlar.Store;
using Xunit;

namespace Ashlar.EndToEnd;

/// <summary>The controls that ship: they load, and the page about them says what they say. That they prove themselves is shown by <see cref="RulesTests"/>.</summary>
public sealed class BuiltInContentTests
{
    private static readonly ContentLibrary Library = ContentLibrary.Load([Path.Combine(Repository.Root, "content")], Snapshot.EmptyCatalog);

    [Fact]
    public void Every_control_loads_without_a_word()
    {
        Assert.Empty(Library.Diagnostics.Select(Line));
        Assert.Equal(Directory.GetFiles(Path.Combine(Repository.Root, "content", "controls"), "control.yaml", SearchOption.AllDirectories).Length, Library.Controls.Count);
    }

    [Fact]
    public void The_page_of_controls_says_what_the_content_says()
    {
        var path = Path.Combine(Repository.Root, "docs", "controls.md");
        var page = ControlsPage.Of(Library);
        if (Environment.GetEnvironmentVariable("ASHLAR_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    private static string Line(Diagnostic problem) => $"{problem.File}:{problem.Line} {problem.Code} {problem.Message}";
}
