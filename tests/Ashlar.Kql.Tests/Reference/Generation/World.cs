namespace Ashlar.Kql.Tests.Reference;

/// <summary>The tables of one case. Rows may be taken away while a case is made smaller.</summary>
internal sealed class World
{
    private static readonly KqlColumn[] Columns =
    [
        new("b", KqlType.Bool), new("i", KqlType.Int), new("l", KqlType.Long), new("r", KqlType.Real), new("m", KqlType.Decimal), new("s", KqlType.String),
        new("w", KqlType.String), new("j", KqlType.String), new("t", KqlType.DateTime), new("ts", KqlType.TimeSpan), new("g", KqlType.Guid),
        new("d", KqlType.Dynamic), new("d2", KqlType.Dynamic), new("odd name", KqlType.String),
    ];

    public Dictionary<string, Table> Tables { get; } = [];

    public static World Random(Dice dice)
    {
        var world = new World();
        world.Tables["T"] = Rows(dice, [new KqlColumn("id", KqlType.Long), .. dice.Some(Columns, 14)]);
        // Same names in both, one of them now and then under another type, for join and union.
        var others = dice.Some(Columns, 8).Select(c => c.Type is KqlType.Int or KqlType.Long && dice.OneIn(3) ? c with { Type = KqlType.Real } : c);
        world.Tables["U"] = Rows(dice, [new KqlColumn("id", KqlType.Long), .. others]);
        return world;
    }

    /// <summary>Every column in both tables.</summary>
    public static World Full(Dice dice)
    {
        var world = new World();
        foreach (var name in (string[])["T", "U"])
            world.Tables[name] = Rows(dice, [new KqlColumn("id", KqlType.Long), .. Columns]);
        return world;
    }

    private static Table Rows(Dice dice, IReadOnlyList<KqlColumn> columns)
    {
        var rows = Enumerable.Range(1, dice.OneIn(12) ? 0 : dice.From(1, 9))
            .Select(i => columns.Select(c => c.Name == "id" ? (long)i : Pool.Value(dice, c)).ToArray());
        return new Table(columns, [.. rows]);
    }
}
