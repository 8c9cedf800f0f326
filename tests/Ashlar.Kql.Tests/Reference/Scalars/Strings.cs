namespace Ashlar.Kql.Tests.Reference;

/// <summary>strcat, substring, split, indexof, strlen, tolower, toupper. Left out: negative starts past the string's beginning, empty delimiters and needles, case outside ASCII.</summary>
internal static class Strings
{
    public static Scalar Strcat(params Scalar[] parts) => Scalar.Call(
        KqlType.String,
        "strcat(" + string.Join(", ", Enumerable.Range(0, parts.Length).Select(i => "{" + i + "}")) + ")",
        v => string.Concat(v.Select(Conversions.Text)),
        parts);

    public static Scalar Substring(Scalar text, Scalar start, Scalar length) => Scalar.Call(
        KqlType.String,
        "substring({0}, {1}, {2})",
        v => Part((string)v[0]!, (long)v[1]!, (long)v[2]!),
        text,
        start,
        length);

    public static Scalar SubstringFrom(Scalar text, Scalar start) =>
        Scalar.Call(KqlType.String, "substring({0}, {1})", v => Part((string)v[0]!, (long)v[1]!, int.MaxValue), text, start);

    public static Scalar Split(Scalar text, Scalar delimiter) => Scalar.Call(
        KqlType.Dynamic,
        "split({0}, {1})",
        v => (string)v[1]! == "" ? throw new Undocumented("split at nothing") : Dyn.OfArray(((string)v[0]!).Split((string)v[1]!)),
        text,
        delimiter);

    public static Scalar IndexOf(Scalar text, Scalar match) => Scalar.Call(
        KqlType.Long,
        "indexof({0}, {1})",
        v => (string)v[1]! == "" ? throw new Undocumented("indexof nothing") : (long)((string)v[0]!).IndexOf((string)v[1]!, StringComparison.Ordinal),
        text,
        match);

    public static Scalar Strlen(Scalar text) => Scalar.Call(KqlType.Long, "strlen({0})", v => (long)((string)v[0]!).Length, text);

    public static Scalar ToLower(Scalar text) => Scalar.Call(KqlType.String, "tolower({0})", v => Ascii(v[0]).ToLowerInvariant(), text);

    public static Scalar ToUpper(Scalar text) => Scalar.Call(KqlType.String, "toupper({0})", v => Ascii(v[0]).ToUpperInvariant(), text);

    private static string Ascii(object? value) => ((string)value!).All(char.IsAscii) ? (string)value! : throw new Undocumented("case outside ASCII");

    private static string Part(string text, long start, long length)
    {
        var from = start < 0 ? text.Length + start : start;
        if (from < 0 || length < 0)
            throw new Undocumented("substring before the beginning");
        return from >= text.Length ? "" : text.Substring((int)from, (int)Math.Min(length, text.Length - from));
    }
}
