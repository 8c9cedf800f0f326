using Ashlar.Graph.Access.Principals;

namespace Ashlar.Graph.Access.Granting;

/// <summary>A row of the factored access: everybody in a set holds what a rule set grants on every target that a reach covers.</summary>
/// <param name="Rules">Place of the rule set: a permission set, or a single alternative that several pieces meet together.</param>
internal readonly record struct Grant(PrincipalSet Set, int Rules, AccessState State, Piece Piece);
