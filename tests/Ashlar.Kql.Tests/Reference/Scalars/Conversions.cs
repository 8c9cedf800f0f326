using System.Globalization;
using System.Text.RegularExpressions;

namespace Ashlar.Kql.Tests.Reference;

/// <summary>
/// to...() pages: null when the conversion fails; fractions are cut off. Left out because the pages are silent: texts such as " 1 " or "1.5" to
/// whole numbers, bool to number and back, the digits of tostring(real), tostring(bool).
/// </summary>
internal static partial class Conversions
{
    public static Scalar To(KqlType type, Scalar value) => type switch
    {
        KqlType.String => Scalar.Call(type, "tostring({0})", v => Text(v[0]), value),
        KqlType.Int => Scalar.Call(type, "toint({0})", v => Whole(v[0]) is { } w and >= int.MinValue and <= int.MaxValue ? (int)w : null, value),
        KqlType.Long => Scalar.Call(type, "tolong({0})", v => Whole(v[0]), value),
        KqlType.Real => Scalar.Call(type, "todouble({0})", v => Real(v[0]), value),
        KqlType.Bool => Scalar.Call(type, "tobool({0})", v => Truth(v[0]), value),
        KqlType.DateTime => Scalar.Call(type, "todatetime({0})", v => Time(v[0]), value),
        KqlType.Guid => Scalar.Call(type, "toguid({0})", v => Id(v[0]), value),
        _ => throw new InvalidOperationException(type.ToString()),
    };

    public static Scalar ParseJson(Scalar text) => Scalar.Call(KqlType.Dynamic, "parse_json({0})", v => Json((string)v[0]!), text);

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        int small => small.ToString(CultureInfo.InvariantCulture),
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        Guid guid => guid.ToString("D"),
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
        Dyn { Value: string text } => text,
        Dyn { Value: bool or long } scalar => scalar.Json,
        Dyn { Array: { } array } whole when array.All(a => Printable(a)) => whole.Json,
        Dyn { Bag: { Length: <= 1 } bag } whole when bag.All(s => Printable(s.Value)) => whole.Json,
        _ => throw new Undocumented("the text of " + value.GetType().Name),
    };

    private static bool Printable(Dyn value) => value.Value is long or bool || (value.Value is string text && text.All(c => char.IsAsciiLetterOrDigit(c) || c == ' '));

    private static long? Whole(object? value) => value switch
    {
        null => null,
        int small => small,
        long whole => whole,
        double real => Math.Abs(real) < 9e18 ? (long)Math.Truncate(real) : throw new Undocumented("huge reals to whole numbers"),
        decimal exact => Math.Abs(exact) < 9e18m ? (long)Math.Truncate(exact) : null,
        string text when WholeText().IsMatch(text) => long.Parse(text, CultureInfo.InvariantCulture),
        string text when !text.Any(char.IsDigit) => null,
        Dyn { Value: long or double or string } scalar => Whole(scalar.Value),
        _ => throw new Undocumented("to a whole number"),
    };

    private static double? Real(object? value) => value switch
    {
        null => null,
        int small => small,
        long whole => whole,
        double real => real,
        string text when RealText().IsMatch(text) => double.Parse(text, CultureInfo.InvariantCulture),
        string text when !text.Any(char.IsDigit) && !text.Contains("inf", StringComparison.OrdinalIgnoreCase) && !text.Contains("nan", StringComparison.OrdinalIgnoreCase) => null,
        Dyn { Value: long or double or string } scalar => Real(scalar.Value),
        _ => throw new Undocumented("to a real"),
    };

    private static bool? Truth(object? value) => value switch
    {
        null => null,
        bool truth => truth,
        string text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        string text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        string text when !text.Any(char.IsDigit) && text.Trim() == text => null,
        Dyn { Value: bool or string } scalar => Truth(scalar.Value),
        _ => throw new Undocumented("to a bool"),
    };

    private static DateTime? Time(object? value) => value switch
    {
        null => null,
        DateTime time => time,
        string text when TimeText().IsMatch(text) => DateTime.ParseExact(
            text,
            ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        string text when !text.Any(char.IsDigit) => null,
        Dyn { Value: string text } => Time(text),
        _ => throw new Undocumented("to a datetime"),
    };

    private static Guid? Id(object? value) => value switch
    {
        null => null,
        Guid guid => guid,
        string text when Guid.TryParseExact(text, "D", out var guid) => guid,
        string text when text.Length < 30 => null,
        _ => throw new Undocumented("to a guid"),
    };

    // parse_json() page: text that is no JSON gives a dynamic that holds the text; isnull() page: parse_json("") is null.
    private static Dyn? Json(string text)
    {
        if (text == "")
            return null;
        if (text[0] is '{' or '[')
            return Parsed(text) ?? Dyn.Of(text);
        return WholeText().IsMatch(text) ? Dyn.Of(long.Parse(text, CultureInfo.InvariantCulture))
            : text.All(char.IsAsciiLetter) && text is not ("true" or "false" or "null") && !text.Contains("inf", StringComparison.OrdinalIgnoreCase) && !text.Contains("nan", StringComparison.OrdinalIgnoreCase)
                && !text.Equals("true", StringComparison.OrdinalIgnoreCase) && !text.Equals("false", StringComparison.OrdinalIgnoreCase)
                && !text.Equals("null", StringComparison.OrdinalIgnoreCase) ? Dyn.Of(text)
            : throw new Undocumented("what JSON reads out of " + text);
    }

    private static Dyn? Parsed(string text)
    {
        try
        {
            return Dyn.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("^(0|-?[1-9][0-9]{0,17})$")]
    private static partial Regex WholeText();

    [GeneratedRegex("^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{1,6})?$")]
    private static partial Regex RealText();

    [GeneratedRegex("^20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z)?$")]
    private static partial Regex TimeText();
}
