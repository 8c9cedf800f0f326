namespace Ashlar.Graph.Access.Counting;

/// <summary>Grants of one scope, as the rules of one meaning read them.</summary>
/// <param name="At">Number of the scope, or its place among <see cref="SharedScopes"/>.</param>
internal readonly record struct LayingStep(int At, int Meaning) : IComparable<LayingStep>
{
    public int CompareTo(LayingStep other) => At != other.At ? At.CompareTo(other.At) : Meaning.CompareTo(other.Meaning);
}
