using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Sources.Templates.Preparation;
using Ashlar.Sources.Templates.Text;

namespace Ashlar.Sources.Templates.Inputs;

/// <summary>
/// What parameters files beside a template set that is read without one. Which file a deployment will take is open, so the defaults of these parameters are
/// no facts.
/// </summary>
internal sealed class ParametersBeside(BicepFiles files)
{
    private const long MaxBytes = 1 << 20;
    private readonly Dictionary<string, IReadOnlyList<(string? Template, IReadOnlyCollection<string> Names)>> _folders = new(StringComparer.Ordinal);

    /// <summary>A stand-in for each parameter that some file sets, unless the file goes with another template.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Of(string template)
    {
        var path = Path.GetFullPath(template);
        var folder = Path.GetDirectoryName(path)!;
        if (!_folders.TryGetValue(folder, out var beside))
        {
            beside = Read(folder);
            _folders.Add(folder, beside);
        }

        var open = new Dictionary<string, JsonNode?>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in beside.Where(b => b.Template is null || b.Template == path).SelectMany(b => b.Names))
        {
            open[name] = StandIn.Of(name);
        }

        return open;
    }

    private List<(string? Template, IReadOnlyCollection<string> Names)> Read(string folder)
    {
        var beside = new List<(string?, IReadOnlyCollection<string>)>();
        foreach (var file in Files(folder, "*param*.json"))
        {
            try
            {
                if (PlacedJson.Read(file).Root is var content && ParameterValues.Is(content))
                {
                    beside.Add((TemplateNames.Of(file), ParameterValues.Of(content).Keys));
                }
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
            {
                // The file is read, and its damage told, as an input of its own.
            }
        }

        foreach (var file in Files(folder, "*.bicepparam"))
        {
            if (files.Source(file) is { } source)
            {
                beside.Add((source.Using?.FileFrom(file), source.Sets));
            }
        }

        return beside;
    }

    private static string[] Files(string folder, string pattern)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, pattern).Where(f => new FileInfo(f).Length < MaxBytes).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
