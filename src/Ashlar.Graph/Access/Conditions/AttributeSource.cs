namespace Ashlar.Graph.Access.Conditions;

internal enum AttributeSource
{
    Resource,
    Request,
    Principal,
    Environment,
}
