namespace Ashlar.Model;

/// <summary>Entra objects, with Microsoft Graph's property names (v1.0).</summary>
public static class EntraTables
{
    public const string Users = "Users";
    public const string Groups = "Groups";
    public const string GroupMembers = "GroupMembers";
    public const string GroupOwners = "GroupOwners";
    public const string GroupEligibilities = "GroupEligibilities";
    public const string AdministrativeUnitMembers = "AdministrativeUnitMembers";
    public const string ServicePrincipals = "ServicePrincipals";
    public const string ServicePrincipalOwners = "ServicePrincipalOwners";
    public const string Applications = "Applications";
    public const string ApplicationOwners = "ApplicationOwners";
    public const string FederatedIdentityCredentials = "FederatedIdentityCredentials";
    public const string AppRoleAssignments = "AppRoleAssignments";
    public const string OAuth2PermissionGrants = "OAuth2PermissionGrants";
    public const string DirectoryRoleDefinitions = "DirectoryRoleDefinitions";
    public const string DirectoryRoleAssignments = "DirectoryRoleAssignments";
    public const string DirectoryRoleEligibilities = "DirectoryRoleEligibilities";
    public const string ConditionalAccessPolicies = "ConditionalAccessPolicies";
    public const string NamedLocations = "NamedLocations";
    public const string UserRegistrationDetails = "UserRegistrationDetails";
    public const string Organizations = "Organizations";

    private static readonly ColumnDefinition Id = new("id", "string", "Object id.");
    private static readonly ColumnDefinition DisplayName = new("displayName", "string", "Name shown to people.");
    private static readonly ColumnDefinition AccountEnabled = new("accountEnabled", "bool", "May sign in.");
    private static readonly ColumnDefinition Created = new("createdDateTime", "datetime", "When it was created.");
    private static readonly ColumnDefinition Synced = new("onPremisesSyncEnabled", "bool", "Comes from an on-premises directory.");
    private static readonly ColumnDefinition PasswordCredentials = new("passwordCredentials", "dynamic", "Client secrets: keyId, hint, start and end; never the secret.");
    private static readonly ColumnDefinition KeyCredentials = new("keyCredentials", "dynamic", "Certificates: keyId, usage, start and end.");
    private static readonly ColumnDefinition AppId = new("appId", "string", "Client id.");
    private static readonly ColumnDefinition AppRoles = new("appRoles", "dynamic", "Roles the application defines.");
    private static readonly ColumnDefinition Tags = new("tags", "dynamic", "Tags.");
    private static readonly ColumnDefinition ODataType = new("odataType", "string", "Kind of the member or owner, such as #microsoft.graph.user; empty when not reported.");

