namespace Ashlar.Kql.Binding;

/// <summary>Which resource types a filter leaves of a scan. When in doubt: any.</summary>
internal static class TypeLimits
{
    public static void Apply(ScanRelation scan, BoundExpression predicate)
    {
        if (Of(scan, predicate) is not { } types)
            return;
        if (scan.Types is null)
            scan.Types = types;
        else
            scan.Types.IntersectWith(types);
    }

    private static HashSet<string>? Of(ScanRelation scan, BoundExpression predicate)
    {
        switch (predicate)
        {
            case BoundLogic { And: true } and:
                HashSet<string>? all = null;
                foreach (var operand in and.Operands)
                {
                    if (Of(scan, operand) is not { } some)
                        continue;
                    if (all is null)
                        all = some;
                    else
                        all.IntersectWith(some);
                }

                return all;
            case BoundLogic or:
                var any = new HashSet<string>(StringComparer.Ordinal);
                foreach (var operand in or.Operands)
                {
                    if (Of(scan, operand) is not { } some)
                        return null;
                    any.UnionWith(some);
                }

                return any;
            case BoundCompare { Operator: "==", Right: BoundLiteral { Value: string text } } equal when IsType(scan, equal.Left):
                return [text.ToLowerInvariant()];
            case BoundCompare { Operator: "==", Left: BoundLiteral { Value: string text } } equal when IsType(scan, equal.Right):
                return [text.ToLowerInvariant()];
            case BoundIn { Negated: false } list when IsType(scan, list.Value) && list.Items.All(i => i is BoundLiteral { Value: string }):
                return [.. list.Items.Select(i => ((string)((BoundLiteral)i).Value!).ToLowerInvariant())];
            default:
                return null;
        }
    }

    private static bool IsType(ScanRelation scan, BoundExpression value) => value switch
    {
        BoundCall { Function.Name: "tolower" or "trim_type", Arguments: [var inner] } => IsType(scan, inner),
        BoundConvert { To: KqlType.String } convert => IsType(scan, convert.Operand),
        BoundColumn { Column.Alias: { } alias } => ReferenceEquals(alias.Scan, scan) && string.Equals(alias.Path, "type", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
