namespace Ashlar.Kql.Tests.Reference;

/// <summary>
/// String operators page. A term is a maximal run of ASCII letters and digits. Not said there and left out: an empty or composed
/// right side of has, and case folding outside ASCII.
/// </summary>
internal static class Words
{
    public static readonly string[] Operators =
    [
        "has", "has_cs", "hasprefix", "hasprefix_cs", "hassuffix", "hassuffix_cs", "contains", "contains_cs",
        "startswith", "startswith_cs", "endswith", "endswith_cs", "=~",
    ];

    public static Scalar Binary(string op, bool negated, Scalar left, Scalar right)
    {
        var written = op == "=~" ? negated ? "!~" : "=~" : negated ? "!" + op : op;
        return Scalar.Call(KqlType.Bool, "({0} " + written + " {1})", v => Apply(op, Text(v[0]), Text(v[1])) != negated, left, right);
    }

    public static bool EqualAnyCase(string left, string right) => Fold(left) == Fold(right);

    /// <summary>The string in a dynamic; a missing one reads as the empty string.</summary>
    private static string Text(object? value) => value switch
    {
        string text => text,
        null => "",
        Dyn { Value: string text } => text,
        _ => throw new Undocumented("a string operator on a dynamic that holds no string"),
    };

    private static bool Apply(string op, string left, string right)
    {
        var exact = op.EndsWith("_cs", StringComparison.Ordinal);
        var (a, b) = exact ? (left, right) : (Fold(left), Fold(right));
        return (exact ? op[..^3] : op) switch
        {
            "=~" => a == b,
            "contains" => a.Contains(b, StringComparison.Ordinal),
            "startswith" => a.StartsWith(b, StringComparison.Ordinal),
            "endswith" => a.EndsWith(b, StringComparison.Ordinal),
            "has" => Term(b) is var term && Terms(a).Contains(term),
            "hasprefix" => Term(b) is var start && Terms(a).Any(t => t.StartsWith(start, StringComparison.Ordinal)),
            "hassuffix" => Term(b) is var end && Terms(a).Any(t => t.EndsWith(end, StringComparison.Ordinal)),
            _ => throw new InvalidOperationException(op),
        };
    }

    private static string Term(string text) =>
        text.Length > 0 && text.All(char.IsAsciiLetterOrDigit) ? text : throw new Undocumented("has with something that is no single term");

    private static List<string> Terms(string text)
    {
        if (!text.All(char.IsAscii))
            throw new Undocumented("terms outside ASCII");
        var terms = new List<string>();
        var term = "";
        foreach (var c in text + " ")
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                term += c;
            }
            else if (term.Length > 0)
            {
                terms.Add(term);
                term = "";
            }
        }

        return terms;
    }

    private static string Fold(string text) => text.All(char.IsAscii) ? text.ToLowerInvariant() : throw new Undocumented("case outside ASCII");
}
