using System.Xml.Linq;

namespace Ashlar.EndToEnd;

/// <summary>Holds the reference graph: a stage reads only what earlier stages wrote.</summary>
public sealed class ArchitectureTests
{
    /// <summary>Project to the projects and packages it may refer to.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Ashlar.Model"] = [],
        ["Ashlar.Kql"] = ["DuckDB.NET.Data.Full"],
        ["Ashlar.Store"] = ["Ashlar.Model", "Ashlar.Kql"],
        ["Ashlar.Content"] = ["Ashlar.Model", "Ashlar.Kql", "YamlDotNet"],
        ["Ashlar.Sources"] = ["Ashlar.Model", "Ashlar.Store"],
        ["Ashlar.Graph"] = ["Ashlar.Model", "Ashlar.Store", "Ashlar.Content"],
        ["Ashlar.Rules"] = ["Ashlar.Model", "Ashlar.Store", "Ashlar.Kql", "Ashlar.Content"],
        ["Ashlar.Reports"] = ["Ashlar.Model", "Ashlar.Store"],
        ["Ashlar.Cli"] =
        [
            "Ashlar.Model", "Ashlar.Kql", "Ashlar.Store", "Ashlar.Content", "Ashlar.Sources", "Ashlar.Graph", "Ashlar.Rules",
            "Ashlar.Reports", "System.CommandLine", "Spectre.Console",
        ],
    };

    public static TheoryData<string> Projects { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_what_stands_before_it_in_the_flow(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} has no line in the reference graph; add it to design and here.");
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!))
            .Concat(file.Descendants("PackageReference").Select(r => (string)r.Attribute("Include")!));
        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Every_project_of_the_graph_exists_and_has_tests()
    {
        foreach (var project in Allowed.Keys)
        {
            Assert.True(File.Exists(Path.Combine(Repository.Root, "src", project, project + ".csproj")), project);
            Assert.True(Directory.Exists(Path.Combine(Repository.Root, "tests", project + ".Tests")), project + ".Tests");
        }
    }

    [Fact]
    public void Only_the_command_line_writes_to_the_console()
    {
        var offenders = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("Ashlar.Cli", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f).Contains("Console.", StringComparison.Ordinal) && !File.ReadAllText(f).Contains("Spectre.Console", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Repository.Root, f));
        Assert.Empty(offenders);
    }
}
