namespace Ashlar.Graph.Access.Conditions;

/// <summary>What an attempt is known to be about.</summary>
internal interface IAttributes
{
    /// <summary>
    /// The name as the condition writes it, without the brackets (Microsoft.Authorization/roleAssignments:RoleDefinitionId, isPrivateLink, UtcNow).
    /// Names compare without case. The sub-operation of an attempt is the Request attribute <c>subOperation</c>.
    /// </summary>
    AttributeValue Find(AttributeSource source, string name);
}
