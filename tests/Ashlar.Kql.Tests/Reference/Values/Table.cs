namespace Ashlar.Kql.Tests.Reference;

/// <summary>Rows under columns. <see cref="Ordered"/>: the order is fixed by a sort without ties.</summary>
internal sealed record Table(IReadOnlyList<KqlColumn> Columns, IReadOnlyList<object?[]> Rows, bool Ordered = false)
{
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == column)
                return i;
        }

        throw new KeyNotFoundException(column);
    }

    public bool Has(string column) => Columns.Any(c => c.Name == column);

    public Row At(int row) => new(this, Rows[row]);

    public IEnumerable<Row> Each => Rows.Select(cells => new Row(this, cells));

    /// <summary>A cell that an operator had to fill: null, and for strings the empty string.</summary>
    public static object? Missing(KqlType type) => type == KqlType.String ? "" : null;
}

internal sealed record Row(Table Of, object?[] Cells)
{
    public object? this[string column] => Cells[Of.IndexOf(column)];
}
