using Ashlar.Graph.Access.Principals;
using Ashlar.Graph.Access.Rules;
using Ashlar.Graph.Access.Scopes;

namespace Ashlar.Graph.Access.Granting;

/// <summary>Who holds what, factored: grants at scopes, and which scopes reach which target.</summary>
internal sealed class AccessModel
{
    public required RuleBook Book { get; init; }

    public required TargetClasses Classes { get; init; }

    public required IReadOnlyList<Target> Targets { get; init; }

    public required PrincipalDirectory Directory { get; init; }

    public required PrincipalSets Sets { get; init; }

    public required ScopeTree Scopes { get; init; }

    public required RuleSets RuleSets { get; init; }

    /// <summary>Grants of each scope; a scope beyond <see cref="ScopeTree.Count"/> is one target alone.</summary>
    public required IReadOnlyDictionary<int, List<Grant>> Grants { get; init; }

    /// <summary>Of each target the scopes that cover it, from the widest.</summary>
    public required IReadOnlyList<int[]> Above { get; init; }

    /// <summary>Of each target the scopes whose grants count for it, from the widest.</summary>
    public required IReadOnlyList<int[]> Reach { get; init; }

    public required IReadOnlyList<Rule> Rules { get; init; }

    public required IReadOnlyList<Piece> Pieces { get; init; }
}
