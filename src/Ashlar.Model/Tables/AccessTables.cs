namespace Ashlar.Model;

/// <summary>Tables derived by the access graph: who can do what to AI workloads, their data and keys, and to the identities that run them.</summary>
/// <remarks>
/// They carry what could not be seen in columns of their own (<c>Complete</c>, <c>Missing</c>). <c>State</c> is active, conditional
/// (a condition that cannot be decided), eligible (to be activated in PIM) or unknown (the target's settings do not say).
/// </remarks>
public static class AccessTables
{
    private static readonly ColumnDefinition PrincipalId = new("PrincipalId", "string", "Entra object id.");
    private static readonly ColumnDefinition PrincipalName = new("PrincipalName", "string", "Name shown to people; empty when the object was not read.");
    private static readonly ColumnDefinition PrincipalKind = new("PrincipalKind", "string", "user, guest, group, application, managedIdentity, foreignApplication, deleted or unknown.");
    private static readonly ColumnDefinition ResourceId = new("ResourceId", "string", "The resource; for an Entra object /tenants/{tenant}/providers/microsoft.graph/{kind}/{id}.");
    private static readonly ColumnDefinition ResourceType = new("ResourceType", "string", "Lower case.");
    private static readonly ColumnDefinition State = new("State", "string", "active, conditional, eligible or unknown.");
    private static readonly ColumnDefinition Membership = new("Membership", "string", "direct, or group: through the group in ViaGroupId.");
    private static readonly ColumnDefinition Role = new("Role", "string", "Name of the role; for other roads their name.");
    private static readonly ColumnDefinition Scope = new("Scope", "string", "Where the assignment stands.");
    private static readonly ColumnDefinition AssignmentIds = new("AssignmentIds", "dynamic", "Ids of the assignments (or objects) that prove it; more than one when several together give it.");
    private static readonly ColumnDefinition ViaGroupId = new("ViaGroupId", "string", "Group that the assignment names; empty when it names the principal.");
    private static readonly ColumnDefinition Complete = new("Complete", "bool", "Nothing that bears on what is held now was left unread; PIM and denials that were not read stand in Missing alone.");
    private static readonly ColumnDefinition Missing = new("Missing", "dynamic", "Sentences: what was not read, and what would bring it.");

    private static readonly ColumnDefinition[] Counts =
    [
        new("People", "long", "Members of the tenant that have it now."),
        new("Guests", "long", "Guests that have it now."),
        new("Applications", "long", "Applications of the tenant that have it now."),
        new("ManagedIdentities", "long", "Managed identities that have it now."),
        new("Foreign", "long", "Principals of other tenants that have it now."),
        new("Unresolved", "long", "Principals that have it now and that were deleted or not read."),
        new("Conditional", "long", "Principals that have it at best under a condition or setting that cannot be decided."),
        new("Eligible", "long", "Principals that have it only after activation in PIM."),
        new("ByKeyOnly", "long", "Principals that have it now, and only by reading a key."),
        new("Everyone", "bool", "Through a group that holds everyone, or nearly."),
    ];

    public static TableDefinition EffectiveAccess { get; } = new(
        "EffectiveAccess",
        TableKind.Derived,
        "Who can do what, one row for each road: principal, capability, resource, and the assignments that prove it.",
        "ResourceId",
        [
            PrincipalId, PrincipalName, PrincipalKind,
            new("Capability", "string", "Name of a file in content/edges, such as invoke or read-keys."),
            ResourceId, ResourceType, State, Membership,
            new("By", "string", "role, key, accessPolicy, ownership, permission, directoryRole or delegation."),
            Role,
            new("RoleDefinitionId", "string", "Role definition; empty where there is none."),
            Scope, AssignmentIds, ViaGroupId,
            new("Action", "string", "The action that the road grants."),
            new("Condition", "string", "Condition that could not be decided, or empty."),
        ])
    { CarriesCompleteness = true };

