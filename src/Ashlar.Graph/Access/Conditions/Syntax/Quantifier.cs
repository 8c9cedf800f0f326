namespace Ashlar.Graph.Access.Conditions.Syntax;

/// <summary>Which values must satisfy a comparison: of the left side, of the right side.</summary>
internal enum Quantifier
{
    None,
    ForAnyOfAnyValues,
    ForAllOfAnyValues,
    ForAnyOfAllValues,
    ForAllOfAllValues,
}
