namespace Ashlar.Graph.Access.Conditions.Syntax;

/// <summary>
/// SubOperationMatches{'…'}. A sub-operation is one of the service operations that share an action (storage-auth-abac-attributes, "Suboperations");
/// an attempt that names only the action may be any of them, so the answer is Unknown unless the attempt says which, or that it is none.
/// </summary>
internal sealed record SubOperationMatch(IReadOnlyList<string> Patterns) : ConditionNode
{
    /// <summary>The name conditions had for it before SubOperationMatches, still valid.</summary>
    public const string Attribute = "subOperation";

    public override Truth Evaluate(Attempt attempt, bool negated)
    {
        var value = attempt.Attributes.Find(AttributeSource.Request, Attribute);
        if (value.Values is not { } values)
            return Truth.Unknown;
        return values.SelectMany(v => Patterns.Select(p => TruthTables.Of(Wildcards.Like(p, v, ignoreCase: true)))).Either();
    }
}
