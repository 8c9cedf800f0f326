using System.Globalization;

namespace Ashlar.Sources.Templates.Expansion;

/// <summary>A private folder for what the CLI is given, gone at the end: templates may hold secrets, and nothing is ever written beside the user's files.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ashlar-templates-").FullName;
    private int _last;

    public Workplace() =>
        // Ends the search for one in the folders above, which may be anybody's.
        File.WriteAllText(Path.Combine(_folder, "bicepconfig.json"), "{}");

    /// <summary>A name for a template and the parameters file that deploys it.</summary>
    public (string Template, string Parameters) Next()
    {
        var name = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        var parameters = Path.Combine(_folder, name + ".bicepparam");
        File.WriteAllText(parameters, $"using './{name}.json'\n");
        return (Path.Combine(_folder, name + ".json"), parameters);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
