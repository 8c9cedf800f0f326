using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Reads one file of <c>content/terraform</c>: how a Terraform resource type becomes an ARM resource.</summary>
internal static class TerraformFile
{
    /// <summary>Where the ARM types stand that azurerm has no resource for.</summary>
    public const string Without = "terraform/without.yaml";

    private static readonly string[] Columns = ["location", "kind", "sku", "identity", "tags", "zones", "managedBy", "properties"];
    private static readonly string[] Places = ["parent", "on", "into"];

    public static TerraformMapping? Read(ContentFile file, ProblemList problems)
    {
        var fields = YamlFields.Of(YamlTree.Read(file.Shown, file.Text, problems), "A mapping", file.Shown, problems, "to", "name", "parent", "on", "into", "source", "values", "absent", "untold", "children");
        fields?.Text("source", required: true);
        return fields is null ? null : Read(Path.GetFileNameWithoutExtension(file.Path), fields);
    }

    /// <summary>ARM type to why no mapping makes it.</summary>
    public static Dictionary<string, string> ReadWithout(ContentFile file, ProblemList problems) =>
        YamlFields.Of(YamlTree.Read(file.Shown, file.Text, problems), "The list", file.Shown, problems, "without") is { } fields ? Reasons(fields, "without") : [];

    private static TerraformMapping? Read(string terraformType, YamlFields fields)
    {
        if (fields.Text("to", required: true) is not { } type)
        {
            return null;
        }

        if (!type.Contains('/', StringComparison.Ordinal) || !type.StartsWith("Microsoft.", StringComparison.Ordinal))
        {
            fields.Wrong(fields.Value("to", required: true)!, $"'{type}' is no ARM type. Write it as Microsoft documents it: Microsoft.Search/searchServices.");
        }

        if (Places.Count(key => fields.Find(key) is not null) > 1)
        {
            fields.Problems.Error(LintCodes.WrongValue, fields.File, fields.Map.Line, 1, "A resource has a parent, stands on another or goes into another: one of 'parent', 'on', 'into'.");
        }

        string?[] parents = fields.Find("parent")?.Value is YamlList names ? [.. fields.TextsOf(names, "parent").Select(t => t.Value)] : [fields.Text("parent", required: false)];
        var name = fields.Find("name") is { } named ? TerraformValueReader.Read(named.Value, fields) : new TerraformValue("name");
        return new TerraformMapping(
            terraformType,
            type,
            name ?? new TerraformValue("name"),
            parents.FirstOrDefault(),
            fields.Text("on", required: false),
            fields.Text("into", required: false),
            Values(fields),
            [.. fields.Texts("absent", required: false).Select(t => t.Value)])
        {
            Children = fields.Find("children") is null ? [] : [.. Children(terraformType, fields)],
            OlderParent = parents.ElementAtOrDefault(1),
            Untold = Reasons(fields, "untold"),
            When = fields.Find("when") is null ? null : fields.Text("when", required: false),
        };
    }

    private static IEnumerable<TerraformMapping> Children(string terraformType, YamlFields fields)
    {
        foreach (var item in fields.Items("children", required: true))
        {
            if (YamlFields.Of(item, "A child", fields.File, fields.Problems, "to", "name", "when", "values", "absent", "untold") is { } child && Read(terraformType, child) is { } mapping)
            {
                yield return mapping;
            }
        }
    }

    private static Dictionary<string, string> Reasons(YamlFields fields, string key)
    {
        var reasons = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in fields.Pairs(key, required: false))
        {
            if (pair.Value is YamlText { IsNull: false } reason && reason.Value.Length > 0)
            {
                reasons[pair.Key] = reason.Value;
            }
            else
            {
                fields.Wrong(pair.Value, $"Say why Terraform has no '{pair.Key}'.");
            }
        }

        return reasons;
    }

    private static List<KeyValuePair<string, TerraformValue>> Values(YamlFields fields)
    {
        var values = new List<KeyValuePair<string, TerraformValue>>();
        foreach (var pair in fields.Pairs("values", required: true))
        {
            var column = pair.Key.Split('.')[0];
            if (!Columns.Contains(column, StringComparer.Ordinal))
            {
                fields.Problems.Error(LintCodes.WrongValue, fields.File, pair.Line, pair.Column, $"'{pair.Key}' starts with no column of a resource.{Nearest.Hint(column, Columns)} Columns: {string.Join(", ", Columns)}.");
            }
            else if (TerraformValueReader.Read(pair.Value, fields) is { } value)
            {
                values.Add(KeyValuePair.Create(pair.Key, value));
            }
        }

        return values;
    }
}
