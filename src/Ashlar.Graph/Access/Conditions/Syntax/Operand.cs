namespace Ashlar.Graph.Access.Conditions.Syntax;

internal abstract record Operand
{
    public abstract AttributeValue Resolve(Attempt attempt);
}
