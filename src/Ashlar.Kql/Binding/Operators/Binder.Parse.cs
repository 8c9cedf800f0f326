using System.Text;
using System.Text.RegularExpressions;
using Ashlar.Kql.Functions;
using Ashlar.Kql.Functions.Runtime;
using Ashlar.Kql.Syntax;

namespace Ashlar.Kql.Binding;

internal sealed partial class Binder
{
    private Relation Parse(ParseSyntax parse, Relation input, RowScope row)
    {
        var text = Text(Scalar(parse.Text, row), parse.Text.Span);
        if (text is BoundError)
            return Broken;
        if (parse.Kind is not ("simple" or "regex" or "relaxed"))
            Report(parse.Span, "KQL3016", $"There is no parse kind '{parse.Kind}'.", "Kinds: simple, regex, relaxed.");
        var pattern = Pattern(parse);
        if (Patterns.Problem(pattern) is { } problem)
        {
            Report(parse.Span, "KQL3011", "The pattern cannot be read: " + problem);
            return Broken;
        }

        var match = Apply(FunctionRegistry.Scalar("op:parse")![0], [text, new BoundLiteral(KqlType.String, pattern), new BoundLiteral(KqlType.String, parse.Parts.Any(p => p.Column is not null) ? string.Join(",", parse.Parts.Where(p => p.Column is not null).Select(p => p.Type.Name())) : ""), new BoundLiteral(KqlType.Bool, parse.Kind == "simple")]);
        var found = Column("match", KqlType.Dynamic, true);
        Relation matched = new ComputeRelation(input, [.. input.Columns, found], [new Assignment(found, match)]) { Serialized = input.Serialized, Limits = input.Limits ?? input as ScanRelation };
        if (parse.Filter)
            matched = new FilterRelation(matched, Apply(FunctionRegistry.Scalar("isnotnull")!.First(f => f.Parameters[0].Kind == ParameterKind.Dynamic), [new BoundColumn(found)])) { Serialized = input.Serialized, Limits = matched.Limits };
        var columns = input.Columns.ToList();
        var assignments = new List<Assignment>();
        foreach (var part in parse.Parts)
        {
            if (part.Column is null)
                continue;
            var value = Convert(new BoundPath(new BoundColumn(found), [new PathStep(null, assignments.Count)]), part.Type);
            var column = Column(part.Column, part.Type, true);
            assignments.Add(new Assignment(column, value));
            Set(columns, column);
        }

        return new ComputeRelation(matched, columns, assignments) { Serialized = input.Serialized, Limits = matched.Limits };
    }

    /// <summary>The regular expression that a parse pattern stands for; its groups are the columns in order.</summary>
    private static string Pattern(ParseSyntax parse)
    {
        var regex = parse.Kind == "regex";
        // In a given expression columns take as much as they can, unless the U flag turns that round.
        var greedy = regex && parse.Flags?.Contains('U', StringComparison.Ordinal) != true;
        var pattern = new StringBuilder(regex ? "(?s" + (parse.Flags?.Replace("U", "", StringComparison.Ordinal) ?? "") + ")" : "(?s)^");
        for (var i = 0; i < parse.Parts.Count; i++)
        {
            var part = parse.Parts[i];
            var last = i == parse.Parts.Count - 1;
            if (part.Literal is not null)
                pattern.Append(regex ? Uncaptured(part.Literal) : Regex.Escape(part.Literal).Replace("/", "\\/", StringComparison.Ordinal));
            else if (part.Column is null)
                pattern.Append(last || greedy ? ".*" : ".*?");
            else if (parse.Kind == "simple" && part.Type.IsInteger())
                pattern.Append("\\s*(-?[0-9]+)");
            else if (parse.Kind == "simple" && part.Type is KqlType.Real or KqlType.Decimal)
                pattern.Append("\\s*(-?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)");
            else
                pattern.Append(last || greedy ? "(.*)" : "(.*?)");
        }

        if (!regex)
            pattern.Append('$');
        return pattern.ToString();
    }

    /// <summary>Groups in a given pattern must not shift the columns' own.</summary>
    private static string Uncaptured(string pattern)
    {
        var output = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && i + 1 < pattern.Length)
                output.Append(pattern[i]).Append(pattern[++i]);
            else if (pattern[i] == '(' && !(i + 1 < pattern.Length && pattern[i + 1] == '?'))
                output.Append("(?:");
            else
                output.Append(pattern[i]);
        }

        return output.ToString();
    }

    private ComputeRelation ParseKv(ParseKvSyntax parse, Relation input, RowScope row)
    {
        var text = Text(Scalar(parse.Text, row), parse.Text.Span);
        var options = new[] { "pair_delimiter", "kv_delimiter", "quote", "escape", "regex" };
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, syntax) in parse.Options)
        {
            if (Array.IndexOf(options, name) < 0 && name != "greedy")
                Report(syntax.Span, "KQL3016", $"parse-kv has no option '{name}'.");
            else if (Scalar(syntax, RowScope.None(row.Lets)) is BoundLiteral { Value: { } value })
                values[name] = value is bool flag ? flag ? "true" : "" : value.ToString()!;
            else
                Report(syntax.Span, "KQL3012", "An option of parse-kv is a constant.");
        }

        BoundLiteral Text1(string name, string otherwise) => new(KqlType.String, values.GetValueOrDefault(name, otherwise));
        var columns = input.Columns.ToList();
        var found = Column("pairs", KqlType.Dynamic, true);
        var packed = string.Join('\u0001', Text1("pair_delimiter", " ").Value, Text1("kv_delimiter", "=").Value, Text1("quote", "").Value, Text1("escape", "").Value, Text1("greedy", "").Value, Text1("regex", "").Value);
        var pairs = text is BoundError ? new BoundError(KqlType.Dynamic) : Apply(FunctionRegistry.Scalar("op:parse_kv")![0], [text, new BoundLiteral(KqlType.String, packed)]);
        var matched = new ComputeRelation(input, [.. input.Columns, found], [new Assignment(found, pairs)]);
        var assignments = new List<Assignment>();
        foreach (var part in parse.Columns)
        {
            var column = Column(part.Name, part.Type!.Value, true);
            assignments.Add(new Assignment(column, Convert(new BoundPath(new BoundColumn(found), [new PathStep(part.Name, 0)]), part.Type.Value)));
            Set(columns, column);
        }

        return new ComputeRelation(matched, columns, assignments) { Serialized = input.Serialized };
    }
}
