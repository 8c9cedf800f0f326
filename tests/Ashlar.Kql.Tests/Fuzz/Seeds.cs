using System.Text.Json;
using Ashlar.Kql.Tests.Reference;
using CsCheck;

namespace Ashlar.Kql.Tests.Fuzz;

/// <summary>What the mutations start from: queries written for this, random valid ones, and a shared corpus where there is one.</summary>
internal static class Seeds
{
    /// <summary>Over the tables of <see cref="Playground"/>; together they use every operator family.</summary>
    public static readonly string[] Own =
    [
        "resources | where type =~ 'microsoft.web/sites' and properties.httpsOnly == false | project id, name, tags.owner, kind",
        "resources | where name has 'web' or name !contains \"test\" | summarize n = count(), ids = make_set(id, 10) by type, bin(toint(properties.size), 5) | order by n desc nulls last",
        "resources | extend p = parse_json(tostring(properties)), k = tostring(split(id, '/')[2]) | mv-expand rule = p.rules to typeof(dynamic) | project-away p",
        "resources | join kind=leftouter (resourcecontainers | where type == 'microsoft.resources/subscriptions' | project subscriptionId, sub = name) on subscriptionId | project-rename s = sub",
        "resources | join (resources | project id, other = name) on $left.id == $right.id | distinct name, other | take 5",
        "where type == 'a' | extend x = iff(isnull(properties.a), 'none', case(properties.a > 1, 'many', properties.a == 1, 'one', 'zero'))",
        "let names = dynamic(['a', 'b']); let f = (t: string) { toupper(t) }; resources | where name in~ (names) or f(name) !in ('A') | count",
        "let base = materialize(resources | where location != ''); union withsource=src (base | take 1), (resourcecontainers | limit 2) | top 3 by name asc",
        "resources | parse id with * '/resourceGroups/' rg '/' rest | parse-where name with a '-' b:long | summarize arg_max(b, *), dcount(rg) by a",
        "resources | where isnotempty(tags) | mv-apply t = properties.list on (where t.k == 1 | summarize m = max(toint(t.v))) | project name, m",
        "T | where t between (datetime(2024-02-28) .. 1d) and ts > 5m | summarize count(), avg(r), percentile(l, 95) by bin(t, 1h), b | render timechart",
        "T | summarize make_list(s), sumif(l, b), countif(i > 0), min(t), max(ts), stdev(r), arg_min(t, id, w) by s",
        "T | extend e = l / 3 + i * 2 - r % 2, n = -l, u = strcat(s, '-', tostring(id)), c = coalesce(i, 1), q = t - 1d, z = now() - t | sort by id asc",
        "T | lookup kind=inner (U | summarize c = count() by s) on s | extend prev_id = prev(id), nr = row_number() | serialize",
        "T | make-series total = sum(l) default = 0 on t from datetime(2024-02-28) to datetime(2024-03-01) step 1h by s",
        "T | evaluate bag_unpack(d) | evaluate pivot(s, count())",
        "T | where w matches regex @'^[a-z]+\\d*$' and extract('(\\\\w+)', 1, w) startswith 'a' | extend h = hash(w), x = replace_string(w, 'a', 'b'), y = trim(' ', w), z = parse_path(w)",
        "print a = 0x1F, b = 1e3, c = 1.5h, d = datetime(2024-02-29 10:11:12.1234567), e = guid(6b1f7a52-0c3e-4a57-9d3b-1f2e3d4c5b6a), f = @'c:\\x', g = 'it''s', h = dynamic({'k': [1, null, true]})",
        "range x from 1 to 10 step 2 | extend y = x * x | where y !between (4 .. 30) | project ['odd name'] = y, x",
        "datatable(k: string, v: int)['a', 1, 'b', 2] | as hint.materialized=true K | union K | summarize sum(v) by k",
        "T | where toscalar(U | summarize max(id)) > id | project id, d['odd name'], d.nums[0], d.nums[-1], array_length(d.strs), bag_keys(d)",
        "T | top-nested 2 of s by count(), top-nested 1 of w by max(l)",
        "search in (T, U) 'foo' | getschema",
        "T | scan declare (n: long = 0) with (step a: true => n = a.n + 1;)",
        "T | facet by s | fork (where b) (count)",
        "union isfuzzy=true T, U, Missing | project-reorder id, * | project-keep id, s*",
    ];

    public static IEnumerable<string> Random(int count)
    {
        var source = new CaseSource();
        for (var i = 0; i < count; i++)
            yield return source.Generate(new PCG((uint)i, 77), null, out _).Text;
    }

    /// <summary>A JSON-lines corpus with a <c>query</c> in each line.</summary>
    public static IEnumerable<string> Corpus(string path) => File.ReadLines(path).Select(line =>
    {
        using var entry = JsonDocument.Parse(line);
        return entry.RootElement.GetProperty("query").GetString()!;
    });

    /// <summary>The tables that the lines of a corpus declare, each with all columns that any line gives it.</summary>
    public static Dictionary<string, Dictionary<string, KqlType>> Tables(string path)
    {
        var tables = new Dictionary<string, Dictionary<string, KqlType>>();
        foreach (var line in File.ReadLines(path))
        {
            using var entry = JsonDocument.Parse(line);
            if (!entry.RootElement.TryGetProperty("tables", out var declared) || declared.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var table in declared.EnumerateObject())
            {
                var columns = tables.TryGetValue(table.Name, out var known) ? known : tables[table.Name] = [];
                foreach (var column in table.Value.EnumerateObject())
                {
                    if (Enum.TryParse<KqlType>(column.Value.GetString(), true, out var type))
                        columns[column.Name] = type;
                }
            }
        }

        return tables;
    }
}
