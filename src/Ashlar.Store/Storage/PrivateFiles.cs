namespace Ashlar.Store.Storage;

/// <summary>Files that only their owner may read: a snapshot is a map of the tenant for an attacker too.</summary>
internal static class PrivateFiles
{
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>On Windows the access list of the user's folder stands.</summary>
    public static void Restrict(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    /// <summary>An empty file of mode 0600, so that no moment exists in which others may read what comes into it.</summary>
    public static void CreateEmpty(string file)
    {
        File.WriteAllBytes(file, []);
        Restrict(file);
    }
}
