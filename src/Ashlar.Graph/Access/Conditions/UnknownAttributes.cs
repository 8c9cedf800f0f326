namespace Ashlar.Graph.Access.Conditions;

/// <summary>Nothing is known but the action.</summary>
internal sealed class UnknownAttributes : IAttributes
{
    public static readonly UnknownAttributes Instance = new();

    private UnknownAttributes()
    {
    }

    public AttributeValue Find(AttributeSource source, string name) => AttributeValue.Unknown;
}
