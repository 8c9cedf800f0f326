namespace Ashlar.Reports.Tests;

public sealed class ReportFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ashlar-reports-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Files_and_the_folder_made_for_them_are_the_owners_only()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = Path.Combine(_folder, "out", "findings.json");
        using (var file = ReportFile.Create(path))
            file.Commit();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void A_run_that_breaks_off_leaves_the_older_file_and_nothing_else()
    {
        var path = Path.Combine(_folder, "findings.json");
        File.WriteAllText(path, "older");
        using (var writer = new FindingsJsonWriter(ReportFile.Create(path)))
        {
            writer.Begin(Sample.Header);
            writer.Write(Sample.Results[0]);
        }

        Assert.Equal("older", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void All_writers_end_with_their_file_under_its_name()
    {
        foreach (var (name, create) in new (string, Func<ReportFile, IReportWriter>)[] { ("a.json", f => new FindingsJsonWriter(f)), ("a.sarif", f => new SarifWriter(f)), ("a.html", f => new HtmlWriter(f)) })
        {
            using (var writer = create(ReportFile.Create(Path.Combine(_folder, name))))
                Sample.Play(writer);
            Assert.Equal(Sample.Run(create), File.ReadAllBytes(Path.Combine(_folder, name)));
        }

        Assert.Equal(3, Directory.GetFiles(_folder).Length);
    }
}
