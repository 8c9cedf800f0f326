using System.Text.RegularExpressions;

namespace Ashlar.Content;

/// <summary>Lists of words of an edge, each checked for its form and for standing there once.</summary>
internal static class EdgeWords
{
    /// <param name="form">What each item must match.</param>
    /// <param name="said">What an item must be, such as <c>a concrete action</c>.</param>
    /// <param name="code">Of the problem.</param>
    public static IReadOnlyList<string> Read(YamlFields fields, string key, Regex form, string said, string code)
    {
        var words = new List<string>();
        foreach (var text in fields.Texts(key, required: false))
        {
            if (!form.IsMatch(text.Value))
            {
                fields.Problems.Error(code, fields.File, text.Line, text.Column, $"'{text.Value}' in '{key}' is not {said}.");
            }
            else if (words.Contains(text.Value, StringComparer.OrdinalIgnoreCase))
            {
                fields.Wrong(text, $"'{text.Value}' stands twice in '{key}'. Remove one.");
            }
            else
            {
                words.Add(text.Value);
            }
        }

        if (words.Count == 0 && fields.Find(key) is { Value: YamlList { Items.Count: 0 } } empty)
        {
            fields.Wrong(empty.Value, $"'{key}' is empty. Name at least one, or remove the key.");
        }

        return words;
    }

    public static IReadOnlyList<string> Actions(YamlFields fields, string key) =>
        Read(fields, key, EdgeForms.Action(), "a concrete action: Namespace/type/operation that ends in read, write, delete or action, without wildcards", LintCodes.EdgeAction);

    public static IReadOnlyList<string> AccessPolicies(YamlFields fields) =>
        Read(fields, "accessPolicy", EdgeForms.AccessPolicy(), "kind/permission of a vault, such as secrets/get; kinds are keys, secrets, certificates, storage", LintCodes.EdgeAction);

    public static IReadOnlyList<string> Directory(YamlFields fields) =>
        Read(fields, "directory", EdgeForms.DirectoryAction(), "an action of a directory role, such as microsoft.directory/applications/credentials/update", LintCodes.EdgeAction);

    public static IReadOnlyList<string> Roles(YamlFields fields) =>
        Read(fields, "roles", EdgeForms.Guid(), "the template id of a directory role, in lower case", LintCodes.EdgeAction);

    public static IReadOnlyList<string> Permissions(YamlFields fields) =>
        Read(fields, "permissions", EdgeForms.Permission(), "an application permission of Microsoft Graph, such as Application.ReadWrite.All, or its id", LintCodes.EdgeAction);

    public static T Choice<T>(YamlFields fields, string key, IReadOnlyDictionary<string, T> choices, T otherwise)
    {
        if (fields.Text(key, required: false) is not { } text)
        {
            return otherwise;
        }

        if (!choices.TryGetValue(text, out var choice))
        {
            fields.Wrong(fields.Find(key)!.Value, $"'{text}' is no value of '{key}'.{Nearest.Hint(text, choices.Keys)} Values: {string.Join(", ", choices.Keys)}.");
            return otherwise;
        }

        return choice;
    }

    /// <summary>Types in the order written; one text or a list.</summary>
    public static IReadOnlyList<string> Types(YamlFields fields)
    {
        var texts = fields.Value("type", required: true) switch
        {
            null => [],
            YamlList list => fields.TextsOf(list, "type"),
            YamlText { IsNull: false } text when text.Value.Length > 0 => [text],
            var other => Wrong(fields, other),
        };
        foreach (var text in texts.Where(text => !EdgeForms.Type().IsMatch(text.Value)))
        {
            fields.Wrong(text, $"'{text.Value}' is no type in lower case, such as microsoft.search/searchservices.");
        }

        foreach (var text in texts.Where(text => EdgeForms.IsGraph(text.Value) && !EdgeForms.GraphTables.ContainsKey(text.Value)))
        {
            fields.Wrong(text, $"'{text.Value}' is no kind of Entra object that edges know.{Nearest.Hint(text.Value, EdgeForms.GraphTables.Keys)} Known: {string.Join(", ", EdgeForms.GraphTables.Keys)}.");
        }

        return [.. texts.Select(text => text.Value).Distinct(StringComparer.Ordinal)];
    }

    private static List<YamlText> Wrong(YamlFields fields, YamlValue value)
    {
        fields.Wrong(value, "'type' must be a type, or a list of types.");
        return [];
    }
}
