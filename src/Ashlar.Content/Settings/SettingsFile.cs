using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Reads <c>ashlar.yaml</c>.</summary>
public static class SettingsFile
{
    public const string Name = "ashlar.yaml";

    /// <param name="file">As the user named it.</param>
    public static (Settings Settings, IReadOnlyList<Diagnostic> Diagnostics) Read(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList();
        if (YamlTree.OnlyComments(text) || YamlTree.Read(file, text, problems) is not { } value)
        {
            return (Settings.None, problems.InOrder());
        }

        if (value is not YamlMap map)
        {
            problems.Error(LintCodes.SettingsFile, file, value.Line, value.Column, "The file is a map of keys and lists. Write 'approvedRegions: [westeurope]', or run 'ashlar init' for a commented file.");
            return (Settings.None, problems.InOrder());
        }

        return (ReadMap(map, file, problems), problems.InOrder());
    }

    internal static Settings ReadMap(YamlMap map, string file, ProblemList problems)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var pair in map.Pairs)
        {
            if (SettingKey.Find(pair.Key) is not { } key)
            {
                var known = SettingKey.All.Select(k => k.Name).ToList();
                problems.Error(LintCodes.SettingsFile, file, pair.Line, pair.Column, $"'{pair.Key}' is no setting.{Nearest.Hint(pair.Key, known)} Settings: {string.Join(", ", known)}.");
            }
            else if (ReadList(key, pair, file, problems) is { } list)
            {
                values[key.Name] = list;
            }
        }

        return new Settings(values);
    }

    // A list with one wrong item decides nothing: half a list of what is approved would turn the rest into failures.
    private static List<string>? ReadList(SettingKey key, YamlPair pair, string file, ProblemList problems)
    {
        if (pair.Value is not YamlList list)
        {
            problems.Error(LintCodes.SettingsFile, file, pair.Value.Line, pair.Value.Column, $"'{key.Name}' must be a list, such as [ {key.Example} ]. To leave it undecided remove the key; [] decides that nothing is.");
            return null;
        }

        var texts = new List<string>();
        var whole = true;
        foreach (var item in list.Items)
        {
            if (item is YamlText { IsNull: false } text && key.Normal(text.Value) is { } normal)
            {
                texts.Add(normal);
            }
            else
            {
                whole = false;
                problems.Error(LintCodes.SettingsFile, file, item.Line, item.Column, $"This is no value of '{key.Name}'. {key.Question} Example: {key.Example}");
            }
        }

        return whole ? [.. texts.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)] : null;
    }
}
