namespace Ashlar.Graph.Access.Conditions.Syntax;

/// <summary>ActionMatches{'…'}; wildcards as in permissions.</summary>
internal sealed record ActionMatch(IReadOnlyList<string> Patterns) : ConditionNode
{
    public override Truth Evaluate(Attempt attempt, bool negated) => Patterns.Select(p => Wildcards.Action(p, attempt.Action)).Either();
}
