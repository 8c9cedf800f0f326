namespace Ashlar.Graph.Access.Conditions.Syntax;

/// <summary>@Source[name].</summary>
internal sealed record AttributeOperand(AttributeSource Source, string Name) : Operand
{
    public override AttributeValue Resolve(Attempt attempt) => attempt.Attributes.Find(Source, Name);

    public override string ToString() => $"@{Source}[{Name}]";
}
