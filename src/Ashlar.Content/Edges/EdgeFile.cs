using Ashlar.Kql;

namespace Ashlar.Content;

/// <summary>Reads one file of <c>content/edges</c>.</summary>
internal static class EdgeFile
{
    public static AccessEdge? Read(ContentFile file, KqlCatalog catalog, IReadOnlyDictionary<string, Framework> frameworks, ProblemList problems)
    {
        var fields = YamlFields.Of(YamlTree.Read(file.Shown, file.Text, problems), "An edge", file.Shown, problems, "title", "meaning", "atlas", "attack", "sources", "on", "assertions");
        if (fields is null)
        {
            return null;
        }

        var title = fields.Text("title", required: true);
        var meaning = fields.Text("meaning", required: true);
        var atlas = Techniques(fields, frameworks);
        var attack = EdgeWords.Read(fields, "attack", EdgeForms.Attack(), "a technique of MITRE ATT&CK, such as T1078.004", LintCodes.Framework);
        if (fields.Find("atlas") is null && fields.Find("attack") is null)
        {
            problems.Error(LintCodes.MissingKey, file.Shown, fields.Map.Line, fields.Map.Column, "Name the technique it serves: 'atlas' or 'attack'.");
        }

        var sources = ControlReferences.Pages(fields, "sources");
        var entries = EdgeTargets.Read(fields, catalog);
        var assertions = EdgeAssertions.Read(fields, entries, catalog);
        var id = Path.GetFileNameWithoutExtension(file.Path);
        return title is null || meaning is null ? null : new AccessEdge(id, title, meaning.ReplaceLineEndings(" "), atlas, attack, sources, [.. entries.SelectMany(entry => entry)], assertions, file.Shown);
    }

    private static IReadOnlyList<string> Techniques(YamlFields fields, IReadOnlyDictionary<string, Framework> frameworks)
    {
        var atlas = EdgeWords.Read(fields, "atlas", EdgeForms.Atlas(), "a technique of MITRE ATLAS, such as AML.T0040", LintCodes.Framework);
        if (frameworks.TryGetValue("atlas", out var known))
        {
            foreach (var text in fields.Texts("atlas", required: false).Where(text => atlas.Contains(text.Value) && !known.Controls.ContainsKey(text.Value)))
            {
                fields.Problems.Error(LintCodes.Framework, fields.File, text.Line, text.Column, $"'{text.Value}' is no id of {known.Title} {known.Version}.{Nearest.Hint(text.Value, known.Controls.Keys)}");
            }
        }

        return atlas;
    }
}
