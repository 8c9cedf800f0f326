using Ashlar.Model;

namespace Ashlar.Reports.Tests;

/// <summary>A baseline on disk, for as long as a test takes.</summary>
internal sealed class BaselineFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ashlar-test-");

    public BaselineFile(string text) => File.WriteAllText(Path, text);

    public BaselineFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path => System.IO.Path.Combine(_folder.FullName, "findings.json");

    public Baseline Open()
    {
        var (baseline, problem) = Baseline.Open(Path);
        Assert.Null(problem);
        return baseline!;
    }

    public Diagnostic Problem()
    {
        var (baseline, problem) = Baseline.Open(Path);
        baseline?.Dispose();
        return Assert.IsType<Diagnostic>(problem);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
