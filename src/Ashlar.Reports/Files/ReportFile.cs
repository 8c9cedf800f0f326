namespace Ashlar.Reports;

/// <summary>A file that appears whole or not at all, readable by its owner only (0600; its folder, when it is made here, 0700).</summary>
public sealed class ReportFile : IDisposable
{
    private readonly string? _path;
    private bool _done;

    private ReportFile(Stream stream, string? path)
    {
        Stream = stream;
        _path = path;
    }

    public Stream Stream { get; }

    private string Partial => PartialPath(_path!);

    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    public static ReportFile Create(string path)
    {
        var full = Path.GetFullPath(path);
        CreateFolder(Path.GetDirectoryName(full)!);
        return new ReportFile(Open(PartialPath(full), FileAccess.Write, FileOptions.None), full);
    }

    /// <summary>Writes to a stream that somebody else owns, such as standard output.</summary>
    public static ReportFile Over(Stream stream) => new(stream, null);

    /// <summary>A place for what comes later in the file; whoever asks disposes it, and it is gone then.</summary>
    public Stream Spool() => _path is null ? new MemoryStream() : Open(Partial + ".later", FileAccess.ReadWrite, FileOptions.DeleteOnClose);

    /// <summary>Gives the file its name, in place of an older one.</summary>
    public void Commit()
    {
        Stream.Flush();
        if (_path is not null && !_done)
        {
            Stream.Dispose();
            File.Move(Partial, _path, overwrite: true);
        }

        _done = true;
    }

    public void Dispose()
    {
        if (_path is null || _done)
            return;
        Stream.Dispose();
        File.Delete(Partial);
        _done = true;
    }

    private static string PartialPath(string path) => path + ".partial";

    private static FileStream Open(string path, FileAccess access, FileOptions how)
    {
        File.Delete(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = access,
            Share = FileShare.None,
            BufferSize = 1 << 16,
            Options = how,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
