using System.Text.RegularExpressions;
using Ashlar.Kql;

namespace Ashlar.Cli.Query.Prompt;

/// <summary>What may stand where the cursor is: tables, columns of the rows at that place, operators, functions.</summary>
internal sealed partial class Completer(KqlCatalog catalog, KqlOptions options)
{
    private static readonly string[] Operators = [.. KqlLanguage.Operators.Where(o => o.Support != KqlSupport.Refused).Select(o => o.Name)];

    /// <summary>What begins a query besides a table.</summary>
    private static readonly string[] Beginnings = ["let ", "print", "range", "union", "search", "datatable("];

    private static readonly string[] Values =
        [.. KqlLanguage.Functions.Where(f => f.Support != KqlSupport.Refused).Select(f => f.Name + "(").Concat(KqlLanguage.Words.Keys).Concat(["and", "or", "by", "asc", "desc", "true", "false"])];

    /// <param name="text">The query up to the cursor.</param>
    /// <returns>How many characters before the cursor are the beginning of each candidate, and the candidates in order.</returns>
    public (int Length, IReadOnlyList<string> Candidates) At(string text)
    {
        var begun = Begun().Match(text).Value;
        var before = text[..^begun.Length].TrimEnd();
        var candidates = Candidates(before)
            .Where(c => c.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase).ToList();
        return (begun.Length, candidates);
    }

    private IEnumerable<string> Candidates(string before)
    {
        if (before.EndsWith('|'))
            return Operators;
        if (before.Length == 0 || before.EndsWith(';'))
            return [.. Tables(before), .. Beginnings, .. options.Dialect == KqlDialect.Arg ? Operators : []];
        if (TablePlace().IsMatch(before))
            return Tables(before);
        return [.. Columns(before), .. Values, .. Lets(before), .. before.EndsWith('(') ? Tables(before) : []];
    }

    private IEnumerable<string> Tables(string before) => catalog.Tables.Select(t => t.Name).Concat(Lets(before));

    private static IEnumerable<string> Lets(string before) => Let().Matches(before).Select(m => m.Groups[1].Value);

    /// <summary>Columns before the last pipe; inside brackets those of the query in them too.</summary>
    private IEnumerable<string> Columns(string before)
    {
        var pipe = before.LastIndexOf('|');
        var source = pipe < 0 ? before : before[..pipe];
        for (var from = 0; from >= 0; from = source.IndexOf('(', from) + 1)
        {
            var compiled = KqlCompiler.Compile(source[from..], catalog, options);
            if (compiled.Success)
                return compiled.Columns.Select(c => c.Name);
            if (source.IndexOf('(', from) < 0)
                break;
        }

        // An operator at the very beginning asks resources.
        return pipe < 0 && options.Dialect == KqlDialect.Arg && catalog.Find("resources", options.Dialect) is { } resources ? resources.Columns.Select(c => c.Name) : [];
    }

    [GeneratedRegex(@"[A-Za-z_$][\w$]*(-[A-Za-z]*)*$")]
    private static partial Regex Begun();

    [GeneratedRegex(@"(\b(join|lookup|union)\b(\s+kind\s*=\s*\w+)?\s*\(?|\bin\s*\(|\bmaterialize\s*\(|\btoscalar\s*\(|\blet\s+\w+\s*=|\bunion\b[^|]*,)$")]
    private static partial Regex TablePlace();

    [GeneratedRegex(@"\blet\s+(\w+)\s*=")]
    private static partial Regex Let();
}
