using System.Text;
using System.Text.RegularExpressions;
using Ashlar.Kql.Tests.Reference;

namespace Ashlar.Kql.Tests.Fuzz;

/// <summary>Breaks queries in the ways that people, generators and attackers do.</summary>
internal sealed partial class Mutator(Dice dice, IReadOnlyList<string> seeds)
{
    private static readonly string[] Scraps =
    [
        "|", "||", "(", ")", "((", "[", "]", "{", "}", ",", ";", "..", "=", "==", "=~", "!~", "!", "-", "+", "*", "/", "%", "'", "\"", "@'", "```", "//", "\\", ".", ":", "$left", "$right",
        "by", "on", "kind=", "and", "or", "not(", "in", "!in~", "has", "has_any", "between", "matches regex", "where", "extend", "project", "summarize", "join", "union", "mv-expand", "mv-apply",
        "parse", "let", "let x =", "toscalar(", "materialize(", "datatable(a:int)[", "print", "range", "invoke", "evaluate", "typeof(", "dynamic(", "datetime(", "time(", "int(null)", "guid(",
        "true", "null", "1e999", "0x", "0xFFFFFFFFFFFFFFFFFF", "99999999999999999999", "1d", "1.5.2", "-9223372036854775808", "1e-400", "[1,2", "*", "_", "$", "#", "count()", "arg_max(", "make_set(",
        "\u0000", "\ufeff", "\u200b", "\u202e", "ä", "İ", "ß", "\ud83d\ude00", "\ud800", "\r", "\t", "\v", "\u2028", "’", "–",
    ];

    public string Next()
    {
        var text = dice.Pick(seeds);
        if (dice.OneIn(150))
            return Deep(text);
        var rounds = dice.OneIn(3) ? dice.From(2, 6) : 1;
        for (var i = 0; i < rounds; i++)
            text = Once(text);
        return text;
    }

    private string Once(string text)
    {
        var tokens = TokenText().Matches(text).Select(m => m.Value).ToList();
        if (tokens.Count == 0)
            return dice.Pick(Scraps);
        var at = dice.Below(tokens.Count);
        switch (dice.Below(12))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                var with = dice.Below(tokens.Count);
                (tokens[at], tokens[with]) = (tokens[with], tokens[at]);
                break;
            case 3:
                tokens[at] = dice.Pick(Scraps);
                break;
            case 4:
                tokens.Insert(at, " " + dice.Pick(Scraps) + " ");
                break;
            case 5:
                var other = TokenText().Matches(dice.Pick(seeds)).Select(m => m.Value).ToList();
                return string.Concat(tokens.Take(at)) + " " + string.Concat(other.Skip(dice.Below(other.Count + 1)));
            case 6:
                return Garble(text);
            case 7:
                tokens[at] = Huge();
                break;
            case 8:
                tokens.RemoveRange(at, Math.Min(dice.From(1, 8), tokens.Count - at));
                break;
            case 9:
                var piece = tokens.GetRange(at, Math.Min(dice.From(1, 12), tokens.Count - at));
                tokens.InsertRange(dice.Below(tokens.Count), piece);
                break;
            case 10:
                return text[..dice.Below(text.Length + 1)];
            default:
                tokens[at] = dice.Pick(TokenText().Matches(dice.Pick(seeds)).Select(m => m.Value).DefaultIfEmpty(";").ToList());
                break;
        }

        return string.Concat(tokens);
    }

    private string Garble(string text)
    {
        var made = new StringBuilder(text);
        for (var i = 0; i < dice.From(1, 5) && made.Length > 0; i++)
            made[dice.Below(made.Length)] = (char)(dice.OneIn(3) ? dice.Below(0x10000) : dice.Below(0x80));
        return made.ToString();
    }

    private string Huge() => dice.Below(6) switch
    {
        0 => new string('9', dice.From(1, 400)),
        1 => "'" + new string('x', dice.From(1, 20_000)) + "'",
        2 => "dynamic([" + string.Join(",", Enumerable.Range(0, dice.From(1, 2000))) + "])",
        3 => "(" + string.Join(", ", Enumerable.Repeat("'a'", dice.From(1, 2000))) + ")",
        4 => "['" + new string('n', dice.From(1, 10_000)) + "']",
        _ => "1." + new string('0', dice.From(1, 400)) + "1e" + dice.Below(1000),
    };

    private string Deep(string text)
    {
        var depth = dice.Pick((int[])[30, 100, 1_000, 20_000]);
        string Many(string open, string middle, string close) =>
            string.Concat(Enumerable.Repeat(open, depth)) + middle + (dice.OneIn(4) ? "" : string.Concat(Enumerable.Repeat(close, depth)));
        return dice.Below(12) switch
        {
            0 => "print " + Many("(", "1", ")"),
            1 => "print " + Many("not(", "true", ")"),
            2 => "print " + Many("-", "1", ""),
            3 => "print dynamic(" + Many("[", "1", "]") + ")",
            4 => "print dynamic(" + Many("{\"a\":", "1", "}") + ")",
            5 => Many("union (", "print 1", ")"),
            6 => "print " + string.Join(" + ", Enumerable.Repeat("1", depth)),
            7 => "print a = dynamic({}) | extend b = a" + Many(".x", "", "[0]"),
            8 => "print 1" + string.Concat(Enumerable.Repeat(" | extend a = 1", Math.Min(depth, 2_000))),
            9 => "print " + string.Join(" or ", Enumerable.Repeat("1 == 2", depth)),
            10 => string.Concat(Enumerable.Range(0, Math.Min(depth, 2_000)).Select(i => $"let v{i} = {(i == 0 ? "1" : $"v{i - 1} + v{i - 1}")};\n")) + $"print v{Math.Min(depth, 2_000) - 1}",
            _ => Many("iff(true, ", text, ", 1)"),
        };
    }

    [GeneratedRegex("""[A-Za-z_][A-Za-z0-9_]*|[0-9]+|"[^"\n]*"|'[^'\n]*'|\s+|[=!<>~.|&]+|.""", RegexOptions.Singleline)]
    private static partial Regex TokenText();
}
