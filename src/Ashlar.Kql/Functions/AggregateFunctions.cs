using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

/// <summary>Aggregates: as SQL over a group. The last placeholder is the order of the rows, where it matters.</summary>
internal static class AggregateFunctions
{
    private const FunctionTraits Known = FunctionTraits.NeverNull;
    private const FunctionTraits Ordered = FunctionTraits.OrderSensitive | FunctionTraits.NeverNull;

    public static IEnumerable<FunctionSignature> Rows =>
    [
        Aggregate("count(): long", "count(*)", "Number of rows.", "count", Known),
        Aggregate("count(value:any): long", "count({0})", "Number of rows where the value is not null.", "count", Known),
        Aggregate("countif(if:bool): long", "count(*) FILTER (WHERE {0})", "Number of rows where the condition holds.", "countif", Known),
        Aggregate("dcount(value:any, accuracy?:long): long", "count(DISTINCT {0})", "Number of distinct values.", "dcount", Known, "Exact here; Azure estimates it, off by 0.8 % or so at the default accuracy."),
        Aggregate("dcountif(value:any, if:bool, accuracy?:long): long", "count(DISTINCT {0}) FILTER (WHERE {1})", "Number of distinct values where the condition holds.", "dcountif", Known, "Exact here; Azure estimates it, off by 0.8 % or so at the default accuracy."),
        Aggregate("count_distinct(value:any): long", "count(DISTINCT {0})", "Number of distinct values.", "count_distinct", Known),
        Aggregate("count_distinctif(value:any, if:bool): long", "count(DISTINCT {0}) FILTER (WHERE {1})", "Number of distinct values where the condition holds.", "count_distinctif", Known),
        Aggregate("sum(value:long): long", "CAST(coalesce(sum({0}), 0) AS BIGINT)", "Sum.", "sum", Known),
        Aggregate("sum(value:real): real", "coalesce(sum({0}), 0.0)", "Sum.", "sum", Known),
        Aggregate("sum(value:decimal): decimal", "coalesce(sum({0}), 0)", "Sum.", "sum", Known),
        Aggregate("sum(value:timespan): timespan", "CAST(coalesce(sum({0}), 0) AS BIGINT)", "Sum.", "sum", Known),
        Aggregate("sumif(value:long, if:bool): long", "CAST(coalesce(sum({0}) FILTER (WHERE {1}), 0) AS BIGINT)", "Sum where the condition holds.", "sumif", Known),
        Aggregate("sumif(value:real, if:bool): real", "coalesce(sum({0}) FILTER (WHERE {1}), 0.0)", "Sum where the condition holds.", "sumif", Known),
        Aggregate("sumif(value:timespan, if:bool): timespan", "CAST(coalesce(sum({0}) FILTER (WHERE {1}), 0) AS BIGINT)", "Sum where the condition holds.", "sumif", Known),
        Aggregate("avg(value:real): real", "coalesce(avg({0}), 'nan'::DOUBLE)", "Mean; NaN of nothing.", "avg", Known),
        Aggregate("avg(value:timespan): timespan", "CAST(trunc(avg({0})) AS BIGINT)", "Mean.", "avg"),
        Aggregate("avg(value:datetime): datetime", "CAST(trunc(avg({0})) AS BIGINT)", "Mean.", "avg"),
        Aggregate("avgif(value:real, if:bool): real", "coalesce(avg({0}) FILTER (WHERE {1}), 'nan'::DOUBLE)", "Mean where the condition holds; NaN of nothing.", "avgif", Known),
        Aggregate("avgif(value:timespan, if:bool): timespan", "CAST(trunc(avg({0}) FILTER (WHERE {1})) AS BIGINT)", "Mean where the condition holds.", "avgif"),
        Aggregate("min(value:same): same", "min({0})", "Least value.", "min"),
        Aggregate("minif(value:same, if:bool): same", "min({0}) FILTER (WHERE {1})", "Least value where the condition holds.", "minif"),
        Aggregate("max(value:same): same", "max({0})", "Greatest value.", "max"),
        Aggregate("maxif(value:same, if:bool): same", "max({0}) FILTER (WHERE {1})", "Greatest value where the condition holds.", "maxif"),
        Aggregate("take_any(value:same): same", "first({0} {1}) FILTER (WHERE {0} IS NOT NULL)", "A value that is there; here of the first row that has one.", ""),
        Aggregate("take_any(value:string): string", "coalesce(first({0} {1}) FILTER (WHERE {0} <> ''), '')", "A value that is there; here of the first row that has one.", ""),
        Aggregate("take_anyif(value:same, if:bool): same", "first({0} {2}) FILTER (WHERE {1} AND {0} IS NOT NULL)", "A value of a row where the condition holds.", ""),
        Aggregate("arg_max(by:any, column:any): same", "arg_max({1}, {0})", "The columns of the row with the greatest value.", ""),
        Aggregate("arg_min(by:any, column:any): same", "arg_min({1}, {0})", "The columns of the row with the least value.", ""),
        Aggregate("make_list(value:json, most?:long): dynamic", "k_list(coalesce(CAST(to_json(list({0} {2}) FILTER (WHERE {0} IS NOT NULL)) AS VARCHAR), '[]'), coalesce(any_value({1}), 1048576), false)", "The values that are not null, as an array.", "list", Ordered),
        Aggregate("make_list_if(value:json, if:bool, most?:long): dynamic", "k_list(coalesce(CAST(to_json(list({0} {3}) FILTER (WHERE {1} AND {0} IS NOT NULL)) AS VARCHAR), '[]'), coalesce(any_value({2}), 1048576), false)", "The values where the condition holds, as an array.", "list", Ordered),
        Aggregate("make_list_with_nulls(value:json): dynamic", "k_list(coalesce(CAST(to_json(list(coalesce({0}, 'null') {1})) AS VARCHAR), '[]'), 1048576, false)", "The values, nulls too, as an array.", "list", Ordered),
        Aggregate("make_set(value:json, most?:long): dynamic", "k_list(coalesce(CAST(to_json(list({0} {2}) FILTER (WHERE {0} IS NOT NULL)) AS VARCHAR), '[]'), coalesce(any_value({1}), 1048576), true)", "The distinct values, as an array in order of first appearance.", "set", Ordered),
        Aggregate("make_set_if(value:json, if:bool, most?:long): dynamic", "k_list(coalesce(CAST(to_json(list({0} {3}) FILTER (WHERE {1} AND {0} IS NOT NULL)) AS VARCHAR), '[]'), coalesce(any_value({2}), 1048576), true)", "The distinct values where the condition holds, as an array.", "set", Ordered),
        Aggregate("make_bag(value:dynamic, most?:long): dynamic", "k_bag_merge(coalesce('[' || string_agg({0}, ',' {2}) || ']', '[]'))", "The properties of all bags in one.", "bag", Ordered),
        Aggregate("make_bag_if(value:dynamic, if:bool, most?:long): dynamic", "k_bag_merge(coalesce('[' || string_agg({0}, ',' {3}) FILTER (WHERE {1}) || ']', '[]'))", "The properties of the bags where the condition holds in one.", "bag", Ordered),
        Aggregate("stdev(value:real): real", "(CASE WHEN count({0}) < 2 THEN 0.0 ELSE (CASE WHEN coalesce(bool_or(NOT isfinite({0})), false) THEN CAST('nan' AS DOUBLE) ELSE stddev_samp(CASE WHEN isfinite({0}) THEN {0} END) END) END)", "Standard deviation of a sample.", "stdev"),
        Aggregate("stdevif(value:real, if:bool): real", "(CASE WHEN count({0}) FILTER (WHERE {1}) < 2 THEN 0.0 ELSE (CASE WHEN coalesce(bool_or(NOT isfinite({0})) FILTER (WHERE {1}), false) THEN CAST('nan' AS DOUBLE) ELSE stddev_samp(CASE WHEN isfinite({0}) THEN {0} END) FILTER (WHERE {1}) END) END)", "Standard deviation of a sample where the condition holds.", "stdevif"),
        Aggregate("stdevp(value:real): real", "(CASE WHEN coalesce(bool_or(NOT isfinite({0})), false) THEN CAST('nan' AS DOUBLE) ELSE stddev_pop(CASE WHEN isfinite({0}) THEN {0} END) END)", "Standard deviation of a population.", "stdevp"),
        Aggregate("stdevpif(value:real, if:bool): real", "(CASE WHEN coalesce(bool_or(NOT isfinite({0})) FILTER (WHERE {1}), false) THEN CAST('nan' AS DOUBLE) ELSE stddev_pop(CASE WHEN isfinite({0}) THEN {0} END) FILTER (WHERE {1}) END)", "Standard deviation of a population where the condition holds.", "stdevpif"),
        Aggregate("variance(value:real): real", "(CASE WHEN count({0}) < 2 THEN 0.0 ELSE (CASE WHEN coalesce(bool_or(NOT isfinite({0})), false) THEN CAST('nan' AS DOUBLE) ELSE var_samp(CASE WHEN isfinite({0}) THEN {0} END) END) END)", "Variance of a sample.", "variance"),
        Aggregate("varianceif(value:real, if:bool): real", "(CASE WHEN count({0}) FILTER (WHERE {1}) < 2 THEN 0.0 ELSE (CASE WHEN coalesce(bool_or(NOT isfinite({0})) FILTER (WHERE {1}), false) THEN CAST('nan' AS DOUBLE) ELSE var_samp(CASE WHEN isfinite({0}) THEN {0} END) FILTER (WHERE {1}) END) END)", "Variance of a sample where the condition holds.", "varianceif"),
        Aggregate("variancep(value:real): real", "(CASE WHEN coalesce(bool_or(NOT isfinite({0})), false) THEN CAST('nan' AS DOUBLE) ELSE var_pop(CASE WHEN isfinite({0}) THEN {0} END) END)", "Variance of a population.", "variancep"),
        Aggregate("variancepif(value:real, if:bool): real", "(CASE WHEN coalesce(bool_or(NOT isfinite({0})) FILTER (WHERE {1}), false) THEN CAST('nan' AS DOUBLE) ELSE var_pop(CASE WHEN isfinite({0}) THEN {0} END) FILTER (WHERE {1}) END)", "Variance of a population where the condition holds.", "variancepif"),
        Aggregate("covariance(a:real, b:real): real", "(CASE WHEN coalesce(bool_or(NOT isfinite({0} + {1})), false) THEN CAST('nan' AS DOUBLE) ELSE covar_samp(CASE WHEN isfinite({0}) THEN {0} END, CASE WHEN isfinite({1}) THEN {1} END) END)", "Covariance of a sample.", "covariance"),
        Aggregate("covarianceif(a:real, b:real, if:bool): real", "(CASE WHEN coalesce(bool_or(NOT isfinite({0} + {1})) FILTER (WHERE {2}), false) THEN CAST('nan' AS DOUBLE) ELSE covar_samp(CASE WHEN isfinite({0}) THEN {0} END, CASE WHEN isfinite({1}) THEN {1} END) FILTER (WHERE {2}) END)", "Covariance of a sample where the condition holds.", "covarianceif"),
        Aggregate("covariancep(a:real, b:real): real", "(CASE WHEN coalesce(bool_or(NOT isfinite({0} + {1})), false) THEN CAST('nan' AS DOUBLE) ELSE covar_pop(CASE WHEN isfinite({0}) THEN {0} END, CASE WHEN isfinite({1}) THEN {1} END) END)", "Covariance of a population.", "covariancep"),
        Aggregate("covariancepif(a:real, b:real, if:bool): real", "(CASE WHEN coalesce(bool_or(NOT isfinite({0} + {1})) FILTER (WHERE {2}), false) THEN CAST('nan' AS DOUBLE) ELSE covar_pop(CASE WHEN isfinite({0}) THEN {0} END, CASE WHEN isfinite({1}) THEN {1} END) FILTER (WHERE {2}) END)", "Covariance of a population where the condition holds.", "covariancepif"),
        Aggregate("percentile(value:long, percent:real!): long", "quantile_disc({0}, least(1.0, greatest(0.0, {1} / 100)))", "The value that so many percent do not exceed.", "percentile", FunctionTraits.MayBeNull, "Exact nearest rank here; an estimate in Azure."),
        Aggregate("percentile(value:real, percent:real!): real", "quantile_disc({0}, least(1.0, greatest(0.0, {1} / 100)))", "The value that so many percent do not exceed.", "percentile", FunctionTraits.MayBeNull, "Exact nearest rank here; an estimate in Azure."),
        Aggregate("percentile(value:datetime, percent:real!): datetime", "quantile_disc({0}, least(1.0, greatest(0.0, {1} / 100)))", "The value that so many percent do not exceed.", "percentile", FunctionTraits.MayBeNull, "Exact nearest rank here; an estimate in Azure."),
        Aggregate("percentile(value:timespan, percent:real!): timespan", "quantile_disc({0}, least(1.0, greatest(0.0, {1} / 100)))", "The value that so many percent do not exceed.", "percentile", FunctionTraits.MayBeNull, "Exact nearest rank here; an estimate in Azure."),
        Aggregate("percentilew(value:long, weight:long, percent:real!): long", "CAST(TRY_CAST(k_weighted(CAST(to_json(list([CAST({0} AS DOUBLE), CAST({1} AS DOUBLE)])) AS VARCHAR), any_value({2})) AS DOUBLE) AS BIGINT)", "As percentile, each value counted by its weight.", "percentilew", FunctionTraits.MayBeNull, "Exact nearest rank here; an estimate in Azure."),
        Aggregate("percentilew(value:real, weight:long, percent:real!): real", "TRY_CAST(k_weighted(CAST(to_json(list([CAST({0} AS DOUBLE), CAST({1} AS DOUBLE)])) AS VARCHAR), any_value({2})) AS DOUBLE)", "As percentile, each value counted by its weight.", "percentilew", FunctionTraits.MayBeNull, "Exact nearest rank here; an estimate in Azure."),
        Aggregate("percentiles(value:real, percent:real!): real", "quantile_disc({0}, {1} / 100)", "Several percentiles.", "percentiles", FunctionTraits.MayBeNull, "Exact nearest rank here; an estimate in Azure."),
        Aggregate("percentiles_array(value:real, percents:dynamic): dynamic", "k_percentiles(CAST(to_json(list({0})) AS VARCHAR), any_value({1}))", "Several percentiles as an array.", "percentiles", FunctionTraits.MayBeNull, "Exact nearest rank here; an estimate in Azure."),
        Aggregate("percentilesw_array(value:real, weight:long, percents:dynamic): dynamic", "k_weighted_all(CAST(to_json(list([CAST({0} AS DOUBLE), CAST({1} AS DOUBLE)])) AS VARCHAR), any_value({2}))", "Several weighted percentiles as an array.", "percentiles", FunctionTraits.MayBeNull, "Exact nearest rank here; an estimate in Azure."),
        Aggregate("binary_all_and(value:long): long", "bit_and({0})", "Bits set in all.", "binary_all_and"),
        Aggregate("binary_all_or(value:long): long", "bit_or({0})", "Bits set in one.", "binary_all_or"),
        Aggregate("binary_all_xor(value:long): long", "bit_xor({0})", "Bits set in an odd number.", "binary_all_xor"),
        Aggregate("op:gather(slot:long, cell:json): dynamic", "('[' || coalesce(string_agg('[' || {0} || ',' || coalesce({1}, 'null') || ']', ','), '') || ']')", "Used by make-series.", "", Known),
    ];
}
