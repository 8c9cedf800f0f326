namespace Ashlar.Sources.Templates.Inputs;

/// <summary><c>main.parameters.json</c>, <c>main.dev.parameters.json</c> and <c>main.parameters.dev.json</c> go with <c>main.bicep</c> or <c>main.json</c>.</summary>
internal static class TemplateNames
{
    /// <summary>Full path of the template that a parameters file is named after; null when there is none.</summary>
    public static string? Of(string parameters)
    {
        var path = Path.GetFullPath(parameters);
        var words = Path.GetFileNameWithoutExtension(path).Split('.');
        for (var length = words.Length - 1; length > 0; length--)
        {
            if (!words.Skip(length).Any(w => w.Contains("param", StringComparison.OrdinalIgnoreCase)))
            {
                continue;
            }

            var stem = Path.Combine(Path.GetDirectoryName(path)!, string.Join('.', words.Take(length)));
            foreach (var template in new[] { stem + ".bicep", stem + ".json" })
            {
                if (template != path && File.Exists(template))
                {
                    return template;
                }
            }
        }

        return null;
    }
}
