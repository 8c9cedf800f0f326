namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>The restricted family of conditions of the oracle: clauses joined by AND, or text that is no condition at all.</summary>
internal sealed record Condition(IReadOnlyList<Clause> Clauses, string? Broken = null)
{
    /// <summary>Null = cannot be decided.</summary>
    /// <param name="target">Id of the resource; null when none is meant in particular.</param>
    public bool? Holds(string action, string? target)
    {
        if (Broken is not null)
        {
            return null;
        }

        var all = Clauses.Select(c => c.Holds(action, target)).ToList();
        return all.Contains(false) ? false : all.Contains(null) ? null : true;
    }

    public override string ToString() => Broken ?? string.Join(" AND ", Clauses);
}

/// <summary>(!(ActionMatches{pattern} [AND SubOperationMatches{sub}]) [OR (terms)]): any other action is not restricted.</summary>
/// <param name="Terms">None: the action is never allowed.</param>
internal sealed record Clause(string Pattern, string? SubOperation, IReadOnlyList<Term> Terms, bool All)
{
    public bool? Holds(string action, string? target)
    {
        if (!ActionPattern.Matches(Pattern, action))
        {
            return true;
        }

        var terms = Terms.Select(t => t.Holds(target)).ToList();
        bool? expression = All
            ? terms.Contains(false) ? false : terms.Contains(null) ? null : terms.Count > 0
            : terms.Contains(true) ? true : terms.Contains(null) ? null : false;

        // Whether the request is this sub-operation is not known.
        return SubOperation is null || expression == true ? expression : null;
    }

    public override string ToString()
    {
        var sub = SubOperation is null ? "" : $" AND SubOperationMatches{{'{SubOperation}'}}";
        var terms = Terms.Count == 0 ? "" : $" OR ({string.Join(All ? " AND " : " OR ", Terms)})";
        return $"((!(ActionMatches{{'{Pattern}'}}{sub})){terms})";
    }
}

/// <param name="Container">Not null: the container must have this name, which is known when the target is a container.</param>
/// <param name="Undecidable">Otherwise the text of a comparison with what is known only when the request is made.</param>
internal sealed record Term(string? Container, string Undecidable = "")
{
    private const string Containers = "/blobServices/default/containers/";

    public bool? Holds(string? target)
    {
        var at = target?.IndexOf(Containers, StringComparison.OrdinalIgnoreCase) ?? -1;
        return Container is null || at < 0 ? null : target![(at + Containers.Length)..] == Container;
    }

    public override string ToString() => Container is null
        ? Undecidable
        : $"@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals '{Container}'";
}