    public static TableDefinition ResourceAccess { get; } = new(
        "ResourceAccess",
        TableKind.Derived,
        "How many can do what, to the resources of AI workloads, to where their logs are kept and to the identities that control them: one row for each and capability its type has. Counts are of distinct principals; groups are counted by their members.",
        "ResourceId",
        [
            ResourceId, ResourceType,
            new("Capability", "string", "Name of a file in content/edges."),
            .. Counts,
            Complete, Missing,
        ])
    { CarriesCompleteness = true };

    public static TableDefinition WorkloadAccess { get; } = new(
        "WorkloadAccess",
        TableKind.Derived,
        "How many can do what to an AI workload: to any of the resources that it owns and does not share.",
        null,
        [
            new("WorkloadId", "string", "See AiWorkloads."),
            new("Capability", "string", "Name of a file in content/edges."),
            .. Counts,
            Complete, Missing,
        ])
    { CarriesCompleteness = true };

    public static TableDefinition AccessTargets { get; } = new(
        "AccessTargets",
        TableKind.Derived,
        "Everything that the edges speak of, with what was left unread of who has access to it.",
        "ResourceId",
        [
            ResourceId, ResourceType,
            new("KeyAuth", "string", "on: it accepts keys; off; unknown, or it has none."),
            Complete, Missing,
        ])
    { CarriesCompleteness = true };

    public static TableDefinition KeyHolders { get; } = new(
        "KeyHolders",
        TableKind.Derived,
        "Who can read or make keys of what, one row for each road.",
        "ResourceId",
        [
            PrincipalId, PrincipalName, PrincipalKind, ResourceId, ResourceType,
            new("KeyAuth", "string", "on: the resource accepts keys; off; unknown."),
            State, Membership, Role, Scope, AssignmentIds, ViaGroupId,
        ])
    { CarriesCompleteness = true };

    public static TableDefinition Identities { get; } = new(
        "Identities",
        TableKind.Derived,
        "Every principal of the tenant, and every one that an assignment names: credentials, what runs as it, how much it holds.",
        "ResourceId",
        [
            new("Id", "string", "Entra object id."),
            new("ResourceId", "string", "/tenants/{tenant}/providers/microsoft.graph/{kind}/{id}."),
            new("Name", "string", "Name shown to people."),
            new("Kind", "string", "user, guest, group, application, managedIdentity, foreignApplication, deleted or unknown."),
            new("AppId", "string", "Client id of an application."),
            new("Enabled", "bool", "May sign in; null = not reported."),
            new("Created", "datetime", "When it was created."),
            new("LastSignIn", "datetime", "Last sign-in of a user; null = never or not reported."),
            new("Owners", "dynamic", "Object ids of its owners, those of the application registration included."),
            new("Secrets", "long", "Client secrets that are valid at the time of collection; null = not reported."),
            new("Certificates", "long", "Certificates that are valid at the time of collection; null = not reported."),
            new("Credentials", "dynamic", "Array of bags: kind (secret, certificate), keyId, start, end, on (application, servicePrincipal)."),
            new("Federations", "dynamic", "Array of bags: name, issuer, subject, wildcard, expression."),
            new("RunsOn", "dynamic", "Ids of the resources that run as it."),
            new("Workloads", "dynamic", "AI workloads that run as it."),
            new("Members", "long", "Groups: distinct members, nested ones included."),
            new("Everyone", "bool", "Groups: holds everyone of the tenant, or nearly."),
            new("Tier", "int", "0 = controls the tenant or a whole subscription; 1 = controls an AI workload, its keys or its data; 2 = neither."),
            new("Privileges", "dynamic", "Array of bags: tier, role, scope, state, assignmentId, viaGroupId: what makes the tier, the highest first; ten at most."),
            new("PrivilegeCount", "long", "How many make the tier, all of them."),
            Complete, Missing,
        ])
    { CarriesCompleteness = true };

    public static IReadOnlyList<TableDefinition> All { get; } = [Identities, AccessTargets, EffectiveAccess, ResourceAccess, WorkloadAccess, KeyHolders];
}