    public static IReadOnlyList<TableDefinition> All { get; } =
    [
        Entra(Users, "People and guests.", "id",
            Id, DisplayName, new("userPrincipalName", "string", "Sign-in name."), new("mail", "string", "Mail address."),
            new("userType", "string", "Member or Guest."), AccountEnabled, Created, Synced,
            new("externalUserState", "string", "State of a guest's invitation."), new("jobTitle", "string", "Job title."),
            new("department", "string", "Department."), new("assignedLicenses", "dynamic", "Licences."),
            new("signInActivity", "dynamic", "Last sign-ins; needs AuditLog.Read.All.")),
        Entra(Groups, "Groups.", "id",
            Id, DisplayName, new("description", "string", "Description."), new("mail", "string", "Mail address."), new("securityEnabled", "bool", "May be given access."),
            new("mailEnabled", "bool", "Receives mail."), new("groupTypes", "dynamic", "Unified, DynamicMembership."),
            new("membershipRule", "string", "Rule of a dynamic group."), new("membershipRuleProcessingState", "string", "On or Paused."),
            new("isAssignableToRole", "bool", "May hold directory roles."), Synced, new("visibility", "string", "Public, Private or HiddenMembership."), Created),
        Entra(GroupMembers, "Direct members of groups: one row each.", null,
            new("groupId", "string", "Object id of the group."), new("memberId", "string", "Object id of the member."), ODataType),
        Entra(GroupOwners, "Owners of groups: one row each.", null,
            new("groupId", "string", "Object id of the group."), new("ownerId", "string", "Object id of the owner."), ODataType),
        Entra(GroupEligibilities, "Memberships and ownerships of groups that can be activated (PIM for Groups).", "id",
            Id, new("groupId", "string", "Object id of the group."), new("principalId", "string", "Who may activate it."), new("accessId", "string", "member or owner."),
            new("startDateTime", "datetime", "From."), new("endDateTime", "datetime", "Until.")),
        Entra(AdministrativeUnitMembers, "Direct members of administrative units: one row each.", null,
            new("administrativeUnitId", "string", "Object id of the administrative unit."), new("memberId", "string", "Object id of the member."), ODataType),
        Entra(ServicePrincipals, "Service principals: enterprise applications and managed identities.", "id",
            Id, AppId, DisplayName, new("servicePrincipalType", "string", "Application, ManagedIdentity, Legacy or SocialIdp."), AccountEnabled,
            new("appOwnerOrganizationId", "string", "Tenant that owns the application."), new("appRoleAssignmentRequired", "bool", "Only assigned users may sign in."),
            PasswordCredentials, KeyCredentials, new("alternativeNames", "dynamic", "For a managed identity, the id of its resource."), Tags,
            AppRoles, new("oauth2PermissionScopes", "dynamic", "Delegated permissions it defines."), new("servicePrincipalNames", "dynamic", "Names of its audience."), Created),
        Entra(ServicePrincipalOwners, "Owners of service principals: one row each.", null,
            new("servicePrincipalId", "string", "Object id of the service principal."), new("ownerId", "string", "Object id of the owner."), ODataType),
        Entra(Applications, "Application registrations.", "id",
            Id, AppId, DisplayName, new("signInAudience", "string", "Who may sign in."), PasswordCredentials, KeyCredentials,
            new("requiredResourceAccess", "dynamic", "Permissions it asks for."), AppRoles, new("web", "dynamic", "Redirect URIs and implicit grant."),
            new("publisherDomain", "string", "Verified domain."), Tags, Created),
        Entra(ApplicationOwners, "Owners of application registrations: one row each.", null,
            new("applicationId", "string", "Object id of the application."), new("ownerId", "string", "Object id of the owner."), ODataType),
        Entra(FederatedIdentityCredentials, "Workload identity federation of application registrations.", "id",
            Id, new("applicationId", "string", "Object id of the application; empty when not reported."), new("name", "string", "Name."),
            new("issuer", "string", "Who issues the token."), new("subject", "string", "Subject that is trusted."), new("audiences", "dynamic", "Audiences."),
            new("claimsMatchingExpression", "dynamic", "Expression over claims, where one is used.")),
        Entra(AppRoleAssignments, "Application permissions and application access that were granted.", "id",
            Id, new("appRoleId", "string", "Role of the resource application."), new("principalId", "string", "Who holds it."),
            new("principalType", "string", "User, Group or ServicePrincipal."), new("principalDisplayName", "string", "Name of the holder."),
            new("resourceId", "string", "Object id of the resource service principal."), new("resourceDisplayName", "string", "Name of the resource."), Created),
        Entra(OAuth2PermissionGrants, "Delegated permissions that were granted.", "id",
            Id, new("clientId", "string", "Object id of the client service principal."), new("consentType", "string", "AllPrincipals or Principal."),
            new("principalId", "string", "User, when it is for one."), new("resourceId", "string", "Object id of the resource service principal."), new("scope", "string", "Permissions, separated by blanks.")),
        Entra(DirectoryRoleDefinitions, "Directory roles.", "id",
            Id, DisplayName, new("description", "string", "Description."), new("templateId", "string", "Same in every tenant."), new("isBuiltIn", "bool", "Made by Microsoft."),
            new("isEnabled", "bool", "May be assigned."), new("rolePermissions", "dynamic", "Allowed actions.")),
        Entra(DirectoryRoleAssignments, "Directory roles held now.", "id",
            Id, new("principalId", "string", "Who holds it."), new("roleDefinitionId", "string", "Role."), new("directoryScopeId", "string", "Where: / is the whole directory."), new("appScopeId", "string", "Application scope.")),
        Entra(DirectoryRoleEligibilities, "Directory roles that can be activated.", "id",
            Id, new("principalId", "string", "Who may activate it."), new("roleDefinitionId", "string", "Role."), new("directoryScopeId", "string", "Where: / is the whole directory."),
            new("memberType", "string", "Direct, Group or Inherited."), new("startDateTime", "datetime", "From."), new("endDateTime", "datetime", "Until.")),
        Entra(ConditionalAccessPolicies, "Conditional access policies.", "id",
            Id, DisplayName, new("state", "string", "enabled, disabled or enabledForReportingButNotEnforced."), new("conditions", "dynamic", "Whom and what it concerns."),
            new("grantControls", "dynamic", "What is demanded."), new("sessionControls", "dynamic", "What the session is bound to."), Created, new("modifiedDateTime", "datetime", "Last change.")),
        Entra(NamedLocations, "Named locations of conditional access.", "id",
            Id, DisplayName, new("isTrusted", "bool", "Marked as trusted."), new("ipRanges", "dynamic", "Address ranges."), new("countriesAndRegions", "dynamic", "Country codes.")),
        Entra(UserRegistrationDetails, "Which sign-in methods users registered.", "id",
            Id, new("userPrincipalName", "string", "Sign-in name."), new("isAdmin", "bool", "Holds a directory role."), new("isMfaRegistered", "bool", "Registered for MFA."),
            new("isMfaCapable", "bool", "Can answer MFA."), new("isPasswordlessCapable", "bool", "Can sign in without password."), new("methodsRegistered", "dynamic", "Methods.")),
        Entra(Organizations, "The tenant itself.", "id",
            Id, DisplayName, new("tenantType", "string", "AAD or CIAM."), new("verifiedDomains", "dynamic", "Domains."), new("assignedPlans", "dynamic", "Service plans."), Created),
    ];

    private static TableDefinition Entra(string name, string description, string? key, params ColumnDefinition[] columns) =>
        new(name, TableKind.Entra, description, key, columns);
}
