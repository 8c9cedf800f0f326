namespace Ashlar.Content;

/// <summary>What proves a capability on one type of target: any of the roads named.</summary>
/// <param name="Type">Lower case: a resource type, or <c>microsoft.graph/</c> and applications, serviceprincipals, groups or users.</param>
/// <param name="When">KQL over the target's row that yields a bool; null when the target's settings do not matter.</param>
/// <param name="By">Role or Key.</param>
/// <param name="Need">Actions of Azure roles; empty when only other roads are named.</param>
/// <param name="And">Needed too, on the same target.</param>
/// <param name="Anywhere">Needed too, at any scope whatever.</param>
/// <param name="AccessPolicy">Key Vault access policies as kind/permission, such as <c>secrets/get</c>.</param>
/// <param name="Directory">Actions of directory roles.</param>
/// <param name="Roles">Template ids of directory roles, lower case.</param>
/// <param name="Permissions">Application permissions of Microsoft Graph: value or id.</param>
/// <param name="Owner">Ownership of the object suffices.</param>
public sealed record EdgeTarget(
    string Type,
    string? When,
    EdgeRoad By,
    EdgeNeed Need,
    EdgeNeed? And,
    EdgeNeed? Anywhere,
    IReadOnlyList<string> AccessPolicy,
    IReadOnlyList<string> Directory,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Permissions,
    bool Owner,
    int Line);
