namespace Ashlar.KqlBench;

/// <summary>The questions of the comparison: what controls, inventories and detections ask most.</summary>
internal static class Questions
{
    private const string Type = "microsoft.cognitiveservices/accounts";

    public static IReadOnlyList<Question> All(bool small) =>
    [
        Control("resources100k", "100k") with { Goal = "1.3; KQL 3 ms" },
        .. small ? Array.Empty<Question>() : [Control("resources", "1M")],
        new("summarize by type and a property inside JSON",
            "resources | summarize n = count() by type, tier = tostring(properties.sku.tier) | sort by type asc, tier asc",
            "SELECT type, coalesce(json_extract_string(properties, '$.sku.tier'), '') AS tier, count(*) AS n FROM resources GROUP BY ALL ORDER BY type, tier"),
        new("a term inside JSON",
            "resources | where tostring(properties.description) has 'rotate' | summarize n = count() by type | sort by type asc",
            @"SELECT type, count(*) AS n FROM resources WHERE contains(lower(json_extract_string(properties, '$.description')), 'rotate') AND regexp_matches(json_extract_string(properties, '$.description'), '(?i)(^|[^a-z0-9])rotate([^a-z0-9]|$)') GROUP BY type ORDER BY type"),
        new("a part of a text inside JSON",
            "resources | where properties.description contains 'ROTA' | summarize n = count() by type | sort by type asc",
            "SELECT type, count(*) AS n FROM resources WHERE contains(lower(json_extract_string(properties, '$.description')), 'rota') GROUP BY type ORDER BY type"),
        new("role assignments join principals",
            "assignments | extend p = tostring(properties.principalId) | join kind=inner (principals | project p = id, kind) on p | summarize n = count() by kind | sort by kind asc",
            "SELECT p.kind, count(*) AS n FROM assignments a JOIN principals p ON json_extract_string(a.properties, '$.principalId') = p.id GROUP BY p.kind ORDER BY p.kind"),
        new("log rows: count and sum by 5 minutes and caller",
            "logs | summarize n = count(), s = sum(Bytes) by bin(TimeGenerated, 5m), Caller | summarize groups = count(), rows = sum(n), bytes = sum(s)",
            "SELECT count(*) AS groups, CAST(sum(n) AS BIGINT) AS rows, CAST(sum(s) AS BIGINT) AS bytes FROM (SELECT count(*) AS n, sum(\"Bytes\") AS s FROM logs GROUP BY \"TimeGenerated\" // 3000000000, \"Caller\")"),
    ];

    private static Question Control(string table, string size) => new(
        $"control: a type and one property, shredded, {size}",
        $"{table} | where type =~ '{Type}' | where properties.disableLocalAuth == true | project id",
        $"SELECT id FROM {table} WHERE type = '{Type}' AND s_local = 'true'");
}
