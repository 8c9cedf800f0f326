namespace Ashlar.Graph.Access.Conditions.Syntax;

internal sealed record Negation(ConditionNode Operand) : ConditionNode
{
    public override Truth Evaluate(Attempt attempt, bool negated) => Operand.Evaluate(attempt, !negated).Not();
}
