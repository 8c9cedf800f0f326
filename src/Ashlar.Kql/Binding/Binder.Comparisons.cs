using Ashlar.Kql.Functions;
using Ashlar.Kql.Functions.Runtime;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private BoundExpression Binary(BinaryExpression binary, RowScope row)
    {
        if (binary.Left is PatternExpression { Pattern: "*" })
            return AnyColumn(binary, row);
        var left = Scalar(binary.Left, row);
        var right = Scalar(binary.Right, row);
        if (left is BoundError || right is BoundError)
            return new BoundError(binary.Operator is "+" or "-" or "*" or "/" or "%" ? KqlType.Dynamic : KqlType.Bool);
        switch (binary.Operator)
        {
            case "==" or "!=" or "<" or "<=" or ">" or ">=":
                return Compare(binary.Operator, left, right, binary.Span);
            case "=~" or "!~":
                var a = Text(left, binary.Left.Span);
                var b = Text(right, binary.Right.Span);
                return a is BoundError || b is BoundError ? new BoundError(KqlType.Bool) : new BoundCompare(binary.Operator == "=~" ? "==" : "!=", Fold(a), Fold(b));
            case "+" or "-" or "*" or "/" or "%":
                return Arithmetic(binary, left, right);
            case ":":
                return Word("has", binary, left, right);
            default:
                return Word(binary.Operator, binary, left, right);
        }
    }

    private BoundExpression Word(string name, BinaryExpression binary, BoundExpression left, BoundExpression right)
    {
        var negated = name[0] == '!';
        var a = Text(left, binary.Left.Span);
        var b = Text(right, binary.Right.Span);
        if (a is BoundError || b is BoundError)
            return new BoundError(KqlType.Bool);
        if (name == "matches regex" && b is BoundLiteral { Value: string pattern } && Patterns.Problem(pattern) is { } problem)
        {
            Report(binary.Right.Span, "KQL3011", "The regular expression cannot be read: " + problem);
            return new BoundError(KqlType.Bool);
        }

        var call = Apply(FunctionRegistry.Scalar("op:" + (negated ? name[1..] : name))![0], [a, b]);
        return negated ? Not(call) : call;
    }

    internal static BoundExpression Not(BoundExpression value) => new BoundCall(FunctionRegistry.Scalar("not")![0], [value], KqlType.Bool, value.Nullable);

    /// <summary>A string operand; dynamics give their text.</summary>
    private BoundExpression Text(BoundExpression value, TextSpan span)
    {
        if (value.Type is KqlType.String)
            return value;
        if (value.Type is KqlType.Dynamic or KqlType.Guid or KqlType.Bool)
            return Convert(value, KqlType.String);
        Report(span, "KQL3001", $"A string is expected here, not {value.Type.Name()}.", "Convert with tostring().");
        return new BoundError(KqlType.String);
    }

    /// <summary>The value in lower case: from a column that holds it so, where there is one.</summary>
    internal BoundExpression Fold(BoundExpression value)
    {
        switch (value)
        {
            case BoundLiteral { Value: string text }:
                // The one letter that .NET leaves as it is and DuckDB's lower() does not.
                return new BoundLiteral(KqlType.String, text.ToLowerInvariant().Replace('\u0130', 'i'));
            case BoundCall { Function.Name: "tolower" }:
                return value;
            case BoundColumn { Column: { Type: KqlType.String, Alias: { } alias } } column:
                if (alias.Scan.Table.LowerCased.Contains(alias.Path))
                    return column;
                if (alias.Scan.Table.LowerKeys.TryGetValue(alias.Path, out var physical))
                {
                    if (!alias.Scan.Hidden.TryGetValue(physical, out var hidden))
                        alias.Scan.Hidden[physical] = hidden = new ColumnSymbol(++_columns, alias.Path, KqlType.String) { Origins = [alias] };
                    return new BoundColumn(hidden);
                }

                break;
        }

        return new BoundCall(FunctionRegistry.Scalar("tolower")![0], [value], KqlType.String, false);
    }

    internal BoundExpression Lower(Expression argument, RowScope row) => Scalar(argument, row) is var value && value is BoundError ? value : Fold(Convert(value, KqlType.String));

    internal BoundExpression Compare(string op, BoundExpression left, BoundExpression right, TextSpan span)
    {
        if (left is BoundError || right is BoundError)
            return new BoundError(KqlType.Bool);
        var ordering = op is not ("==" or "!=");
        if (left.Type == KqlType.Dynamic && right.Type == KqlType.Dynamic)
        {
            // Two dynamics: as numbers when they are ordered, by their text when they are matched.
            var type = ordering ? KqlType.Real : KqlType.String;
            return new BoundCompare(op, Convert(left, type), Convert(right, type));
        }

        if (left.Type == KqlType.Dynamic)
            left = Convert(left, Partner(right.Type));
        else if (right.Type == KqlType.Dynamic)
            right = Convert(right, Partner(left.Type));
        if (left.Type == KqlType.Guid && right.Type == KqlType.String)
            return new BoundCompare(op, Convert(left, KqlType.String), Fold(right));
        if (left.Type == KqlType.String && right.Type == KqlType.Guid)
            return new BoundCompare(op, Fold(left), Convert(right, KqlType.String));
        if (left.Type == KqlType.Bool && right.Type.IsNumber())
            left = Convert(left, KqlType.Long);
        else if (right.Type == KqlType.Bool && left.Type.IsNumber())
            right = Convert(right, KqlType.Long);
        if (left.Type == right.Type || (left.Type.IsNumber() && right.Type.IsNumber()))
            return new BoundCompare(op, left, right);
        if (NullOf(left, right.Type) is { } l)
            return new BoundCompare(op, l, right);
        if (NullOf(right, left.Type) is { } r)
            return new BoundCompare(op, left, r);
        if (!ordering && (Meant(left, right.Type) ?? Meant(right, left.Type)) is { } meant)
            return left is BoundLiteral { Type: KqlType.String } ? new BoundCompare(op, meant, right) : new BoundCompare(op, left, meant);
        var other = left.Type == KqlType.String ? right.Type : left.Type;
        Report(span, "KQL3001", $"{left.Type.Name()} and {right.Type.Name()} cannot be compared.",
            left.Type == KqlType.String || right.Type == KqlType.String ? $"Convert one side: to{other.Name()}() or tostring()." : null);
        return new BoundError(KqlType.Bool);

        // EventID == '4688': a constant that reads as the other side's type is taken for it.
        static BoundLiteral? Meant(BoundExpression e, KqlType type) =>
            e is not BoundLiteral { Value: string text } ? null
            : type == KqlType.Bool ? bool.TryParse(text, out var flag) ? new BoundLiteral(type, flag) : null
            : !type.IsNumber() ? null
            : Values.Numbers.ParseLong(text) is { } whole ? new BoundLiteral(KqlType.Long, whole)
            : Values.Numbers.ParseReal(text) is { } real ? new BoundLiteral(KqlType.Real, real) : null;
        static KqlType Partner(KqlType type) => type.IsInteger() ? KqlType.Real : type;
        static BoundExpression? NullOf(BoundExpression e, KqlType type) => e is BoundLiteral { Value: null } && type != KqlType.String ? new BoundLiteral(type, null) : null;
    }

    private BoundExpression Between(BetweenExpression between, RowScope row)
    {
        var value = Scalar(between.Value, row);
        var low = Scalar(between.Low, row);
        var high = Scalar(between.High, row);
        if (value is BoundError || low is BoundError || high is BoundError)
            return new BoundError(KqlType.Bool);
        // between (start .. length): a timespan after a datetime is a length.
        if (low.Type == KqlType.DateTime && high.Type == KqlType.TimeSpan)
            high = Apply(FunctionRegistry.Scalar("op:datetime+")![0], [low, high]);
        var from = Compare(">=", value, low, between.Span);
        var to = Compare("<=", value, high, between.Span);
        if (from is BoundError || to is BoundError)
            return new BoundError(KqlType.Bool);
        BoundExpression both = new BoundLogic(true, [from, to]);
        return between.Negated ? Not(both) : both;
    }

    /// <summary><c>where * has 'x'</c>: any column.</summary>
    private BoundExpression AnyColumn(BinaryExpression binary, RowScope row)
    {
        var right = Scalar(binary.Right, row);
        if (right is BoundError)
            return right;
        var tests = new List<BoundExpression>();
        foreach (var column in row.Columns)
        {
            var text = Convert(new BoundColumn(column), KqlType.String);
            tests.Add(binary.Operator is "==" or "!=" or "=~" or "!~"
                ? new BoundCompare(binary.Operator[0] == '!' ? "!=" : "==", binary.Operator.Contains('~', StringComparison.Ordinal) ? Fold(text) : text, binary.Operator.Contains('~', StringComparison.Ordinal) ? Fold(Convert(right, KqlType.String)) : Convert(right, KqlType.String))
                : Word(binary.Operator == ":" ? "has" : binary.Operator, binary, text, right));
        }

        return tests.Count == 0 ? new BoundLiteral(KqlType.Bool, false) : new BoundLogic(false, tests);
    }

    private BoundExpression Arithmetic(BinaryExpression binary, BoundExpression left, BoundExpression right)
    {
        var op = binary.Operator;
        if (left.Type == KqlType.Dynamic)
            left = Convert(left, right.Type is KqlType.Dynamic || right.Type.IsNumber() ? KqlType.Real : right.Type == KqlType.DateTime && op == "+" ? KqlType.TimeSpan : right.Type == KqlType.TimeSpan && op is "+" or "-" ? KqlType.DateTime : right.Type);
        if (right.Type == KqlType.Dynamic)
            right = Convert(right, left.Type.IsNumber() ? KqlType.Real : left.Type == KqlType.DateTime && op == "+" ? KqlType.TimeSpan : left.Type);
        if (left.Type == KqlType.Bool)
            left = Convert(left, KqlType.Long);
        if (right.Type == KqlType.Bool)
            right = Convert(right, KqlType.Long);
        var key = (left.Type, op, right.Type) switch
        {
            ( { } a, _, { } b) when a.IsNumber() && b.IsNumber() => "op:" + op,
            (KqlType.DateTime, "-", KqlType.DateTime) => "op:datetime-datetime",
            (KqlType.DateTime, "+" or "-", KqlType.TimeSpan) => "op:datetime" + op,
            (KqlType.TimeSpan, "+", KqlType.DateTime) => "op:+datetime",
            (KqlType.TimeSpan, "+" or "-" or "%", KqlType.TimeSpan) => "op:timespan" + op,
            (KqlType.TimeSpan, "/", KqlType.TimeSpan) => "op:timespan/timespan",
            (KqlType.TimeSpan, "*" or "/", { } b) when b.IsNumber() => "op:timespan" + op,
            ( { } a, "*", KqlType.TimeSpan) when a.IsNumber() => "op:*timespan",
            _ => null,
        };
        if (key is null)
        {
            Report(binary.Span, "KQL3001", $"'{op}' cannot be applied to {left.Type.Name()} and {right.Type.Name()}.", left.Type == KqlType.String || right.Type == KqlType.String ? "Join strings with strcat()." : null);
            return new BoundError(KqlType.Dynamic);
        }

        var overloads = FunctionRegistry.Scalar(key)!;
        if (overloads.Length == 1)
            return Apply(overloads[0], [left, right]);
        var common = Common(left.Type, right.Type);
        if (common == KqlType.Int)
            common = KqlType.Long;
        return Apply(overloads.First(o => o.Result == common), [left, right]);
    }
}
