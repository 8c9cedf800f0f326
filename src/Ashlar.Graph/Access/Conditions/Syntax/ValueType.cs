namespace Ashlar.Graph.Access.Conditions.Syntax;

internal enum ValueType
{
    Text,
    TextIgnoringCase,
    Boolean,
    Number,
    Time,
    Guid,
}
