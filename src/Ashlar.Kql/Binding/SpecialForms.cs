using Ashlar.Kql.Functions;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

/// <summary>Functions that the binder itself resolves: conversions, the clock, names of columns, queries as values.</summary>
internal static class SpecialForms
{
    internal delegate BoundExpression Form(Binder binder, CallExpression call, RowScope row);

    private static readonly Dictionary<string, (Form Bind, string Signature, string Doc)> Table = new(StringComparer.Ordinal)
    {
        ["tostring"] = (Conversion(KqlType.String), "tostring(value:any): string", "The text of a value; '' for null."),
        ["toint"] = (Conversion(KqlType.Int), "toint(value:any): int", "As int; null when it is none."),
        ["tolong"] = (Conversion(KqlType.Long), "tolong(value:any): long", "As long; null when it is none."),
        ["todouble"] = (Conversion(KqlType.Real), "todouble(value:any): real", "As real; null when it is none."),
        ["todecimal"] = (Conversion(KqlType.Decimal), "todecimal(value:any): decimal", "As decimal; null when it is none."),
        ["tobool"] = (Conversion(KqlType.Bool), "tobool(value:any): bool", "As bool; null when it is none."),
        ["todatetime"] = (Conversion(KqlType.DateTime), "todatetime(value:any): datetime", "As datetime; null when it is none."),
        ["totimespan"] = (Conversion(KqlType.TimeSpan), "totimespan(value:any): timespan", "As timespan; null when it is none."),
        ["toguid"] = (Conversion(KqlType.Guid), "toguid(value:any): guid", "As guid; null when it is none."),
        ["int"] = (Conversion(KqlType.Int), "int(value:any): int", "As int."),
        ["long"] = (Conversion(KqlType.Long), "long(value:any): long", "As long."),
        ["real"] = (Conversion(KqlType.Real), "real(value:any): real", "As real."),
        ["double"] = (Conversion(KqlType.Real), "double(value:any): real", "As real."),
        ["decimal"] = (Conversion(KqlType.Decimal), "decimal(value:any): decimal", "As decimal."),
        ["bool"] = (Conversion(KqlType.Bool), "bool(value:any): bool", "As bool."),
        ["tolower"] = (Lower, "tolower(text:any): string", "The text in lower case."),
        ["gettype"] = (TypeOf, "gettype(value:any): string", "The name of the type of a value; of a dynamic, the type it holds."),
        ["now"] = (Now, "now(offset?:timespan): datetime", "The clock of the query."),
        ["ago"] = (Ago, "ago(length:timespan): datetime", "The clock of the query less a length."),
        ["toscalar"] = (ToScalar, "toscalar(query): any", "The first value of the first row."),
        ["case"] = (Case, "case(if:bool, then:same, ..., else:same): same", "The value behind the first condition that holds."),
        ["column_ifexists"] = (ColumnIfExists, "column_ifexists(name:string, else:any): any", "The column of that name, or the other value."),
        ["columnifexists"] = (ColumnIfExists, "columnifexists(name:string, else:any): any", "The column of that name, or the other value."),
        ["pack_all"] = (PackAll, "pack_all(ignoreNulls?:bool): dynamic", "All columns of the row as a property bag."),
        ["arg_max"] = (Pick, "arg_max(by:any, columns:any...): row", "The columns of the row with the greatest value."),
        ["arg_min"] = (Pick, "arg_min(by:any, columns:any...): row", "The columns of the row with the least value."),
        ["argmax"] = (Pick, "argmax(by:any, columns:any...): row", "The columns of the row with the greatest value."),
        ["argmin"] = (Pick, "argmin(by:any, columns:any...): row", "The columns of the row with the least value."),
        ["materialize"] = (Materialize, "materialize(query): table", "The query; evaluated where it stands."),
    };

    public static IEnumerable<string> Names => Table.Keys;

    public static IEnumerable<(string Name, string Signature, string Doc)> Documentation => Table.Select(f => (f.Key, f.Value.Signature, f.Value.Doc));

    public static Form? Find(string name) =>
        Table.TryGetValue(name, out var form) || Table.TryGetValue(FunctionAliases.Canonical(name), out form) ? form.Bind : null;

    private static Form Conversion(KqlType type) => (binder, call, row) =>
    {
        if (Count(binder, call, 1, 1))
            return Binder.Convert(binder.Scalar(call.Arguments[0], row), type);
        return new BoundError(type);
    };

    private static BoundExpression Lower(Binder binder, CallExpression call, RowScope row)
    {
        if (!Count(binder, call, 1, 1))
            return new BoundError(KqlType.String);
        return binder.Lower(call.Arguments[0], row);
    }

    private static BoundExpression TypeOf(Binder binder, CallExpression call, RowScope row)
    {
        if (!Count(binder, call, 1, 1))
            return new BoundError(KqlType.String);
        var value = binder.Scalar(call.Arguments[0], row);
        return value is BoundError ? value
            : value.Type == KqlType.Dynamic ? Binder.Apply(FunctionRegistry.Scalar("gettype")![0], [value]) : new BoundLiteral(KqlType.String, value.Type.Name());
    }

