namespace Ashlar.Store.Tests;

/// <summary>A folder that is gone after the test.</summary>
public sealed class Folder : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("ashlar-store-");

    public string File(string name) => Path.Combine(_directory.FullName, name);

    /// <summary>Path of a snapshot with these rows.</summary>
    public string Sealed(Action<SnapshotWriter> fill, string name = "s.ashlar")
    {
        using var writer = SnapshotWriter.Create(File(name));
        fill(writer);
        writer.Seal(Some.Info, CancellationToken.None);
        return File(name);
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
