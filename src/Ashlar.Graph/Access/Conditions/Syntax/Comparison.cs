namespace Ashlar.Graph.Access.Conditions.Syntax;

internal sealed record Comparison(Operand Left, ComparisonOperator Operator, Operand Right) : ConditionNode
{
    public override Truth Evaluate(Attempt attempt, bool negated)
    {
        var (left, right) = (Left.Resolve(attempt), Right.Resolve(attempt));

        // What the attempt lacks cannot be evaluated, and such a check fails (storage-auth-abac-attributes, "Suboperations").
        // What a negation makes of that, in the operator's name or around it, is not documented.
        if (left.IsAbsent || right.IsAbsent)
            return negated || Operator.Negative ? Truth.Unknown : Truth.False;
        if (left.Values is not { } lefts || right.Values is not { } rights)
            return Truth.Unknown;
        return Operator.Quantifier switch
        {
            Quantifier.ForAnyOfAnyValues => lefts.Select(l => rights.Select(r => Operator.Compare(l, r)).Either()).Either(),
            Quantifier.ForAllOfAnyValues => lefts.Select(l => rights.Select(r => Operator.Compare(l, r)).Either()).Every(),
            Quantifier.ForAnyOfAllValues => lefts.Select(l => rights.Select(r => Operator.Compare(l, r)).Every()).Either(),
            Quantifier.ForAllOfAllValues => lefts.Select(l => rights.Select(r => Operator.Compare(l, r)).Every()).Every(),
            _ => Unquantified(lefts, rights),
        };
    }

    // Several values without a quantifier are not documented: an answer only where every quantifier gives the same.
    private Truth Unquantified(IReadOnlyList<string> lefts, IReadOnlyList<string> rights)
    {
        var pairs = lefts.SelectMany(l => rights.Select(r => Operator.Compare(l, r))).ToList();
        return pairs.Either() == pairs.Every() ? pairs[0] : Truth.Unknown;
    }
}
