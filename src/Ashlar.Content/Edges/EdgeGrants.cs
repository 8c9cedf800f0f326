namespace Ashlar.Content;

/// <summary>What the principal of an assertion holds: the permissions of one role at the target, or another road. Wildcards as in roles.</summary>
/// <param name="Condition">Condition of the role assignment, or null.</param>
/// <param name="AccessPolicy">Key Vault access policies as kind/permission.</param>
/// <param name="Directory">Actions of a directory role over the whole directory.</param>
/// <param name="Roles">Template ids of directory roles.</param>
/// <param name="Permissions">Application permissions of Microsoft Graph.</param>
/// <param name="Owner">It owns the target.</param>
public sealed record EdgeGrants(
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> NotActions,
    IReadOnlyList<string> DataActions,
    IReadOnlyList<string> NotDataActions,
    string? Condition,
    IReadOnlyList<string> AccessPolicy,
    IReadOnlyList<string> Directory,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Permissions,
    bool Owner);
