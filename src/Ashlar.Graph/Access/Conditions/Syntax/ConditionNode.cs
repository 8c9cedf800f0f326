namespace Ashlar.Graph.Access.Conditions.Syntax;

internal abstract record ConditionNode
{
    /// <summary>Negated: an odd number of negations stands around this node; what it answers is not negated yet.</summary>
    public abstract Truth Evaluate(Attempt attempt, bool negated);
}
