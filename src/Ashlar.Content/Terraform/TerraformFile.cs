using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Reads one file of <c>content/terraform</c>: how a Terraform resource type becomes an ARM resource.</summary>
internal static class TerraformFile
{
    private static readonly string[] Columns = ["location", "kind", "sku", "identity", "tags", "zones", "managedBy", "properties"];
    private static readonly string[] Places = ["parent", "on", "into"];

    public static TerraformMapping? Read(ContentFile file, ProblemList problems)
    {
        var fields = YamlFields.Of(YamlTree.Read(file.Shown, file.Text, problems), "A mapping", file.Shown, problems, "to", "name", "parent", "on", "into", "source", "values", "absent", "children");
        fields?.Text("source", required: true);
        return fields is null ? null : Read(Path.GetFileNameWithoutExtension(file.Path), fields);
    }

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

        var name = fields.Find("name") is { } named ? TerraformValueReader.Read(named.Value, fields) : new TerraformValue("name");
        return new TerraformMapping(
            terraformType,
            type,
            name ?? new TerraformValue("name"),
            fields.Text("parent", required: false),
            fields.Text("on", required: false),
            fields.Text("into", required: false),
            Values(fields),
            [.. fields.Texts("absent", required: false).Select(t => t.Value)])
        {
            Children = fields.Find("children") is null ? [] : [.. Children(terraformType, fields)],
            When = fields.Find("when") is null ? null : fields.Text("when", required: false),
        };
    }

    private static IEnumerable<TerraformMapping> Children(string terraformType, YamlFields fields)
    {
        foreach (var item in fields.Items("children", required: true))
        {
            if (YamlFields.Of(item, "A child", fields.File, fields.Problems, "to", "name", "when", "values", "absent") is { } child && Read(terraformType, child) is { } mapping)
            {
                yield return mapping;
            }
        }
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
