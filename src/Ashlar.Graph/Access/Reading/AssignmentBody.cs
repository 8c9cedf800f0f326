namespace Ashlar.Graph.Access.Reading;

/// <summary>What of an assignment's <c>properties</c> counts; empty where it is not reported.</summary>
internal readonly record struct AssignmentBody(string PrincipalId, string PrincipalType, string RoleDefinitionId, string Scope, string Condition);
