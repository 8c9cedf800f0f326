namespace Ashlar.Content;

internal static class FrameworkFile
{
    public static Framework? Read(ContentFile file, ProblemList problems)
    {
        var fields = YamlFields.Of(YamlTree.Read(file.Shown, file.Text, problems), "A framework", file.Shown, problems, "name", "title", "version", "source", "controls");
        if (fields is null)
        {
            return null;
        }

        var name = fields.Text("name", required: true);
        var title = fields.Text("title", required: true);
        var version = fields.Text("version", required: true);
        var source = fields.Text("source", required: true);
        var controls = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in fields.Pairs("controls", required: true))
        {
            if (pair.Value is YamlText { IsNull: false } text && text.Value.Length > 0)
            {
                controls[pair.Key] = text.Value;
            }
            else
            {
                fields.Wrong(pair.Value, $"'{pair.Key}' needs its title as text.");
            }
        }

        var expected = System.IO.Path.GetFileNameWithoutExtension(file.Path);
        if (name is not null && name != expected)
        {
            problems.Error(LintCodes.Folder, file.Shown, fields.LineOf("name"), 1, $"The file is named '{expected}', the framework '{name}'. Give both one name.");
        }

        return name is null || title is null || version is null || source is null ? null : new Framework(name, title, version, source, controls);
    }
}
