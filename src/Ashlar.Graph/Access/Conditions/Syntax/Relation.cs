namespace Ashlar.Graph.Access.Conditions.Syntax;

internal enum Relation
{
    Equals,
    LessThan,
    LessThanEquals,
    GreaterThan,
    GreaterThanEquals,
    StartsWith,
    Like,
}
