using System.Globalization;

namespace Ashlar.Graph.Access.Conditions.Syntax;

internal sealed record ComparisonOperator(ValueType Type, Relation Relation, bool Negative, Quantifier Quantifier)
{
    private static readonly Relation[] Ordered = [Relation.Equals, Relation.LessThan, Relation.LessThanEquals, Relation.GreaterThan, Relation.GreaterThanEquals];

    private static readonly Dictionary<string, ComparisonOperator> All = Named().ToDictionary(o => o.Name, o => o.Operator, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when no such operator is documented.</summary>
    public static ComparisonOperator? Find(string? quantifier, string name)
    {
        var found = Quantifier.None;
        if (quantifier is not null && (!Enum.TryParse(quantifier, ignoreCase: true, out found) || found == Quantifier.None || !char.IsAsciiLetter(quantifier[0])))
            return null;
        return All.TryGetValue(name, out var comparison) ? comparison with { Quantifier = found } : null;
    }

    /// <summary>Unknown where a value is not of the operator's type.</summary>
    public Truth Compare(string left, string right)
    {
        var truth = Type switch
        {
            ValueType.Text => Texts(left, right, ignoreCase: false),
            ValueType.TextIgnoringCase => Texts(left, right, ignoreCase: true),
            ValueType.Boolean => bool.TryParse(left, out var l) && bool.TryParse(right, out var r) ? TruthTables.Of(l == r) : Truth.Unknown,
            ValueType.Number => long.TryParse(left, NumberStyles.Integer, CultureInfo.InvariantCulture, out var l)
                && long.TryParse(right, NumberStyles.Integer, CultureInfo.InvariantCulture, out var r) ? Ranked(l.CompareTo(r)) : Truth.Unknown,
            ValueType.Time => Time(left) is { } l && Time(right) is { } r ? Ranked(l.CompareTo(r)) : Truth.Unknown,
            _ => System.Guid.TryParse(left, out var l) && System.Guid.TryParse(right, out var r) ? TruthTables.Of(l == r) : Truth.Unknown,
        };
        return Negative ? truth.Not() : truth;
    }

    private static IEnumerable<(string Name, ComparisonOperator Operator)> Named()
    {
        foreach (var (prefix, type) in new[] { ("Bool", ValueType.Boolean), ("Guid", ValueType.Guid), ("Numeric", ValueType.Number), ("DateTime", ValueType.Time) })
        {
            yield return ($"{prefix}NotEquals", new(type, Relation.Equals, true, Quantifier.None));
            foreach (var relation in type is ValueType.Number or ValueType.Time ? Ordered : [Relation.Equals])
                yield return (prefix + relation, new(type, relation, false, Quantifier.None));
        }

        foreach (var relation in new[] { Relation.Equals, Relation.StartsWith, Relation.Like })
        {
            foreach (var (suffix, type) in new[] { ("", ValueType.Text), ("IgnoreCase", ValueType.TextIgnoringCase) })
            {
                yield return ($"String{relation}{suffix}", new(type, relation, false, Quantifier.None));
                yield return ($"StringNot{relation}{suffix}", new(type, relation, true, Quantifier.None));
            }
        }
    }

    private static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private Truth Texts(string left, string right, bool ignoreCase)
    {
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return TruthTables.Of(Relation switch
        {
            Relation.Like => Wildcards.Like(right, left, ignoreCase),
            Relation.StartsWith => left.StartsWith(right, comparison),
            _ => string.Equals(left, right, comparison),
        });
    }

    private Truth Ranked(int order) => TruthTables.Of(Relation switch
    {
        Relation.LessThan => order < 0,
        Relation.LessThanEquals => order <= 0,
        Relation.GreaterThan => order > 0,
        Relation.GreaterThanEquals => order >= 0,
        _ => order == 0,
    });
}
