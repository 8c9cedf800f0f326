namespace Ashlar.Graph.Access.Counting;

/// <summary>Grants of one scope, as the rules of one meaning read them.</summary>
internal readonly record struct LayingStep(int Scope, int Meaning);
