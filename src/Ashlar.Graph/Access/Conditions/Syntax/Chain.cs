namespace Ashlar.Graph.Access.Conditions.Syntax;

/// <summary>a AND b OR c …; the n-th link stands before the operand n + 1 and says whether it is an AND.</summary>
internal sealed record Chain(IReadOnlyList<ConditionNode> Operands, IReadOnlyList<bool> Links) : ConditionNode
{
    /// <summary>
    /// Microsoft calls the order of a mixed chain ambiguous. AND first is the most generous grouping and OR first the strictest,
    /// all others lie between: where the two agree, so do all.
    /// </summary>
    public override Truth Evaluate(Attempt attempt, bool negated)
    {
        var truths = Operands.Select(o => o.Evaluate(attempt, negated)).ToList();
        var generous = Grouped(truths, andFirst: true);
        return generous == Grouped(truths, andFirst: false) ? generous : Truth.Unknown;
    }

    private Truth Grouped(List<Truth> truths, bool andFirst)
    {
        List<Truth> groups = [truths[0]];
        for (var i = 0; i < Links.Count; i++)
        {
            if (Links[i] != andFirst)
                groups.Add(truths[i + 1]);
            else
                groups[^1] = andFirst ? groups[^1].And(truths[i + 1]) : groups[^1].Or(truths[i + 1]);
        }

        return andFirst ? groups.Either() : groups.Every();
    }
}
