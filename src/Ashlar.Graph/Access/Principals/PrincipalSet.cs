namespace Ashlar.Graph.Access.Principals;

/// <summary>Those for whom an assignment counts.</summary>
/// <param name="Members">Ordered by principal; each once.</param>
internal sealed record PrincipalSet(int Index, SetMember[] Members);
