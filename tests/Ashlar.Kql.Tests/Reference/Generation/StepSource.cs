namespace Ashlar.Kql.Tests.Reference;

/// <summary>Random operators that fit the columns at hand.</summary>
internal sealed class StepSource(Dice dice, Table now, IReadOnlyList<Scalar> constants, Func<Pipe> other, Func<KqlType, Pipe>? subquery)
{
    private const int Depth = 3;
    private readonly ScalarSource _scalars = new(dice, now.Columns, constants, subquery);

    public Step Any() => dice.Below(20) switch
    {
        0 or 1 or 2 or 3 => new Where(_scalars.Any(KqlType.Bool, Depth)),
        4 or 5 or 6 => new Extend(Names(["e1", "e2", "s", "odd name"], 2)),
        7 => new Project([.. dice.Some(now.Columns, 5).Select(c => new Named(c.Name, Scalar.Read(c))), .. Names([.. ((string[])["p1", "p2", "p3", "p4"]).Where(p => !now.Has(p))], 2)]),
        8 or 9 or 10 => Grouped(),
        11 or 12 => Joined(),
        13 => new Union(other()),
        14 or 15 => Expanded(),
        16 => new Distinct([.. dice.Some(Scalars, 3).Select(c => c.Name)]),
        17 => Sorted(),
        18 => subquery is null ? new Where(_scalars.Any(KqlType.Bool, Depth)) : Ended(),
        _ => now.Columns.Count > 2 && dice.OneIn(2) ? new ProjectAway([dice.Pick(now.Columns).Name]) : new ProjectRename(dice.Pick(now.Columns).Name, Enumerable.Range(0, 99).Select(i => "renamed" + i).First(n => !now.Has(n))),
    };

    private List<KqlColumn> Scalars => now.Columns.Where(c => c.Type != KqlType.Dynamic).ToList() is { Count: > 0 } some ? some : throw new Undocumented("no key");

    private List<Named> Names(string[] names, int most) => [.. dice.Some(names, most).Select(n => new Named(n, _scalars.Any(CaseSource.AnyType(dice), Depth)))];

    private Summarize Grouped()
    {
        var keys = dice.OneIn(4) ? [] : dice.Some(Scalars, 2).Select(c => new Named(c.Name, Scalar.Read(c))).ToList();
        if (dice.OneIn(4) && !now.Has("key"))
            keys.Add(new Named("key", _scalars.Any(dice.Pick((KqlType[])[KqlType.Bool, KqlType.String, KqlType.Long, KqlType.DateTime]), 2)));
        var taken = new HashSet<string>(keys.Select(k => k.Name));
        var aggregates = new List<Aggregate>();
        for (var i = 0; i < dice.From(1, 3); i++)
        {
            var aggregate = Aggregation("a" + i);
            if (aggregate.Columns.All(c => taken.Add(c.Name)))
                aggregates.Add(aggregate);
        }

        return aggregates.Count + keys.Count > 0 ? new Summarize(aggregates, keys) : throw new Undocumented("nothing to summarize");
    }

    private Aggregate Aggregation(string name)
    {
        var number = dice.Pick((KqlType[])[KqlType.Int, KqlType.Long, KqlType.Real]);
        var listed = _scalars.Leaf(dice.OneIn(2) ? KqlType.Long : KqlType.String);
        return dice.Below(11) switch
        {
            0 => Aggregate.Count(dice.OneIn(2) ? null : name),
            1 => Aggregate.CountIf(name, _scalars.Any(KqlType.Bool, 2)),
            2 => Named(number) is { } c && dice.OneIn(2) ? Aggregate.Sum(null, c) : Aggregate.Sum(name, _scalars.Any(dice.OneIn(4) ? KqlType.TimeSpan : number, 2)),
            3 => Aggregate.Avg(name, _scalars.Any(number, 2)),
            4 or 5 => Aggregate.Extreme(name, dice.OneIn(2), _scalars.Any(dice.Pick((KqlType[])[number, KqlType.DateTime, KqlType.TimeSpan]), 2)),
            6 => Named(number) is { } d && dice.OneIn(2) ? Aggregate.Dcount(null, d) : Aggregate.Dcount(name, _scalars.Any(dice.Pick((KqlType[])[number, KqlType.Guid, KqlType.DateTime, KqlType.Bool]), 2)),
            7 => Aggregate.MakeList(name, listed, true, dice.OneIn(3) ? _scalars.Any(KqlType.Bool, 2) : null),
            8 => Aggregate.MakeList(name, listed, false, dice.OneIn(3) ? _scalars.Any(KqlType.Bool, 2) : null),
            _ => Aggregate.ArgExtreme(dice.OneIn(2), _scalars.Leaf(dice.Pick((KqlType[])[number, KqlType.DateTime])), [new Named(name, _scalars.Any(CaseSource.AnyType(dice), 2))]),
        };
    }

    private Scalar? Named(KqlType type) => now.Columns.FirstOrDefault(c => c.Type == type) is { } column ? Scalar.Read(column) : null;

    private Join Joined()
    {
        var right = other();
        var theirs = right.Evaluate().Columns;
        var pairs = Scalars.SelectMany(l => theirs.Where(r => r.Type == l.Type).Select(r => (l.Name, r.Name))).ToList();
        var same = pairs.Where(p => p.Item1 == p.Item2).ToList();
        if (pairs.Count == 0)
            throw new Undocumented("no common key");
        return new Join(dice.Pick(Join.Kinds), right, same.Count > 0 && !dice.OneIn(3) ? dice.Some(same, 2) : [dice.Pick(pairs)]);
    }

    private MvExpand Expanded()
    {
        var bags = now.Columns.Where(c => c.Type == KqlType.Dynamic && c.Name[0] == 'd').ToList();
        if (bags.Count == 0)
            throw new Undocumented("nothing to expand");
        var list = new List<(string, Scalar, KqlType?)>();
        foreach (var name in dice.Some((string[])["x1", "x2"], 2))
        {
            var bag = dice.Pick(bags);
            var slot = dice.Pick((string[])["nums", "strs", "bags", "one", "absent"]);
            KqlType? to = dice.OneIn(3) ? slot == "nums" ? KqlType.Long : slot == "strs" ? dice.OneIn(3) ? KqlType.Long : KqlType.String : null : null;
            list.Add((dice.OneIn(3) && list.Count == 0 ? bag.Name : name, Dynamics.Slot(Scalar.Read(bag), slot), to));
        }

        if (dice.OneIn(4))
            list = [(bags[0].Name, Scalar.Read(bags[0]), null)];
        return new MvExpand(dice.OneIn(4) && !now.Has("at") ? "at" : null, list);
    }

    private Sort Sorted()
    {
        var keys = dice.Some(Orderable, 2).Select(Key).ToList();
        if (now.Has("id") && keys.All(k => k.Column != "id"))
            keys.Add(new SortKey("id", dice.OneIn(2), null));
        return new Sort(keys);
    }

    private Step Ended()
    {
        return dice.Below(3) switch
        {
            0 => new Top(dice.From(1, 5), Key(dice.Pick(Orderable))),
            1 => now.Ordered ? new Take(dice.From(1, 4)) : Sorted(),
            _ => new Count(),
        };
    }

    private List<KqlColumn> Orderable =>
        now.Columns.Where(c => c.Type is not (KqlType.Dynamic or KqlType.Bool or KqlType.Guid)).ToList() is { Count: > 0 } some ? some : throw new Undocumented("nothing to sort by");

    private SortKey Key(KqlColumn column) => new(column.Name, dice.OneIn(2), dice.Below(4) switch { 0 => true, 1 => false, _ => null });
}
