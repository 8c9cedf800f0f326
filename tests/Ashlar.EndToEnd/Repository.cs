namespace Ashlar.EndToEnd;

/// <summary>Where the checkout that holds this test is.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ashlar.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Ashlar.slnx is in no folder above " + AppContext.BaseDirectory);
    }
}