    private static bool Count(Binder binder, CallExpression call, int least, int most)
    {
        if (call.Arguments.Count >= least && call.Arguments.Count <= most)
            return true;
        var wanted = least == most ? $"{least} argument{(least == 1 ? "" : "s")}" : most == int.MaxValue ? $"at least {least} arguments" : $"{least} to {most} arguments";
        binder.Report(call.Span, "KQL3002", $"'{call.Name}' takes {wanted}, not {call.Arguments.Count}.");
        return false;
    }

    private static BoundExpression Now(Binder binder, CallExpression call, RowScope row)
    {
        if (!Count(binder, call, 0, 1))
            return new BoundError(KqlType.DateTime);
        var now = new BoundLiteral(KqlType.DateTime, binder.NowTicks);
        return call.Arguments.Count == 0 ? now : Shift(binder, now, "op:datetime+", call, row);
    }

    private static BoundExpression Ago(Binder binder, CallExpression call, RowScope row) =>
        Count(binder, call, 1, 1) ? Shift(binder, new BoundLiteral(KqlType.DateTime, binder.NowTicks), "op:datetime-", call, row) : new BoundError(KqlType.DateTime);

    private static BoundExpression Shift(Binder binder, BoundLiteral now, string op, CallExpression call, RowScope row)
    {
        var length = binder.Coerce(binder.Scalar(call.Arguments[0], row), KqlType.TimeSpan, call.Arguments[0].Span);
        if (length is BoundError)
            return new BoundError(KqlType.DateTime);
        if (length is BoundLiteral { Value: long ticks })
        {
            var shifted = (decimal)binder.NowTicks + (op == "op:datetime+" ? ticks : -(decimal)ticks);
            return new BoundLiteral(KqlType.DateTime, shifted is >= 0 and <= Values.DateTimes.MaxTicks ? (long)shifted : null);
        }

        return Binder.Apply(FunctionRegistry.Scalar(op)![0], [now, length]);
    }

    private static BoundExpression ToScalar(Binder binder, CallExpression call, RowScope row)
    {
        if (!Count(binder, call, 1, 1))
            return new BoundError(KqlType.Dynamic);
        if (!binder.IsTabular(call.Arguments[0], row.Lets))
            return binder.Scalar(call.Arguments[0], row);
        var table = binder.Table(call.Arguments[0], row.Lets);
        return table.Columns.Count == 0 ? new BoundError(KqlType.Dynamic) : new BoundScalarQuery(table, new BoundColumn(table.Columns[0]));
    }

    private static BoundError Materialize(Binder binder, CallExpression call, RowScope row)
    {
        if (Count(binder, call, 1, 1))
            binder.Report(call.Span, "KQL3007", "materialize() gives a table; a value is expected here.", "Wrap it in toscalar().");
        return new BoundError(KqlType.Dynamic);
    }

    private static BoundExpression Case(Binder binder, CallExpression call, RowScope row)
    {
        if (!Count(binder, call, 3, int.MaxValue))
            return new BoundError(KqlType.Dynamic);
        if (call.Arguments.Count % 2 == 0)
        {
            binder.Report(call.Span, "KQL3002", "'case' takes pairs of condition and value, and one value at the end.");
            return new BoundError(KqlType.Dynamic);
        }

        var parts = call.Arguments.Select((a, i) => i % 2 == 0 && i < call.Arguments.Count - 1 ? binder.Condition(a, row) : binder.Scalar(a, row)).ToList();
        if (parts.Any(p => p is BoundError))
            return new BoundError(parts[1].Type);
        var result = parts[^1];
        var iff = FunctionRegistry.Scalar("iff")![0];
        for (var i = parts.Count - 3; i >= 0; i -= 2)
            result = Binder.Apply(iff, [parts[i], parts[i + 1], result]);
        return result;
    }

    private static BoundExpression ColumnIfExists(Binder binder, CallExpression call, RowScope row)
    {
        if (!Count(binder, call, 2, 2))
            return new BoundError(KqlType.Dynamic);
        if (binder.Scalar(call.Arguments[0], RowScope.None(row.Lets)) is BoundLiteral { Value: string name })
            return binder.FindColumn(name, row.Columns) is { } column ? new BoundColumn(column) : binder.Scalar(call.Arguments[1], row);
        binder.Report(call.Arguments[0].Span, "KQL3012", "The name of the column must be a constant string.");
        return new BoundError(KqlType.Dynamic);
    }

    private static BoundExpression PackAll(Binder binder, CallExpression call, RowScope row)
    {
        if (!Count(binder, call, 0, 1))
            return new BoundError(KqlType.Dynamic);
        var skip = call.Arguments.Count == 1 && call.Arguments[0] is LiteralExpression { Value: true };
        var arguments = new List<BoundExpression>();
        foreach (var column in row.Columns)
        {
            arguments.Add(new BoundLiteral(KqlType.String, column.Name));
            arguments.Add(Binder.Convert(new BoundColumn(column), KqlType.Dynamic));
        }

        return Binder.Apply(FunctionRegistry.Scalar(skip ? "op:pack_present" : "bag_pack")![0], arguments);
    }

    /// <summary>arg_max as a plain value stands for its first column; summarize unfolds the rest.</summary>
    private static BoundError Pick(Binder binder, CallExpression call, RowScope row)
    {
        binder.Report(call.Span, "KQL2005", $"'{call.Name}' can only stand alone as an item of summarize.");
        return new BoundError(KqlType.Dynamic);
    }
}
