using System.Text.Json;
using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Shapes;

namespace Ashlar.Sources.Exports.Templates;

/// <summary>Which parameters a folder's parameter files set. Which file a deployment will take is open, so the defaults of these parameters are no facts.</summary>
internal sealed class ParameterFiles
{
    private readonly Dictionary<string, IReadOnlySet<string>> _folders = new(StringComparer.Ordinal);

    /// <summary>Names, in any case, that some parameters file beside the template sets.</summary>
    public IReadOnlySet<string> SetBeside(string templateFile)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(templateFile))!;
        if (!_folders.TryGetValue(folder, out var names))
        {
            names = Read(folder);
            _folders.Add(folder, names);
        }

        return names;
    }

    /// <summary>Takes the defaults of the named parameters away.</summary>
    public static void Open(JsonObject template, IReadOnlySet<string> names)
    {
        foreach (var (name, parameter) in template["parameters"] as JsonObject ?? [])
        {
            if (names.Contains(name) && parameter is JsonObject declared)
            {
                declared.Remove("defaultValue");
            }
        }
    }

    private static HashSet<string> Read(string folder)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Files(folder))
        {
            try
            {
                if (JsonNode.Parse(File.ReadAllBytes(file), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) is JsonObject content
                    && ResourceObject.Text(content, "$schema") is { } schema && schema.Contains("deploymentParameters", StringComparison.OrdinalIgnoreCase)
                    && content["parameters"] is JsonObject parameters)
                {
                    names.UnionWith(parameters.Select(p => p.Key));
                }
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
            {
                // The file is read, and its damage told, as an input of its own.
            }
        }

        return names;
    }

    private static string[] Files(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*param*.json").Where(f => new FileInfo(f).Length < 1 << 20).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
