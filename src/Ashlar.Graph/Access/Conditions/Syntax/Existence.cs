namespace Ashlar.Graph.Access.Conditions.Syntax;

/// <summary>Exists @Source[name].</summary>
internal sealed record Existence(AttributeOperand Attribute) : ConditionNode
{
    public override Truth Evaluate(Attempt attempt, bool negated)
    {
        var value = Attribute.Resolve(attempt);
        return value.IsUnknown ? Truth.Unknown : TruthTables.Of(!value.IsAbsent);
    }
}
