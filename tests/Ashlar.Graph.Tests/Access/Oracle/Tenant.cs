namespace Ashlar.Graph.Tests.Access.Oracle;

/// <summary>A tenant as plain lists, so that a failing one can be made smaller by dropping elements. Ids are written in any case.</summary>
internal sealed record Tenant
{
    public required string Id { get; init; }
    public IReadOnlyList<ManagementGroup> ManagementGroups { get; init; } = [];
    public IReadOnlyList<Subscription> Subscriptions { get; init; } = [];
    public IReadOnlyList<Resource> Resources { get; init; } = [];
    public IReadOnlyList<Subject> Subjects { get; init; } = [];
    public IReadOnlyList<Group> Groups { get; init; } = [];
    public IReadOnlyList<Member> Members { get; init; } = [];
    public IReadOnlyList<GroupEligibility> GroupEligibilities { get; init; } = [];
    public IReadOnlyList<Role> Roles { get; init; } = [];
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];
    public IReadOnlyList<Deny> Denies { get; init; } = [];
    public IReadOnlyList<CosmosRole> CosmosRoles { get; init; } = [];
    public IReadOnlyList<CosmosAssignment> CosmosAssignments { get; init; } = [];
    public IReadOnlyList<Delegation> Delegations { get; init; } = [];
    public IReadOnlyList<ClassicAdministrator> ClassicAdministrators { get; init; } = [];
    public IReadOnlyList<Application> Applications { get; init; } = [];
    public IReadOnlyList<Ownership> Ownerships { get; init; } = [];
    public IReadOnlyList<DirectoryRole> DirectoryRoles { get; init; } = [];
    public IReadOnlyList<DirectoryAssignment> DirectoryAssignments { get; init; } = [];
    public IReadOnlyList<Member> AdministrativeUnitMembers { get; init; } = [];
    public IReadOnlyList<GraphGrant> GraphGrants { get; init; } = [];
}

/// <param name="Parent">Name of the group above; null for the root.</param>
internal sealed record ManagementGroup(string Name, string? Parent);

internal sealed record Subscription(string Id, string ManagementGroup);

/// <param name="Flag">The one setting of its type that the edges ask for; null = not reported.</param>
internal sealed record Resource(string Id, string Type, bool? Flag, IReadOnlyList<VaultPolicy> Policies);

/// <param name="ApplicationId">Not null: only through this application, on behalf of the object.</param>
internal sealed record VaultPolicy(string ObjectId, string? ApplicationId, IReadOnlyList<string> Secrets);

internal enum SubjectKind { User, Guest, Application, ManagedIdentity, Foreign, Unresolved }

internal sealed record Subject(string Id, SubjectKind Kind);

internal sealed record Group(string Id, bool? Assignable);

internal sealed record Member(string In, string Id);

internal sealed record GroupEligibility(string Group, string Principal, bool Owner);

internal sealed record RoleEntry(IReadOnlyList<string> Actions, IReadOnlyList<string> NotActions, IReadOnlyList<string> DataActions, IReadOnlyList<string> NotDataActions, Condition? Condition = null);

internal sealed record Role(string Guid, string Name, bool BuiltIn, IReadOnlyList<RoleEntry> Entries);

internal sealed record Assignment(int Number, string Principal, string Role, string Scope, bool Eligible = false, Condition? Condition = null);

/// <param name="Principals">Empty = everyone.</param>
internal sealed record Deny(int Number, string Scope, IReadOnlyList<RoleEntry> Entries, IReadOnlyList<string> Principals, IReadOnlyList<string> Excluded, bool NotChildScopes = false, bool Audit = false);

/// <param name="Account">Id of the account that defines it.</param>
internal sealed record CosmosRole(string Account, string Guid, IReadOnlyList<string> DataActions, IReadOnlyList<string> NotDataActions);

/// <param name="Under">Below the account: empty, or /dbs/name.</param>
internal sealed record CosmosAssignment(int Number, string Account, string Guid, string Principal, string Under);

internal sealed record Delegation(int Number, string Scope, string Principal, string Role, bool Eligible);

internal sealed record ClassicAdministrator(int Number, string Subscription, string Mail);

internal sealed record Application(string Id, string AppId);

/// <param name="Of">Object id of an application, service principal or group.</param>
internal sealed record Ownership(string Of, string Owner);

/// <param name="Actions">Empty = not reported.</param>
internal sealed record DirectoryRole(string Id, string Template, IReadOnlyList<string> Actions);

/// <param name="Scope">/, /administrativeUnits/{id} or /{object id}.</param>
internal sealed record DirectoryAssignment(int Number, string Principal, string Role, string Scope, bool Eligible = false);

/// <param name="OnGraph">False: a role of another application that has the same id, which is no permission of Microsoft Graph.</param>
internal sealed record GraphGrant(int Number, string Principal, string Permission, bool OnGraph = true);
