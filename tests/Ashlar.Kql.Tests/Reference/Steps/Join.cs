namespace Ashlar.Kql.Tests.Reference;

/// <summary>
/// join pages. Both sides' columns, a name of the right that the left has too gets 1 behind it; semi and anti joins keep one side's columns.
/// innerunique keeps one row of the left per key. Left out: null keys on both sides, and innerunique where the left rows of one key differ.
/// </summary>
internal sealed record Join(string Kind, Pipe Right, IReadOnlyList<(string Left, string Right)> Keys) : Step
{
    public static readonly string[] Kinds =
        ["", "innerunique", "inner", "leftouter", "rightouter", "fullouter", "leftsemi", "rightsemi", "leftanti", "anti", "rightanti"];

    public override string Text => "join " + (Kind == "" ? "" : $"kind={Kind} ") + "(" + Right.Text + ") on "
        + string.Join(", ", Keys.Select(k => k.Left == k.Right ? Scalar.Quote(k.Left) : $"$left.{Scalar.Quote(k.Left)} == $right.{Scalar.Quote(k.Right)}"));

    public override Table Apply(Table left)
    {
        var right = Right.Evaluate();
        var leftAt = Keys.Select(k => left.IndexOf(k.Left)).ToArray();
        var rightAt = Keys.Select(k => right.IndexOf(k.Right)).ToArray();
        foreach (var (l, r) in leftAt.Zip(rightAt))
        {
            if (left.Columns[l].Type != right.Columns[r].Type)
                throw new KeyNotFoundException("keys of different types");
            if (left.Rows.Any(row => row[l] is null) && right.Rows.Any(row => row[r] is null))
                throw new Undocumented("null keys on both sides");
        }

        bool Match(object?[] a, object?[] b) => leftAt.Zip(rightAt).All(k => a[k.First] is { } x && b[k.Second] is { } y && Cells.Same(x, y));
        bool LeftHit(object?[] a) => right.Rows.Any(b => Match(a, b));
        bool RightHit(object?[] b) => left.Rows.Any(a => Match(a, b));
        switch (Kind)
        {
            case "leftsemi":
                return new Table(left.Columns, [.. left.Rows.Where(LeftHit)]);
            case "leftanti" or "anti":
                return new Table(left.Columns, [.. left.Rows.Where(a => !LeftHit(a))]);
            case "rightsemi":
                return new Table(right.Columns, [.. right.Rows.Where(RightHit)]);
            case "rightanti":
                return new Table(right.Columns, [.. right.Rows.Where(b => !RightHit(b))]);
        }

        var lefts = Kind is "" or "innerunique" ? Unique(left.Rows, leftAt) : left.Rows;
        var rows = lefts.SelectMany(a => right.Rows.Where(b => Match(a, b)).Select(b => (object?[])[.. a, .. b])).ToList();
        if (Kind is "leftouter" or "fullouter")
            rows.AddRange(left.Rows.Where(a => !LeftHit(a)).Select(a => (object?[])[.. a, .. right.Columns.Select(c => Table.Missing(c.Type))]));
        if (Kind is "rightouter" or "fullouter")
            rows.AddRange(right.Rows.Where(b => !RightHit(b)).Select(b => (object?[])[.. left.Columns.Select(c => Table.Missing(c.Type)), .. b]));
        return new Table(Columns(left, right), rows);
    }

    public override IEnumerable<Step> Smaller()
    {
        foreach (var right in Right.Smaller())
            yield return this with { Right = right };
        for (var i = 0; i < Keys.Count && Keys.Count > 1; i++)
            yield return this with { Keys = [.. Keys.Where((_, at) => at != i)] };
    }

    private static List<KqlColumn> Columns(Table left, Table right)
    {
        var columns = left.Columns.ToList();
        foreach (var column in right.Columns)
        {
            var name = left.Has(column.Name) ? column.Name + "1" : column.Name;
            if (columns.Any(c => c.Name == name))
                throw new Undocumented("a second clash of names");
            columns.Add(column with { Name = name });
        }

        return columns;
    }

    private static List<object?[]> Unique(IReadOnlyList<object?[]> rows, int[] keys)
    {
        var kept = new List<object?[]>();
        foreach (var group in rows.GroupBy(r => string.Join("|", keys.Select(k => Cells.Show(r[k])))))
        {
            if (group.Select(r => string.Join("|", r.Select(Cells.Show))).Distinct().Count() > 1)
                throw new Undocumented("which row innerunique keeps");
            kept.Add(group.First());
        }

        return kept;
    }
}
