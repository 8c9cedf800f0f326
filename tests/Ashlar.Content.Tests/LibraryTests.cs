using Ashlar.Model;

namespace Ashlar.Content.Tests;

public sealed class LibraryTests
{
    [Fact]
    public void A_good_control_loads_without_a_word()
    {
        var library = SampleContent.Load();
        Assert.Empty(library.Diagnostics);
        var control = Assert.Single(library.Controls);
        Assert.Equal("search-keys-off", control.Control.Id);
        Assert.Equal("search", control.Control.Area);
        Assert.Equal(Severity.High, control.Control.Severity);
        Assert.Equal(["S-1"], control.Control.Frameworks["sample"]);
        Assert.True(control.PassDependsOnAbsence);
        Assert.False(control.FailDependsOnAbsence);
        Assert.Equal(2, Assert.Single(control.Cases).Expect.Count);
        Assert.Contains(control.Reads, read => read.Paths.Contains("properties.disableLocalAuth"));
    }

    [Fact]
    public void All_problems_of_all_files_come_in_one_run_with_file_line_and_code()
    {
        var library = SampleContent.Load(
            ("control.yaml", SampleContent.Control.Replace("severity: high", "severity: bad").Replace("S-1", "S-9") + "\nextra: 1"),
            ("query.kql", "resources | where nocolumn == 1"),
            ("cases.yaml", "- name: x\n  tables: { nowhere: [] }"));
        Assert.Empty(library.Controls);
        Assert.Equal(3, library.The(LintCodes.WrongValue).Line);
        Assert.Equal(10, library.The(LintCodes.Framework).Line);
        Assert.Equal(15, library.The(LintCodes.UnknownKey).Line);
        Assert.Equal(SampleContent.Folder + "/query.kql", library.The(LintCodes.Query).File);
        Assert.Equal(2, library.The(LintCodes.CaseTable).Line);
        Assert.Equal(SampleContent.Folder + "/cases.yaml", library.The(LintCodes.MissingKey).File);
    }

    [Fact]
    public void A_broken_control_is_left_out_and_the_rest_loads()
    {
        var library = SampleContent.Load(
            ("controls/search/broken-one/control.yaml", "title: ["),
            ("controls/search/broken-one/query.kql", SampleContent.Query),
            ("controls/search/broken-one/cases.yaml", SampleContent.Cases));
        Assert.Equal("search-keys-off", Assert.Single(library.Controls).Control.Id);
        Assert.Equal("controls/search/broken-one/control.yaml", library.The(LintCodes.Unreadable).File);
    }

    [Fact]
    public void Two_directories_may_not_share_an_id()
    {
        ContentText One(string area) => ContentText.Of(
            ($"controls/{area}/search-keys-off/control.yaml", SampleContent.Control),
            ($"controls/{area}/search-keys-off/query.kql", SampleContent.Query),
            ($"controls/{area}/search-keys-off/cases.yaml", SampleContent.Cases),
            (area == "search" ? "frameworks/sample.yaml" : "frameworks/other.yaml", area == "search" ? SampleContent.Framework : SampleContent.Framework.Replace("name: sample", "name: other")));
        var library = ContentLibrary.Load([One("search"), One("mine")], SampleContent.Catalog);
        Assert.Contains(SampleContent.Folder, library.The(LintCodes.IdClash).Message);
        Assert.Equal("search", Assert.Single(library.Controls).Control.Area);
    }

    [Fact]
    public void Users_add_controls_that_use_the_built_in_frameworks()
    {
        var mine = ContentText.Of(
            ("controls/mine/my-own/control.yaml", SampleContent.Control),
            ("controls/mine/my-own/query.kql", SampleContent.Query),
            ("controls/mine/my-own/cases.yaml", SampleContent.Cases));
        var library = ContentLibrary.Load([ContentText.Of(("frameworks/sample.yaml", SampleContent.Framework)), mine], SampleContent.Catalog);
        Assert.Empty(library.Diagnostics);
        Assert.Equal("my-own", Assert.Single(library.Controls).Control.Id);
    }

    [Fact]
    public void A_directory_is_read_from_disk_and_named_without_where_it_stands()
    {
        var root = Directory.CreateTempSubdirectory("ashlar-content-");
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(root.FullName, "mine", "controls", "search", "search-keys-off"));
            File.WriteAllText(Path.Combine(folder.FullName, "control.yaml"), "title: 1\nnonsense: 2");
            var library = ContentLibrary.Load([Path.Combine(root.FullName, "mine")], SampleContent.Catalog);
            Assert.Equal("mine/controls/search/search-keys-off/control.yaml", library.The(LintCodes.UnknownKey).File);
            Assert.DoesNotContain(library.Diagnostics, diagnostic => diagnostic.File!.Contains(root.FullName));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_directory_that_is_not_there_is_said() =>
        Assert.Equal("no/such/place", ContentLibrary.Load(["no/such/place"], SampleContent.Catalog).The(LintCodes.Unreadable).File);
}
