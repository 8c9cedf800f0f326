namespace Ashlar.Graph.Access.Conditions.Syntax;

/// <summary>'text', a word, or a list of them in braces.</summary>
internal sealed record LiteralOperand(IReadOnlyList<string> Values) : Operand
{
    private readonly AttributeValue _value = AttributeValue.Of(Values);

    public override AttributeValue Resolve(Attempt attempt) => _value;
}
