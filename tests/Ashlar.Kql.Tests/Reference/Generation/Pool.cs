namespace Ashlar.Kql.Tests.Reference;

/// <summary>The values that rows and literals are drawn from: few, so that they meet, with the edges of every type.</summary>
internal static class Pool
{
    private static readonly string[] Short = ["", "a", "b", "ab", "abc", "x1", "zz"];
    private static readonly string[] Mixed =
    [
        "", "Foo", "foo", "foo bar", "foobar", "Foo-Bar.baz", "a,b,,c", "microsoft.web/sites", "Microsoft.Web/Sites", "42", "-7", "007x",
        "true", "False", "2024-02-28", "2024-02-28T23:59:59Z", "it's", "back\\slash", "say \"hi\"", "äöü", "none",
        "6b1f7a52-0c3e-4a57-9d3b-1f2e3d4c5b6a", "100%", "under_score", " padded ",
    ];

    private static readonly string[] Json =
    [
        "", "plain", "42", "{}", "[]", "{\"s\":\"Foo\",\"n\":3}", "{\"b\":true}", "[1,2,3]", "[\"a\",\"b\"]", "{\"deep\":{\"x\":[{\"y\":1}]}}", "{\"s\":null}",
    ];

    public static string Text(Dice dice, string column) => dice.Pick(column == "s" ? Short : column == "j" ? Json : Mixed);

    public static string Needle(Dice dice) => dice.Pick((string[])["foo", "Foo", "bar", "a", "b", "web", "Sites", "fo", "oo", "42", "7", "abc", "x1"]);

    public static object? Value(Dice dice, KqlColumn column)
    {
        if (column.Type == KqlType.String)
            return Text(dice, column.Name);
        if (dice.OneIn(6))
            return null;
        return column.Type switch
        {
            KqlType.Bool => dice.OneIn(2),
            KqlType.Int => dice.Pick((int[])[0, 1, 2, 3, -1, -7, 10, int.MaxValue, int.MinValue]),
            KqlType.Long => dice.Pick((long[])[0, 1, 2, 3, 5, -1, -8, 100, 3_000_000_000, long.MaxValue, -long.MaxValue]),
            KqlType.Real => dice.Pick((double[])[0, 0.25, 1.5, -2.75, 3, 100.5, 1e12]),
            KqlType.Decimal => dice.Pick((decimal[])[0m, 0.5m, 1.25m, -3.75m, 1000.001m]),
            KqlType.DateTime => Moment(dice),
            KqlType.TimeSpan => Span(dice),
            KqlType.Guid => dice.Pick((Guid[])[new("6b1f7a52-0c3e-4a57-9d3b-1f2e3d4c5b6a"), new("00000000-0000-0000-0000-000000000001")]),
            KqlType.Dynamic => Bag(dice),
            _ => throw new InvalidOperationException(),
        };
    }

    public static DateTime Moment(Dice dice) => new DateTime(2024, 2, 28, 22, 0, 0, DateTimeKind.Utc)
        .AddMinutes(dice.Below(6) * 47).AddTicks(dice.Pick((long[])[0, 0, 1, 9_999_999]));

    public static TimeSpan Span(Dice dice) => dice.Pick((TimeSpan[])[new(0, 5, 0), new(1, 0, 0), new(1, 2, 3, 4), new(1), new(0, -30, 0), new(24, 0, 0)]);

    /// <summary>The slots of every bag; a slot holds what its name says, or is missing.</summary>
    public static readonly (string Slot, KqlType Holds)[] Slots =
        [("str", KqlType.String), ("num", KqlType.Long), ("frac", KqlType.Real), ("flag", KqlType.Bool), ("odd name", KqlType.String)];

    private static Dyn Bag(Dice dice)
    {
        var slots = new List<(string, object?)>();
        void Maybe(string name, Func<object?> value)
        {
            if (!dice.OneIn(3))
                slots.Add((name, dice.OneIn(8) ? null : value()));
        }

        Maybe("str", () => Text(dice, "w"));
        Maybe("num", () => dice.Pick((long[])[0, 1, 2, 5, -3]));
        Maybe("frac", () => dice.Pick((double[])[0.5, 2.25, -1.75]));
        Maybe("flag", () => dice.OneIn(2));
        Maybe("odd name", () => dice.Pick(Short));
        Maybe("nums", () => Dyn.OfArray(Enumerable.Range(0, dice.Below(4)).Select(_ => (object?)(dice.OneIn(6) ? null : (long)dice.Below(5)))));
        Maybe("strs", () => Dyn.OfArray(Enumerable.Range(0, dice.Below(4)).Select(_ => (object?)dice.Pick(Short))));
        Maybe("bags", () => Dyn.OfArray(Enumerable.Range(0, dice.Below(3)).Select(_ => (object?)Dyn.OfBag(("str", dice.Pick(Short)), ("num", (long)dice.Below(3))))));
        Maybe("deep", () => Dyn.OfBag(("str", dice.Pick(Short)), ("inner", Dyn.OfBag(("num", (long)dice.Below(3))))));
        Maybe("one", () => dice.OneIn(3) ? Dyn.OfBag() : Dyn.OfBag(("k", (long)dice.Below(3))));
        return Dyn.OfBag([.. slots]);
    }
}
