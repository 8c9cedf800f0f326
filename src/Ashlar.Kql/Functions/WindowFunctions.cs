using static Ashlar.Kql.Functions.Rows;

namespace Ashlar.Kql.Functions;

internal static class WindowFunctions
{
    private const FunctionTraits Window = FunctionTraits.Window | FunctionTraits.MayBeNull;

    public static IEnumerable<FunctionSignature> Rows =>
    [
        Row("row_number(start?:long): long", "(coalesce({0}, 1) - 1 + row_number() OVER ({1}))", "Number of the row from 1.", FunctionTraits.Window | FunctionTraits.NeverNull),
        Row("prev(column:same, offset?:long, otherwise?:same): same", "lag({0}, CAST(greatest(-1000000000, least(1000000000, coalesce({1}, 1))) AS BIGINT), {2}) OVER ({3})", "The value of an earlier row, or the other one where there is none.", Window),
        Row("next(column:same, offset?:long, otherwise?:same): same", "lead({0}, CAST(greatest(-1000000000, least(1000000000, coalesce({1}, 1))) AS BIGINT), {2}) OVER ({3})", "The value of a later row, or the other one where there is none.", Window),
        Row("row_cumsum(term:long): long", "CAST(sum({0}) OVER ({1} ROWS UNBOUNDED PRECEDING) AS BIGINT)", "Sum up to the row.", Window),
        Row("row_cumsum(term:real): real", "sum({0}) OVER ({1} ROWS UNBOUNDED PRECEDING)", "Sum up to the row.", Window),
        Row("row_cumsum(term:timespan): timespan", "CAST(sum({0}) OVER ({1} ROWS UNBOUNDED PRECEDING) AS BIGINT)", "Sum up to the row.", Window),
        Row("row_rank_min(column:any): long", "rank() OVER ({1})", "Rank of the row by the serialized order, equals sharing the least.", FunctionTraits.Window | FunctionTraits.NeverNull),
        Row("row_rank_dense(column:any): long", "dense_rank() OVER ({1})", "Rank of the row by the serialized order, without holes.", FunctionTraits.Window | FunctionTraits.NeverNull),
    ];
}
