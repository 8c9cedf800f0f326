using System.Text;

namespace Ashlar.Reports.Tests;

/// <summary>Compares with a file in Golden/. ASHLAR_GOLDEN=write dotnet test tests/Ashlar.Reports.Tests writes them anew; read the diff.</summary>
internal static class Golden
{
    public static void Check(string name, byte[] actual)
    {
        if (Environment.GetEnvironmentVariable("ASHLAR_GOLDEN") == "write")
        {
            File.WriteAllBytes(Path.Combine(SourceFolder(), name), actual);
            return;
        }

        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name));
        Assert.Equal(expected.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(actual));
    }

    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Ashlar.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "tests", "Ashlar.Reports.Tests", "Golden");
    }
}
