using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>All rules of all content directories. A control with an error in its folder is left out and said; the rest loads.</summary>
public sealed class ContentLibrary
{
    private ContentLibrary(IReadOnlyList<LoadedControl> controls, IReadOnlyDictionary<string, Framework> frameworks, SeverityTable severities, IReadOnlyDictionary<string, TerraformMapping> terraform, IReadOnlyDictionary<string, string> withoutTerraform, IReadOnlyList<AccessEdge> edges, IReadOnlyList<Diagnostic> diagnostics)
    {
        Edges = edges;
        Terraform = terraform;
        WithoutTerraform = withoutTerraform;
        Controls = controls;
        Frameworks = frameworks;
        Severities = severities;
        Diagnostics = diagnostics;
    }

    /// <summary>Ordered by id, ordinal.</summary>
    public IReadOnlyList<LoadedControl> Controls { get; }

    public IReadOnlyDictionary<string, Framework> Frameworks { get; }

    public SeverityTable Severities { get; }

    /// <summary>Capabilities and the actions that prove them. Ordered by id, ordinal.</summary>
    public IReadOnlyList<AccessEdge> Edges { get; }

    /// <summary>Terraform resource type to how it becomes an ARM resource.</summary>
    public IReadOnlyDictionary<string, TerraformMapping> Terraform { get; }

    /// <summary>ARM types that azurerm has no resource for, with the reason.</summary>
    public IReadOnlyDictionary<string, string> WithoutTerraform { get; }

    /// <summary>By file and line.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public static ContentLibrary Load(IReadOnlyList<string> directories, KqlCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(directories);
        return Load([.. directories.Select(ContentText.OfDirectory)], catalog);
    }

    /// <summary>The edges alone, without reading a control.</summary>
    public static IReadOnlyList<AccessEdge> LoadEdges(IReadOnlyList<string> directories, KqlCatalog catalog, out IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(directories);
        ArgumentNullException.ThrowIfNull(catalog);
        var problems = new ProblemList();
        var texts = directories.Select(ContentText.OfDirectory).ToList();
        foreach (var text in texts)
        {
            problems.AddRange(text.Diagnostics);
        }

        var files = texts.SelectMany(text => text.Files).ToList();
        var edges = EdgeFiles.Read(files, catalog, ReadFrameworks(files, problems), problems);
        diagnostics = problems.InOrder();
        return edges;
    }

    /// <param name="texts">First the built-in content, then the user's own.</param>
    public static ContentLibrary Load(IReadOnlyList<ContentText> texts, KqlCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(catalog);
        var problems = new ProblemList();
        foreach (var text in texts)
        {
            problems.AddRange(text.Diagnostics);
        }

        var files = texts.SelectMany(text => text.Files).ToList();
        var frameworks = ReadFrameworks(files, problems);
        var terraform = ReadTerraform(files, problems);
        var withoutTerraform = files.Where(file => file.Path == TerraformFile.Without).SelectMany(file => TerraformFile.ReadWithout(file, problems)).DistinctBy(pair => pair.Key).ToDictionary(StringComparer.OrdinalIgnoreCase);
        var edges = EdgeFiles.Read(files, catalog, frameworks, problems);
        var severities = SeverityTable.None;
        foreach (var file in files.Where(file => file.Path == "severity.yaml"))
        {
            severities = SeverityFile.Read(file, problems);
        }

        var controls = new SortedDictionary<string, LoadedControl>(StringComparer.Ordinal);
        foreach (var control in texts.SelectMany(text => ControlFolders.Read(text, catalog, frameworks, problems)))
        {
            if (!controls.TryAdd(control.Control.Id, control))
            {
                problems.Error(LintCodes.IdClash, control.ControlFile, 0, 0, $"The id '{control.Control.Id}' is taken by {controls[control.Control.Id].Folder}. Rename this folder: an id is never reused.");
            }
        }

        var diagnostics = problems.InOrder();
        var broken = diagnostics.Where(d => d.Level == DiagnosticLevel.Error && d.File is not null).Select(d => d.File!).ToList();
        var whole = controls.Values.Where(control => !broken.Exists(file => IsOf(control, file))).ToList();
        return new ContentLibrary(whole, frameworks, severities, terraform, withoutTerraform, edges, diagnostics);
    }

    private static bool IsOf(LoadedControl control, string file) =>
        file.StartsWith(control.Folder, StringComparison.Ordinal) && (file.Length == control.Folder.Length || file[control.Folder.Length] == '/');

    private static SortedDictionary<string, Framework> ReadFrameworks(List<ContentFile> files, ProblemList problems)
    {
        var frameworks = new SortedDictionary<string, Framework>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Path.StartsWith("frameworks/", StringComparison.Ordinal)))
        {
            if (!file.Path.EndsWith(".yaml", StringComparison.Ordinal))
            {
                problems.Error(LintCodes.Folder, file.Shown, 0, 0, "A framework is one file that ends with .yaml.");
            }
            else if (FrameworkFile.Read(file, problems) is { } framework && !frameworks.TryAdd(framework.Name, framework))
            {
                problems.Error(LintCodes.IdClash, file.Shown, 0, 0, $"A framework named '{framework.Name}' exists already. Rename this one.");
            }
        }

        return frameworks;
    }

    private static SortedDictionary<string, TerraformMapping> ReadTerraform(List<ContentFile> files, ProblemList problems)
    {
        var mappings = new SortedDictionary<string, TerraformMapping>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Path.StartsWith("terraform/", StringComparison.Ordinal) && file.Path != TerraformFile.Without))
        {
            if (!file.Path.EndsWith(".yaml", StringComparison.Ordinal))
            {
                problems.Error(LintCodes.Folder, file.Shown, 0, 0, "A mapping is one file that ends with .yaml, named as the Terraform resource type.");
            }
            else if (TerraformFile.Read(file, problems) is { } mapping && !mappings.TryAdd(mapping.TerraformType, mapping))
            {
                problems.Error(LintCodes.IdClash, file.Shown, 0, 0, $"A mapping of '{mapping.TerraformType}' exists already. Remove one.");
            }
        }

        return mappings;
    }
}
