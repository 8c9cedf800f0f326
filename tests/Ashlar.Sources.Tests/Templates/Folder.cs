namespace Ashlar.Sources.Tests.Templates;

/// <summary>A folder with files, gone after the test.</summary>
internal sealed class Folder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("ashlar-templates-").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public static Folder With(params (string Name, string Text)[] files)
    {
        var folder = new Folder();
        foreach (var (name, text) in files)
        {
            folder.Write(name, text);
        }

        return folder;
    }

    public string Write(string name, string text)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A program for a shell, that may be started.</summary>
    public string Program(string name, string text)
    {
        var path = Write(name, "#!/usr/bin/env bash\n" + text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
