namespace Ashlar.Rules;

public enum ProofDepth
{
    /// <summary>The cases as written.</summary>
    Cases,

    /// <summary>The cases, and everything the linter derives from them.</summary>
    Everything,
}
