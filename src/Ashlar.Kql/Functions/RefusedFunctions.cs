namespace Ashlar.Kql.Functions;

/// <summary>Functions and plugins of KQL that are known and not offered, and why or what to write instead.</summary>
internal static class RefusedFunctions
{
    private const string Geo = "Places on the globe are not computed here.";
    private const string Sketch = "The format of its sketch is not published; count distinct values or percentiles of the rows themselves.";
    private const string Decompose = "The reference does not define its result exactly; compare with avg() and stdev() of the rows.";
    private const string Fit = "It gives several columns; series_fit_line_dynamic() gives the same values in one.";
    private const string Service = "It speaks of the service that runs the query; a snapshot has none.";
    private const string Patterns = "The reference does not define its result exactly.";
    private const string Shape = "Its columns depend on the data; write summarize with countif() or sumif() for each.";

    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["geo_distance_2points"] = Geo,
        ["geo_info_from_ip_address"] = "It needs a list of places of addresses that Ashlar does not carry.",
        ["geo_point_in_circle"] = Geo,
        ["geo_point_in_polygon"] = Geo,
        ["geo_point_to_geohash"] = Geo,
        ["geo_point_to_s2cell"] = Geo,
        ["hll"] = Sketch,
        ["hll_if"] = Sketch,
        ["hll_merge"] = Sketch,
        ["dcount_hll"] = Sketch,
        ["tdigest"] = Sketch,
        ["tdigest_merge"] = Sketch,
        ["merge_tdigest"] = Sketch,
        ["percentile_tdigest"] = Sketch,
        ["percentrank_tdigest"] = Sketch,
        ["rank_tdigest"] = Sketch,
        ["hash_many"] = "The reference does not say how it joins the hashes; hash(strcat_delim('|', a, b)) tells values apart as well.",
        ["hash_combine"] = "The reference does not say how it joins the hashes; hash(strcat_delim('|', a, b)) tells values apart as well.",
        ["buildschema"] = "It describes the data; ashlar query --tables tells columns and types.",
        ["bin_auto"] = "Its width is set by the service's own options; write bin() with the width.",
        ["series_decompose"] = Decompose,
        ["series_decompose_anomalies"] = Decompose,
        ["series_decompose_forecast"] = Decompose,
        ["series_outliers"] = Decompose,
        ["series_periods_detect"] = Decompose,
        ["series_periods_validate"] = Decompose,
        ["series_fit_line"] = Fit,
        ["series_fit_2lines"] = "It gives several columns; fit two parts of the series with series_fit_line_dynamic().",
        ["series_stats"] = "It gives several columns; series_stats_dynamic() gives the same values in one.",
        ["row_window_session"] = "Its rows depend on those before them; serialize with prev() finds where a session starts.",
        ["current_principal"] = Service,
        ["current_principal_details"] = Service,
        ["current_principal_is_member_of"] = Service,
        ["current_cluster_endpoint"] = Service,
        ["current_database"] = Service,
        ["cursor_after"] = Service,
        ["cursor_before_or_at"] = Service,
        ["extent_id"] = Service,
        ["extent_tags"] = Service,
        ["ingestion_time"] = Service,
        ["parse_xml"] = "XML is not read here; extract() reads single values.",
        ["parse_user_agent"] = "It needs a list of browsers that Ashlar does not carry.",
    };

    private static readonly Dictionary<string, string> Plugins = new(StringComparer.Ordinal)
    {
        ["bag_unpack"] = "State the result columns: evaluate bag_unpack(bag) : (name:string, count:long).",
        ["pivot"] = Shape,
        ["narrow"] = "Its columns depend on the data; pack the row with pack_all() and expand it with mv-expand.",
        ["autocluster"] = Patterns,
        ["basket"] = Patterns,
        ["diffpatterns"] = Patterns,
        ["ipv4_lookup"] = "Join on ipv4_is_in_range() in a where after a join on a constant column.",
        ["ipv6_lookup"] = "Join on ipv6_is_match() in a where after a join on a constant column.",
        ["python"] = "A query here runs no other language.",
        ["r"] = "A query here runs no other language.",
        ["http_request"] = "A query here cannot reach the network.",
        ["http_request_post"] = "A query here cannot reach the network.",
        ["sql_request"] = "A query here cannot reach the network.",
        ["cosmosdb_sql_request"] = "A query here cannot reach the network.",
    };

    public static IEnumerable<KeyValuePair<string, string>> All => Table;

    /// <summary>Refused behind evaluate; bag_unpack only where its columns are not stated.</summary>
    public static IEnumerable<KeyValuePair<string, string>> AllPlugins => Plugins;

    public static string? Why(string name) => Table.GetValueOrDefault(name);

    public static string? WhyPlugin(string name) => Plugins.GetValueOrDefault(name);
}
