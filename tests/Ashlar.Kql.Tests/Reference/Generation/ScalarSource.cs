namespace Ashlar.Kql.Tests.Reference;

/// <summary>Random expressions of a wanted type over the columns of a table.</summary>
/// <param name="constants">Names that a let before the query gives to values.</param>
/// <param name="subquery">A pipe of one column for <c>in (...)</c>; null inside one.</param>
internal sealed class ScalarSource(Dice dice, IReadOnlyList<KqlColumn> columns, IReadOnlyList<Scalar> constants, Func<KqlType, Pipe>? subquery)
{
    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];
    private static readonly KqlType[] Numbers = [KqlType.Int, KqlType.Long, KqlType.Real, KqlType.Decimal];

    public Scalar Any(KqlType type, int depth)
    {
        if (depth == 0 || dice.OneIn(4))
            return Leaf(type);
        if (dice.OneIn(8))
            return Branch(type, depth - 1);
        return type switch
        {
            KqlType.Bool => Truth(depth - 1),
            KqlType.Int => dice.OneIn(2) ? Conversions.To(type, Any(dice.Pick((KqlType[])[KqlType.String, KqlType.Long, KqlType.Long, KqlType.Real, KqlType.Decimal]), depth - 1)) : Leaf(type),
            KqlType.Long => Whole(depth - 1),
            KqlType.Real => Real(depth - 1),
            KqlType.Decimal => Arithmetic.Binary(dice.Pick((string[])["+", "-", "*"]), Leaf(type), Leaf(dice.Pick((KqlType[])[KqlType.Decimal, KqlType.Long]))),
            KqlType.String => Text(depth - 1),
            KqlType.DateTime => Moment(depth - 1),
            KqlType.TimeSpan => Span(depth - 1),
            KqlType.Guid => dice.OneIn(2) ? Conversions.To(type, Leaf(KqlType.String)) : Leaf(type),
            _ => Dynamic(depth - 1),
        };
    }

    public Scalar Leaf(KqlType type)
    {
        var named = constants.Where(c => c.Type == type).ToList();
        if (named.Count > 0 && dice.OneIn(3))
            return dice.Pick(named);
        var fitting = columns.Where(c => c.Type == type).ToList();
        return fitting.Count > 0 && !dice.OneIn(3) ? Scalar.Read(dice.Pick(fitting)) : Literal(type);
    }

    public Scalar Literal(KqlType type)
    {
        if (type == KqlType.Dynamic)
            return Literals.Of(type, dice.Pick((Dyn[])[Dyn.OfArray([1L, 2L]), Dyn.OfArray(["a", "b"]), Dyn.OfBag(("str", "foo")), Dyn.Of(7), Dyn.Of("x")]));
        return Literals.Of(type, type == KqlType.String && dice.OneIn(2) ? Pool.Needle(dice) : Pool.Value(dice, new KqlColumn("w", type)));
    }

    private Scalar Branch(KqlType type, int depth) => dice.Below(3) switch
    {
        0 => Logic.Iff(Any(KqlType.Bool, depth), Any(type, depth), Any(type, depth)),
        1 => Logic.Case(Any(KqlType.Bool, depth), Any(type, depth), Any(KqlType.Bool, depth), Any(type, depth), Any(type, depth)),
        _ => Logic.Coalesce(Any(type, depth), Any(type, depth), Any(type, depth)),
    };

    private Scalar Truth(int depth)
    {
        switch (dice.Below(14))
        {
            case 0:
                return Logic.And(Any(KqlType.Bool, depth), Any(KqlType.Bool, depth));
            case 1:
                return Logic.Or(Any(KqlType.Bool, depth), Any(KqlType.Bool, depth));
            case 2:
                return Logic.Not(Any(KqlType.Bool, depth));
            case 3:
                return Comparing.Binary(dice.Pick(Comparisons), Any(dice.Pick(Numbers), depth), Any(dice.Pick(Numbers), depth));
            case 4:
                var time = dice.OneIn(2) ? KqlType.DateTime : KqlType.TimeSpan;
                return Comparing.Binary(dice.Pick(Comparisons), Any(time, depth), Any(time, depth));
            case 5:
                var plain = dice.Pick((KqlType[])[KqlType.String, KqlType.Bool, KqlType.Guid, KqlType.String]);
                return Comparing.Binary(dice.OneIn(2) ? "==" : "!=", Any(plain, depth), Any(plain, depth));
            case 6 or 7:
                var left = dice.OneIn(4) ? Slot(KqlType.String) : Any(KqlType.String, depth);
                return Words.Binary(dice.Pick(Words.Operators), dice.OneIn(3), left, dice.OneIn(4) ? Any(KqlType.String, depth) : Literals.Of(KqlType.String, Pool.Needle(dice)));
            case 8:
                return Slotted(depth);
            case 9:
                var type = dice.Pick((KqlType[])[KqlType.Bool, KqlType.Long, KqlType.String, KqlType.DateTime, KqlType.Dynamic, KqlType.Guid]);
                var operand = type == KqlType.Dynamic ? Dynamic(depth) : Any(type, depth);
                return dice.Below(4) switch { 0 => Logic.IsNull(operand), 1 => Logic.IsNotNull(operand), 2 => Logic.IsEmpty(operand), _ => Logic.IsNotEmpty(operand) };
            case 10 or 11:
                return Membership(depth);
            case 12:
                var number = dice.Pick((KqlType[])[KqlType.Long, KqlType.DateTime, KqlType.Real]);
                return Comparing.Between(Any(number, depth), Literal(number), Literal(number), dice.OneIn(3));
            default:
                return Conversions.To(KqlType.Bool, dice.OneIn(2) ? Slot(KqlType.Bool) : Any(KqlType.String, depth));
        }
    }

    // A slot against a scalar of the type that it holds.
    private Scalar Slotted(int depth)
    {
        var (_, holds) = dice.Pick(Pool.Slots);
        var op = holds is KqlType.Long or KqlType.Real ? dice.Pick(Comparisons) : dice.OneIn(2) ? "==" : "!=";
        return Comparing.Binary(op, Slot(holds), dice.OneIn(3) ? Any(holds, depth) : Literal(holds));
    }

    private Scalar Membership(int depth)
    {
        var type = dice.Pick((KqlType[])[KqlType.String, KqlType.Long, KqlType.String, KqlType.Int]);
        var value = Any(type, depth);
        if (type == KqlType.String && dice.OneIn(2))
            return Comparing.InAnyCase(value, dice.OneIn(3), [Literals.Of(type, Pool.Needle(dice)), Literals.Of(type, Pool.Needle(dice))]);
        if (subquery is not null && dice.OneIn(2))
        {
            var pipe = subquery(type);
            return Comparing.InTable(value, dice.OneIn(3), "(" + pipe.Text + ")", () => pipe.Evaluate().Rows.Select(r => r[0]));
        }

        return Comparing.In(value, dice.OneIn(3), [Literal(type), Literal(type), Literal(type)]);
    }

    private Scalar Whole(int depth) => dice.Below(8) switch
    {
        0 or 1 => Arithmetic.Binary(dice.Pick((string[])["+", "-", "*", "/", "%"]), Any(dice.OneIn(2) ? KqlType.Int : KqlType.Long, depth), Any(dice.OneIn(2) ? KqlType.Int : KqlType.Long, depth)),
        2 => Strings.Strlen(Any(KqlType.String, depth)),
        3 => Strings.IndexOf(Any(KqlType.String, depth), Literals.Of(KqlType.String, Pool.Needle(dice))),
        4 => Dynamics.ArrayLength(Bags().Count == 0 || dice.OneIn(3) ? Strings.Split(Any(KqlType.String, depth), Literals.Of(KqlType.String, ",")) : Dynamics.Slot(Scalar.Read(dice.Pick(Bags())), dice.Pick((string[])["nums", "strs", "bags", "str", "num", "deep", "absent"]))),
        5 => Arithmetic.Bin(Any(KqlType.Long, depth), Literals.Of(KqlType.Long, dice.Pick((long[])[1, 2, 5, 10, -2]))),
        6 => Conversions.To(KqlType.Long, dice.Below(4) switch { 0 => Slot(KqlType.Long), 1 => Any(KqlType.Real, depth), 2 => Any(KqlType.Decimal, depth), _ => Any(KqlType.String, depth) }),
        _ => Arithmetic.Negate(Any(KqlType.Long, depth)),
    };

    private Scalar Real(int depth) => dice.Below(4) switch
    {
        0 => Arithmetic.Binary(dice.Pick((string[])["+", "-", "*", "/"]), Any(KqlType.Real, depth), Any(dice.Pick((KqlType[])[KqlType.Int, KqlType.Long, KqlType.Real]), depth)),
        1 => Arithmetic.Bin(Any(KqlType.Real, depth), Literals.Of(KqlType.Real, dice.Pick((double[])[0.5, 2]))),
        2 => Conversions.To(KqlType.Real, dice.Below(3) switch { 0 => Slot(KqlType.Real), 1 => Any(KqlType.Long, depth), _ => Any(KqlType.String, depth) }),
        _ => Times.Ratio(Any(KqlType.TimeSpan, depth), Literals.Of(KqlType.TimeSpan, new TimeSpan(0, 1, 0))),
    };

    private Scalar Text(int depth) => dice.Below(8) switch
    {
        0 or 1 => Strings.Strcat(Any(KqlType.String, depth), dice.OneIn(2) ? Any(KqlType.Long, depth) : Any(KqlType.String, depth)),
        2 => Strings.Substring(Any(KqlType.String, depth), Literals.Of(KqlType.Long, (long)dice.From(-2, 4)), Literals.Of(KqlType.Long, (long)dice.Below(4))),
        3 => Strings.SubstringFrom(Any(KqlType.String, depth), Literals.Of(KqlType.Long, (long)dice.From(-2, 6))),
        4 => Strings.ToLower(Any(KqlType.String, depth)),
        5 => Strings.ToUpper(Any(KqlType.String, depth)),
        6 => Conversions.To(KqlType.String, Dynamic(depth)),
        _ => Conversions.To(KqlType.String, Any(dice.Pick((KqlType[])[KqlType.Int, KqlType.Long, KqlType.DateTime, KqlType.Guid, KqlType.String]), depth)),
    };

    private Scalar Moment(int depth) => dice.Below(6) switch
    {
        0 => Times.NowCall(),
        1 => Times.Ago(Any(KqlType.TimeSpan, depth)),
        2 => Times.Shift(dice.OneIn(2) ? "+" : "-", Any(KqlType.DateTime, depth), Any(KqlType.TimeSpan, depth)),
        3 => Arithmetic.Bin(Any(KqlType.DateTime, depth), Literals.Of(KqlType.TimeSpan, dice.Pick((TimeSpan[])[new(1, 0, 0), new(1, 0, 0, 0), new(0, 5, 0), new(1)]))),
        4 => Times.StartOfDay(Any(KqlType.DateTime, depth)),
        _ => Conversions.To(KqlType.DateTime, Any(KqlType.String, depth)),
    };

    private Scalar Span(int depth) => dice.Below(4) switch
    {
        0 => Times.Between(Any(KqlType.DateTime, depth), Any(KqlType.DateTime, depth)),
        1 => Times.Add(dice.OneIn(2) ? "+" : "-", Any(KqlType.TimeSpan, depth), Any(KqlType.TimeSpan, depth)),
        2 => Times.Scale(Any(KqlType.TimeSpan, depth), Literals.Of(KqlType.Long, (long)dice.From(-2, 5))),
        _ => Arithmetic.Bin(Any(KqlType.TimeSpan, depth), Literals.Of(KqlType.TimeSpan, new TimeSpan(0, 10, 0))),
    };

    public Scalar Slot(KqlType holds)
    {
        var bags = Bags();
        var bag = bags.Count > 0 ? Scalar.Read(dice.Pick(bags)) : Conversions.ParseJson(Leaf(KqlType.String));
        var names = Pool.Slots.Where(s => s.Holds == holds).Select(s => s.Slot).ToList();
        if (bag.Column is not null && holds == KqlType.String && dice.OneIn(4))
            return Dynamics.Slot(Dynamics.Slot(bag, "deep"), "str");
        return Dynamics.Slot(bag, dice.Pick(names));
    }

    // The columns that hold bags as Pool makes them.
    private List<KqlColumn> Bags() => [.. columns.Where(c => c.Type == KqlType.Dynamic && c.Name[0] == 'd')];

    private Scalar Dynamic(int depth)
    {
        var bags = Bags();
        if (bags.Count == 0 || dice.OneIn(6))
        {
            return dice.Below(4) switch
            {
                0 => Strings.Split(Any(KqlType.String, depth), Literals.Of(KqlType.String, dice.Pick((string[])[",", "/", " ", "o"]))),
                1 => Conversions.ParseJson(Leaf(KqlType.String)),
                2 => Dynamics.PackArray(Any(KqlType.Long, depth), Any(KqlType.String, depth)),
                _ => Dynamics.BagPack("k", Any(dice.OneIn(2) ? KqlType.Long : KqlType.String, depth)),
            };
        }

        var bag = Scalar.Read(dice.Pick(bags));
        return dice.Below(8) switch
        {
            0 => bag,
            1 => Dynamics.Slot(bag, dice.Pick((string[])["nums", "strs"])),
            2 => Dynamics.Element(Dynamics.Slot(bag, dice.Pick((string[])["nums", "strs"])), dice.From(-2, 2)),
            3 => Dynamics.Slot(Dynamics.Slot(bag, "deep"), dice.Pick((string[])["str", "inner", "absent"])),
            4 => Dynamics.Slot(Dynamics.Slot(Dynamics.Slot(bag, "deep"), "inner"), "num"),
            5 => Dynamics.Slot(Dynamics.Element(Dynamics.Slot(bag, "bags"), dice.Below(2)), "str"),
            6 => Dynamics.Slot(bag, "absent"),
            _ => Dynamics.Slot(bag, dice.Pick(Pool.Slots).Slot),
        };
    }
}
