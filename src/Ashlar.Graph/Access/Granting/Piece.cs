using Ashlar.Graph.Access.Permissions;
using Ashlar.Graph.Access.Principals;

namespace Ashlar.Graph.Access.Granting;

/// <summary>One road as it was read: for whom, where, what, and the object that proves it.</summary>
/// <param name="Scope">Number of the scope.</param>
/// <param name="Ids">Ids of what proves it; several when only together they give it.</param>
/// <param name="ScopeText">Where it stands, as written.</param>
/// <param name="Deniable">Azure's deny assignments bear on it.</param>
internal sealed record Piece(PrincipalSet Set, int Scope, PermissionSet Permissions, AccessState State, string[] Ids, string ScopeText, bool Deniable);
