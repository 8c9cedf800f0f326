namespace Ashlar.Kql.Binding;

/// <summary>One column of one relation in one query. Identity is the object: two columns may have the same name.</summary>
internal sealed class ColumnSymbol(int id, string name, KqlType type)
{
    public int Id { get; } = id;

    public string Name { get; } = name;

    public KqlType Type { get; } = type;

    public bool Nullable { get; init; } = type != KqlType.String;

    /// <summary>Where in the base tables the values come from unchanged; empty when they are computed.</summary>
    public IReadOnlyList<Origin> Origins { get; init; } = [];

    /// <summary>The one path this column is a plain alias of, row by row; a shredded column may stand in for it.</summary>
    public Origin? Alias { get; init; }

    /// <summary>Columns that the translator makes for itself have negative numbers.</summary>
    public string SqlName => (Id < 0 ? "l" : "c") + Math.Abs(Id).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public override string ToString() => Name + ":" + Type.Name();
}

/// <param name="Path">Dotted, as in <see cref="KqlTableRead.Paths"/>.</param>
internal sealed record Origin(ScanRelation Scan, string Path);
