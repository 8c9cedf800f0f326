namespace Ashlar.Kql.Tests.Reference;

/// <summary>An aggregation: KQL text, the columns it makes, and their values over the rows of a group.</summary>
/// <param name="Text">With the names of the columns where they are given.</param>
internal sealed record Aggregate(string Text, IReadOnlyList<KqlColumn> Columns, Func<IReadOnlyList<Row>, IReadOnlyList<object?>> Apply)
{
    public static Aggregate Count(string? name) =>
        One(name, "count_", KqlType.Long, "count()", rows => (long)rows.Count);

    public static Aggregate CountIf(string name, Scalar predicate) =>
        One(name, name, KqlType.Long, $"countif({predicate.Text})", rows => (long)rows.Count(r => predicate.Value(r) is true));

    /// <summary>Null values page: nulls are ignored; summarize page: without any value a sum is 0, an average NaN, an extreme null.</summary>
    public static Aggregate Sum(string? name, Scalar value)
    {
        var type = value.Type == KqlType.Int ? KqlType.Long : value.Type;
        return One(name, "sum_" + value.Column, type, $"sum({value.Text})", rows => Total(type, Present(rows, value)));
    }

    public static Aggregate Avg(string name, Scalar value) => One(
        name,
        name,
        KqlType.Real,
        $"avg({value.Text})",
        rows => Present(rows, value).Select(Convert.ToDouble).ToList() is { Count: > 0 } numbers ? numbers.Average() : double.NaN);

    public static Aggregate Extreme(string? name, bool max, Scalar value) => One(
        name,
        (max ? "max_" : "min_") + value.Column,
        value.Type,
        $"{(max ? "max" : "min")}({value.Text})",
        rows =>
        {
            var present = Present(rows, value);
            return present.Count == 0 ? null : present.Aggregate((a, b) => Cells.Order(a, b) > 0 == max ? a : b);
        });

    /// <summary>Exact: the groups are small.</summary>
    public static Aggregate Dcount(string? name, Scalar value) =>
        One(name, "dcount_" + value.Column, KqlType.Long, $"dcount({value.Text})", rows => (long)Present(rows, value).Select(Cells.Show).Distinct().Count());

    /// <summary>The order inside is not promised, so the list is compared sorted.</summary>
    public static Aggregate MakeList(string name, Scalar value, bool set, Scalar? predicate)
    {
        var call = (set ? "make_set" : "make_list") + (predicate is null ? "" : "_if") + "(" + value.Text + (predicate is null ? "" : ", " + predicate.Text) + ")";
        return One(name, name, KqlType.Dynamic, $"array_sort_asc({call})", rows =>
        {
            var present = Present([.. rows.Where(r => predicate is null || predicate.Value(r) is true)], value);
            var sorted = new List<object>();
            foreach (var item in set ? present.DistinctBy(Cells.Show) : present)
                sorted.Insert(sorted.Count(s => Cells.Order(s, item) <= 0), item);
            return Dyn.OfArray(sorted);
        });
    }

    /// <summary>The row with the extreme value; left out: ties between different rows, and groups with several rows and no value.</summary>
    public static Aggregate ArgExtreme(bool max, Scalar by, IReadOnlyList<Named> list)
    {
        var names = string.Join(", ", list.Select(n => Scalar.Quote(n.Name)).Prepend("extreme"));
        var text = $"({names}) = {(max ? "arg_max" : "arg_min")}({by.Text}, {string.Join(", ", list.Select(n => n.Value.Text))})";
        return new Aggregate(text, [new KqlColumn("extreme", by.Type), .. list.Select(n => n.Column)], rows =>
        {
            var known = rows.Where(r => by.Value(r) is not null).ToList();
            var best = known.Count == 0 ? rows : [.. known.Where(r => known.All(o => Cells.Order(by.Value(r)!, by.Value(o)!) is var order && (order == 0 || order > 0 == max)))];
            var answers = best.Select(r => list.Select(n => n.Value.Value(r)).ToArray()).DistinctBy(a => string.Join("|", a.Select(Cells.Show))).ToList();
            return answers.Count == 1 ? [known.Count == 0 ? null : by.Value(best[0]), .. answers[0]] : throw new Undocumented("arg_max with ties");
        });
    }

    private static Aggregate One(string? name, string byDefault, KqlType type, string call, Func<IReadOnlyList<Row>, object?> apply) =>
        new(name is null ? call : Scalar.Quote(name) + " = " + call, [new KqlColumn(name ?? byDefault, type)], rows => [apply(rows)]);

    private static List<object> Present(IReadOnlyList<Row> rows, Scalar value) => [.. rows.Select(value.Value).OfType<object>()];

    private static object Total(KqlType type, List<object> present)
    {
        try
        {
            return type switch
            {
                KqlType.Real => present.Select(Convert.ToDouble).Sum(),
                KqlType.Decimal => present.Cast<decimal>().Sum(),
                KqlType.TimeSpan => new TimeSpan(present.Cast<TimeSpan>().Sum(t => t.Ticks)),
                _ => present.Select(Convert.ToInt64).Sum(),
            };
        }
        catch (OverflowException)
        {
            throw new Undocumented("overflow of sum");
        }
    }
}
