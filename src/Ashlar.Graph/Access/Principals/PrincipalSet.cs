namespace Ashlar.Graph.Access.Principals;

/// <summary>Those for whom an assignment counts.</summary>
/// <param name="Members">Ordered by principal; each once.</param>
/// <param name="Named">The principal that the assignment names; null for a part of such a set, or of two.</param>
internal sealed record PrincipalSet(int Index, SetMember[] Members, int? Named);
