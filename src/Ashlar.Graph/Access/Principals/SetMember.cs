namespace Ashlar.Graph.Access.Principals;

/// <param name="Principal">Number of the principal.</param>
/// <param name="Via">Number of the group that the assignment names; -1: the assignment names the principal.</param>
/// <param name="State">Active, or eligible when the membership has to be activated.</param>
internal readonly record struct SetMember(int Principal, int Via, AccessState State);
