namespace Ashlar.Graph.Access.Conditions;

/// <summary>Kleene's three values, in the order in which "and" is the lesser and "or" the greater.</summary>
internal enum Truth
{
    False,
    Unknown,
    True,
}
