namespace Ashlar.Kql.Tests.Reference;

/// <summary>Null values page: false and null is false, true or null is true, else null is sticky; not(null) is null. A null condition takes the other branch.</summary>
internal static class Logic
{
    public static Scalar And(Scalar left, Scalar right) => Scalar.Call(
        KqlType.Bool,
        "({0} and {1})",
        v => v[0] is false || v[1] is false ? false : v[0] is null || v[1] is null ? null : true,
        left,
        right);

    public static Scalar Or(Scalar left, Scalar right) => Scalar.Call(
        KqlType.Bool,
        "({0} or {1})",
        v => v[0] is true || v[1] is true ? true : v[0] is null || v[1] is null ? null : false,
        left,
        right);

    public static Scalar Not(Scalar operand) => Scalar.Call(KqlType.Bool, "not({0})", v => v[0] is bool truth ? !truth : null, operand);

    public static Scalar Iff(Scalar condition, Scalar then, Scalar otherwise) =>
        Scalar.Call(then.Type, "iff({0}, {1}, {2})", v => v[0] is true ? v[1] : v[2], condition, then, otherwise);

    public static Scalar Case(Scalar first, Scalar one, Scalar second, Scalar two, Scalar otherwise) => Scalar.Call(
        one.Type,
        "case({0}, {1}, {2}, {3}, {4})",
        v => v[0] is true ? v[1] : v[2] is true ? v[3] : v[4],
        first,
        one,
        second,
        two,
        otherwise);

    /// <summary>coalesce() page: the first that is not null, for strings the first that is not empty.</summary>
    public static Scalar Coalesce(Scalar first, Scalar second, Scalar third) => Scalar.Call(
        first.Type,
        "coalesce({0}, {1}, {2})",
        v => v.FirstOrDefault(x => x is not null and not "") ?? Table.Missing(first.Type),
        first,
        second,
        third);

    /// <summary>Strings are never null.</summary>
    public static Scalar IsNull(Scalar operand) => Scalar.Call(KqlType.Bool, "isnull({0})", v => v[0] is null, operand);

    public static Scalar IsNotNull(Scalar operand) => Scalar.Call(KqlType.Bool, "isnotnull({0})", v => v[0] is not null, operand);

    public static Scalar IsEmpty(Scalar operand) => Scalar.Call(KqlType.Bool, "isempty({0})", v => Empty(v[0]), operand);

    public static Scalar IsNotEmpty(Scalar operand) => Scalar.Call(KqlType.Bool, "isnotempty({0})", v => !Empty(v[0]), operand);

    // isempty() page: "" and parse_json("") are empty, parse_json("[]") and parse_json("{}") are not.
    private static bool Empty(object? value) => value is null or "" or Dyn { Value: "" };
}
