using System.Globalization;
using System.Text.Json.Nodes;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>Reads cases.yaml.</summary>
internal static class CasesFile
{
    public static IReadOnlyList<ControlCase> Read(ContentFile file, KqlCatalog catalog, ProblemList problems)
    {
        var value = YamlTree.Read(file.Shown, file.Text, problems);
        if (value is null)
        {
            return [];
        }

        if (value is not YamlList list)
        {
            problems.Error(LintCodes.WrongValue, file.Shown, value.Line, value.Column, "cases.yaml is a list of cases, each with name, tables and expect.");
            return [];
        }

        var cases = new List<ControlCase>();
        foreach (var item in list.Items)
        {
            var fields = YamlFields.Of(item, "A case", file.Shown, problems, "name", "tables", "settings", "gaps", "incomplete", "asOf", "expect", "notMended", "choices");
            if (fields?.Text("name", required: true) is not { } name)
            {
                continue;
            }

            if (cases.Exists(c => c.Name == name))
            {
                problems.Error(LintCodes.WrongValue, file.Shown, fields.LineOf("name"), 1, $"Two cases are named '{name}'. Name what is special in each.");
            }

            cases.Add(new ControlCase(name, item.Line, AsOf(fields), Rows(fields, catalog), ReadSettings(fields), Gaps(fields), Incomplete(fields, catalog), Expect(fields))
            {
                NotMended = Texts(fields, "notMended", "the id of a failing subject and why the Bicep patch does not mend it"),
                Choices = Texts(fields, "choices", "a choice of the fix and an example that fits this case"),
            });
        }

        return cases;
    }

    private static DateTime AsOf(YamlFields fields)
    {
        if (fields.Text("asOf", required: false) is not { } text)
        {
            return ControlCase.DefaultAsOf;
        }

        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var asOf))
        {
            return asOf;
        }

        fields.Wrong(fields.Find("asOf")!.Value, "'asOf' is a date, such as 2026-01-01.");
        return ControlCase.DefaultAsOf;
    }

    private static List<CaseRow> Rows(YamlFields fields, KqlCatalog catalog)
    {
        var rows = new List<CaseRow>();
        foreach (var pair in fields.Pairs("tables", required: true))
        {
            if (catalog.Find(pair.Key, KqlDialect.LogAnalytics) is not { } table)
            {
                fields.Problems.Error(LintCodes.CaseTable, fields.File, pair.Line, pair.Column, $"'{pair.Key}' is no table.{Nearest.Hint(pair.Key, catalog.Tables.Select(t => t.Name))}");
                continue;
            }

            if (pair.Value is not YamlList list)
            {
                fields.Wrong(pair.Value, $"'{pair.Key}' must be a list of rows; [] is an empty table.");
                continue;
            }

            foreach (var item in list.Items)
            {
                if (Row(item, table, fields) is { } row)
                {
                    rows.Add(row);
                }
            }
        }

        return rows;
    }

    private static CaseRow? Row(YamlValue item, KqlTable table, YamlFields fields)
    {
        if (item is not YamlMap map)
        {
            fields.Wrong(item, "A row is a map of columns and values.");
            return null;
        }

        var columns = table.Columns.Select(c => c.Name).ToList();
        foreach (var pair in map.Pairs)
        {
            if (pair.Key != "_body" && !columns.Contains(pair.Key))
            {
                fields.Problems.Error(LintCodes.CaseTable, fields.File, pair.Line, pair.Column, $"'{pair.Key}' is no column of {table.Name}.{Nearest.Hint(pair.Key, columns)}");
                return null;
            }
        }

        if (columns.Contains("id") && map.Pairs.FirstOrDefault(p => p.Key == "id")?.Value is not YamlText { IsNull: false })
        {
            fields.Problems.Error(LintCodes.CaseTable, fields.File, item.Line, item.Column, "The row has no id. Give it the full id; name, type, resourceGroup and subscriptionId are taken from it.");
            return null;
        }

        return new CaseRow(table.Name, (JsonObject)YamlJson.Node(map)!, item.Line);
    }

    private static Settings ReadSettings(YamlFields fields)
    {
        switch (fields.Value("settings", required: false))
        {
            case null:
                return Settings.None;
            case YamlMap map:
                return SettingsFile.ReadMap(map, fields.File, fields.Problems);
            case var other:
                fields.Wrong(other, "'settings' is a map as in ashlar.yaml.");
                return Settings.None;
        }
    }

    private static List<Gap> Gaps(YamlFields fields)
    {
        var gaps = new List<Gap>();
        foreach (var item in fields.Items("gaps", required: false))
        {
            var gap = YamlFields.Of(item, "A gap", fields.File, fields.Problems, "dataSet", "scope", "reason", "permission", "detail", "path");
            var dataSet = gap?.Text("dataSet", required: true);
            var scope = gap?.Text("scope", required: true);
            var reason = gap?.Text("reason", required: true);
            if (gap is null || dataSet is null || scope is null || reason is null)
            {
                continue;
            }

            if (GapReasonNames.Parse(reason) is not { } parsed)
            {
                gap.Wrong(gap.Find("reason")!.Value, $"'{reason}' is no reason of a gap. Reasons: {string.Join(", ", Enum.GetValues<GapReason>().Select(r => r.Name()))}.");
                continue;
            }

            gaps.Add(new Gap(dataSet, scope, parsed, gap.Text("permission", required: false), gap.Text("detail", required: false) ?? "", gap.Text("path", required: false)));
        }

        return gaps;
    }

    private static List<string> Incomplete(YamlFields fields, KqlCatalog catalog)
    {
        var sets = new List<string>();
        foreach (var text in fields.Texts("incomplete", required: false))
        {
            if (catalog.Find(DataSets.Split(text.Value).Table, KqlDialect.LogAnalytics) is null)
            {
                fields.Problems.Error(LintCodes.CaseTable, fields.File, text.Line, text.Column, $"'{text.Value}' is no table, nor table/type.");
            }
            else
            {
                sets.Add(text.Value);
            }
        }

        return sets;
    }

    private static Dictionary<string, string> Texts(YamlFields fields, string key, string what)
    {
        // Ids in any case.
        var texts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in fields.Pairs(key, required: false))
        {
            if (pair.Value is YamlText { IsNull: false } text && text.Value.Trim().Length > 0)
            {
                texts[pair.Key] = text.Value;
            }
            else
            {
                fields.Wrong(pair.Value, $"'{key}' is {what}.");
            }
        }

        return texts;
    }

    private static List<CaseExpectation> Expect(YamlFields fields)
    {
        var expected = new List<CaseExpectation>();
        foreach (var pair in fields.Pairs("expect", required: true))
        {
            if (pair.Value is YamlMap subKeys)
            {
                expected.AddRange(subKeys.Pairs.Select(sub => One(pair.Key, sub.Key, sub)).OfType<CaseExpectation>());
            }
            else if (One(pair.Key, null, pair) is { } one)
            {
                expected.Add(one);
            }
        }

        return expected;

        CaseExpectation? One(string id, string? subKey, YamlPair pair)
        {
            if (pair.Value is YamlText text && VerdictNames.Parse(text.Value) is { } verdict)
            {
                return new CaseExpectation(id, subKey, verdict, pair.Line);
            }

            fields.Wrong(pair.Value, $"Expected is one of {string.Join(", ", Enum.GetValues<Verdict>().Select(v => v.Name()))}.");
            return null;
        }
    }
}
