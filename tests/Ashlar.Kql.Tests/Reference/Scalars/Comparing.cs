namespace Ashlar.Kql.Tests.Reference;

/// <summary>
/// Null values page: == of two nulls is null, of a null and a value false; != likewise null and true; any other operator with a null is null;
/// in is an or of equalities, !in an and of inequalities.
/// </summary>
internal static class Comparing
{
    public static Scalar Binary(string op, Scalar left, Scalar right) =>
        Scalar.Call(KqlType.Bool, "({0} " + op + " {1})", v => Apply(op, v[0], v[1]), left, right);

    public static Scalar Between(Scalar value, Scalar low, Scalar high, bool negated) => Scalar.Call(
        KqlType.Bool,
        "({0} " + (negated ? "!between" : "between") + " ({1} .. {2}))",
        v => v.Any(x => x is null)
            ? throw new Undocumented("between with a null")
            : (Apply(">=", v[0], v[1]) is true && Apply("<=", v[0], v[2]) is true) != negated,
        value,
        low,
        high);

    public static Scalar In(Scalar value, bool negated, IReadOnlyList<Scalar> list)
    {
        var places = string.Join(", ", Enumerable.Range(1, list.Count).Select(i => "{" + i + "}"));
        return Scalar.Call(KqlType.Bool, "({0} " + (negated ? "!in" : "in") + " (" + places + "))", v => Member(v[0], v.Skip(1), negated), [value, .. list]);
    }

    public static Scalar InAnyCase(Scalar value, bool negated, IReadOnlyList<Scalar> list)
    {
        var places = string.Join(", ", Enumerable.Range(1, list.Count).Select(i => "{" + i + "}"));
        return Scalar.Call(
            KqlType.Bool,
            "({0} " + (negated ? "!in~" : "in~") + " (" + places + "))",
            v => v.Skip(1).Any(x => Words.EqualAnyCase((string)v[0]!, (string)x!)) != negated,
            [value, .. list]);
    }

    /// <summary>Membership in the first column of a table that does not depend on the row.</summary>
    public static Scalar InTable(Scalar value, bool negated, string table, Func<IEnumerable<object?>> members) =>
        Scalar.Call(KqlType.Bool, "({0} " + (negated ? "!in" : "in") + " (" + table.Replace("{", "{{").Replace("}", "}}") + "))", v => Member(v[0], members(), negated), value);

    private static bool Member(object? value, IEnumerable<object?> list, bool negated)
    {
        var found = false;
        foreach (var item in list)
        {
            if (value is null && item is null)
                throw new Undocumented("null in a list with null");
            found |= Apply("==", value, item) is true;
        }

        return found != negated;
    }

    private static object? Apply(string op, object? left, object? right)
    {
        if ((left is null && right is "") || (right is null && left is "" or Dyn { Value: "" }))
            throw new Undocumented("a missing slot against the empty string");
        if (left is null || right is null)
            return op switch { "==" when left is not null || right is not null => false, "!=" when left is not null || right is not null => true, _ => null };
        return op switch
        {
            "==" => Cells.Same(left, right),
            "!=" => !Cells.Same(left, right),
            "<" => Cells.Order(left, right) < 0,
            "<=" => Cells.Order(left, right) <= 0,
            ">" => Cells.Order(left, right) > 0,
            ">=" => Cells.Order(left, right) >= 0,
            _ => throw new InvalidOperationException(op),
        };
    }
}
