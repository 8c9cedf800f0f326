using Ashlar.Graph.Tests.Access.Oracle;
using static Ashlar.Graph.Tests.Access.Oracle.KnownRoles;

namespace Ashlar.Graph.Tests.Access;

/// <summary>The oracle alone against what Microsoft's pages say, written out by hand.</summary>
public class OracleTests
{
    private const string Sub = "/subscriptions/5abc0000-0000-4000-8000-000000000001";
    private const string Account = Sub + "/resourceGroups/ab/providers/Microsoft.CognitiveServices/accounts/x";
    private const string Elsewhere = Sub + "/resourceGroups/abc/providers/Microsoft.CognitiveServices/accounts/y";
    private const string Vault = Sub + "/resourceGroups/ab/providers/Microsoft.KeyVault/vaults/v";
    private const string Container = Sub + "/resourceGroups/ab/providers/Microsoft.Storage/storageAccounts/s/blobServices/default/containers/docs";
    private const string Identity = Sub + "/resourceGroups/ab/providers/Microsoft.ManagedIdentity/userAssignedIdentities/i";
    private const string Workspace = Sub + "/resourceGroups/ab/providers/Microsoft.MachineLearningServices/workspaces/w";
    private const string Cosmos = Sub + "/resourceGroups/ab/providers/Microsoft.DocumentDB/databaseAccounts/c";
    private const string ListKeys = "Microsoft.CognitiveServices/accounts/listKeys/action";
    private const string Chat = "Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action";
    private const string Ann = "abcdef01-0000-4000-8000-000000000001";
    private const string Bob = "abcdef01-0000-4000-8000-000000000002";
    private const string Team = "9abcdef0-0000-4000-8000-000000000001";
    private const string Inner = "9abcdef0-0000-4000-8000-000000000002";
    private const string Innermost = "9abcdef0-0000-4000-8000-000000000003";
    private const string Custom = "7abc0000-0000-4000-8000-000000000001";

    private static readonly Tenant Empty = new()
    {
        Id = "fedcba98-0000-4000-8000-0000000000fe",
        ManagementGroups = [new("root", null), new("mg", "root")],
        Subscriptions = [new("5abc0000-0000-4000-8000-000000000001", "MG")],
        Subjects = [new(Ann, SubjectKind.User), new(Bob, SubjectKind.Guest)],
        Groups = [new(Team, null), new(Inner, false), new(Innermost, false)],
        Resources =
        [
            new(Account, Edges.Account, true, []), new(Elsewhere, Edges.Account, null, []), new(Vault, Edges.Vault, null, []), new(Container, Edges.Container, null, []),
            new(Identity, Edges.Identity, null, []), new(Workspace, "microsoft.machinelearningservices/workspaces", null, []), new(Cosmos, Edges.Cosmos, true, []),
        ],
        Roles = All,
    };

    [Fact]
    public void Contributor_lists_keys_but_grants_no_access_and_has_no_data_action()
    {
        var tenant = With(new Assignment(1, Ann, Contributor, Sub));
        Assert.Equal("active", Can(tenant, Account, ListKeys));
        Assert.Equal("no", Can(tenant, Account, Edges.RoleAssignmentsWrite));
        Assert.Equal("no", Can(tenant, Account, Chat, data: true));
        Assert.Equal("no", Can(With(new Assignment(1, Ann, Owner, Sub)), Account, Chat, data: true));
    }

    [Fact]
    public void A_role_holds_below_its_scope_and_not_beside_it()
    {
        var tenant = With(new Assignment(1, Ann, Reader, Sub), new Assignment(2, Ann, UserAccessAdministrator, Sub + "/resourcegroups/AB"));
        Assert.Equal("active", Can(tenant, Account, Edges.RoleAssignmentsWrite));
        Assert.Equal("no", Can(tenant, Elsewhere, Edges.RoleAssignmentsWrite));
    }

    [Fact]
    public void What_one_role_leaves_out_another_gives() =>
        Assert.Equal("active", Can(With(new Role(Custom, "some", false, [Entry(["*"], [ListKeys])]), new Assignment(1, Ann, Contributor, Scopes.ManagementGroups + "mg"), new Assignment(2, Ann, Custom, Sub)), Account, ListKeys));

    [Fact]
    public void What_one_entry_leaves_out_another_of_the_same_role_gives()
    {
        Assert.Equal("active", Can(With(new Role(Custom, "some", false, [Entry(["*"], [ListKeys]), Entry(["*/listKeys/action"])]), new Assignment(1, Ann, Custom, Sub)), Account, ListKeys));
        Assert.Equal("no", Can(With(new Role(Custom, "some", false, [Entry(["*"], [ListKeys]), Entry([], [ListKeys])]), new Assignment(1, Ann, Custom, Sub)), Account, ListKeys));
    }

    [Fact]
    public void A_deny_assignment_beats_every_role_but_for_those_it_leaves_out()
    {
        var both = With(new Assignment(1, Ann, Contributor, Sub), new Assignment(2, Bob, Owner, "/"));
        var deny = new Deny(1, Sub + "/resourceGroups/AB", [Entry([ListKeys])], [], [Ann]);
        Assert.Equal("active", Can(both with { Denies = [deny] }, Account, ListKeys));
        Assert.Equal("no", Can(both with { Denies = [deny] }, Account, ListKeys, Bob));
        Assert.Equal("active", Can(both with { Denies = [deny] }, Elsewhere, ListKeys, Bob));
        Assert.Equal("active", Can(both with { Denies = [deny with { Audit = true }] }, Account, ListKeys, Bob));
        Assert.Equal("active", Can(both with { Denies = [deny with { Excluded = [Team] }], Members = [new(Team, Inner), new(Inner, Bob)] }, Account, ListKeys, Bob));
        Assert.Equal("active", Can(both with { Denies = [deny with { Entries = [Entry(["*"], [ListKeys])] }] }, Account, ListKeys, Bob));
    }

    [Fact]
    public void A_deny_assignment_may_spare_what_is_below()
    {
        var deny = new Deny(1, Sub, [Entry(["*"])], [], [], NotChildScopes: true);
        var tenant = With(new Assignment(1, Ann, Contributor, Sub)) with { Denies = [deny] };
        Assert.Equal("active", Can(tenant, Account, ListKeys));
        Assert.Equal("no", Can(tenant with { Denies = [deny with { Scope = Account }] }, Account, ListKeys));
        Assert.Equal("no", Can(tenant with { Denies = [deny with { NotChildScopes = false }] }, Account, ListKeys));
    }

    [Fact]
    public void A_vault_with_access_policies_does_not_ask_roles_for_secrets()
    {
        const string getSecret = "Microsoft.KeyVault/vaults/secrets/getSecret/action";
        var secrets = new Role(Custom, "secrets", true, [Entry([], data: ["Microsoft.KeyVault/vaults/secrets/*"])]);
        Assert.Empty(Roads(With(secrets, new Assignment(1, Ann, Custom, Sub)), Vault));
        Assert.Equal(["active role"], Roads(WithVault(With(secrets, new Assignment(1, Ann, Custom, Sub)), true), Vault));
        Assert.Equal("no", Can(With(new Assignment(1, Ann, Contributor, Sub)), Vault, getSecret, data: true));
        Assert.Equal(["active role"], Roads(With(new Assignment(1, Ann, Contributor, Sub)), Vault));
        Assert.Empty(Roads(WithVault(With(new Assignment(1, Ann, Contributor, Sub)), true), Vault));
    }

    [Fact]
    public void Access_policies_name_users_groups_and_applications_on_their_behalf()
    {
        Assert.Equal(["active accessPolicy"], Roads(WithVault(Empty, null, new VaultPolicy(Ann.ToUpperInvariant(), null, ["Get"])), Vault));
        Assert.Equal(["active accessPolicy"], Roads(WithVault(Empty with { Members = [new(Team, Ann)] }, false, new VaultPolicy(Team, null, ["all"])), Vault));
        Assert.Equal(["conditional accessPolicy"], Roads(WithVault(Empty, false, new VaultPolicy(Ann, Custom, ["get"])), Vault));
        Assert.Empty(Roads(WithVault(Empty, false, new VaultPolicy(Ann, null, ["list"])), Vault));
        Assert.Empty(Roads(WithVault(Empty, true, new VaultPolicy(Ann, null, ["get"])), Vault));
    }

    [Fact]
    public void Foundry_User_calls_models_and_lists_keys_but_OpenAI_User_only_calls()
    {
        var foundry = new Role(Custom, "Foundry User", true, [Entry(["Microsoft.CognitiveServices/*/read", "Microsoft.CognitiveServices/accounts/listkeys/action"], data: ["Microsoft.CognitiveServices/*"], notData: ["Microsoft.CognitiveServices/accounts/OpenAI/fine-tunes/*"])]);
        var openAi = new Role(Custom, "OpenAI User", true, [Entry(["Microsoft.CognitiveServices/*/read"], data: ["Microsoft.CognitiveServices/accounts/OpenAI/*/read", "Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action"], notData: ["Microsoft.CognitiveServices/accounts/OpenAI/stored-completions/read"])]);
        var one = With(foundry, new Assignment(1, Ann, Custom, Account));
        var other = With(openAi, new Assignment(1, Ann, Custom, Account));
        Assert.Equal(["active", "active", "no"], [Can(one, Account, Chat, data: true), Can(one, Account, ListKeys), Can(one, Account, "Microsoft.CognitiveServices/accounts/OpenAI/fine-tunes/write", data: true)]);
        Assert.Equal(["active", "no", "no"], [Can(other, Account, Chat, data: true), Can(other, Account, ListKeys), Can(other, Account, "Microsoft.CognitiveServices/accounts/OpenAI/stored-completions/read", data: true)]);
    }

    [Theory]
    [InlineData("Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action", "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action", true)]
    [InlineData("Microsoft.App/containerApps/*/write", "microsoft.app/containerapps/write", true)]
    [InlineData("Microsoft.App/containerApps/*/write", "Microsoft.App/containerApps/a/b/write", true)]
    [InlineData("Microsoft.App/containerApps/*/write", "Microsoft.App/containerAppswrite", false)]
    [InlineData("*/read", "Microsoft.Web/sites/read", true)]
    [InlineData("*/read", "read", false)]
    [InlineData("Microsoft.*/listKeys/action", "Microsoft.Storage/storageAccounts/listKeys/action", true)]
    [InlineData("*istKeys/action", "Microsoft.Storage/storageAccounts/listKeys/action", true)]
    [InlineData("Microsoft.Storage/storageAccounts", "Microsoft.Storage/storageAccounts/listKeys/action", false)]
    [InlineData("Microsoft.Storage/storageAccounts/listKeys/action/*", "Microsoft.Storage/storageAccounts/listKeys/action", false)]
    public void A_star_spans_segments_and_between_slashes_none(string pattern, string action, bool matches) => Assert.Equal(matches, ActionPattern.Matches(pattern, action));

    [Fact]
    public void AzureML_Data_Scientist_submits_jobs_and_reads_datastore_secrets_but_makes_no_compute()
    {
        var role = new Role(Custom, "AzureML Data Scientist", true, [Entry(["Microsoft.MachineLearningServices/workspaces/*/read", "Microsoft.MachineLearningServices/workspaces/*/action", "Microsoft.MachineLearningServices/workspaces/*/delete", "Microsoft.MachineLearningServices/workspaces/*/write"],
            ["Microsoft.MachineLearningServices/workspaces/delete", "Microsoft.MachineLearningServices/workspaces/write", "Microsoft.MachineLearningServices/workspaces/computes/*/write", "Microsoft.MachineLearningServices/workspaces/computes/*/delete", "Microsoft.MachineLearningServices/workspaces/listKeys/action"])]);
        var tenant = With(role, new Assignment(1, Ann, Custom, Workspace));
        string Ml(string action) => Can(tenant, Workspace, "Microsoft.MachineLearningServices/workspaces/" + action);
        Assert.Equal(["no", "active", "active", "no"], [Ml("computes/write"), Ml("jobs/write"), Ml("datastores/listSecrets/action"), Ml("listKeys/action")]);
    }

    [Fact]
    public void A_condition_binds_the_action_it_names_alone()
    {
        var delegated = new Condition([new(Edges.RoleAssignmentsWrite, null, [new(null, "@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {" + Reader + "}")], false)]);
        var manager = new Role(Custom, "Foundry Project Manager", true, [Entry([ListKeys]), Entry([Edges.RoleAssignmentsWrite, "Microsoft.Authorization/roleAssignments/delete"], condition: delegated)]);
        var tenant = With(manager, new Assignment(1, Ann, Custom, Account));
        Assert.Equal(["conditional", "active", "active"], [Can(tenant, Account, Edges.RoleAssignmentsWrite), Can(tenant, Account, "Microsoft.Authorization/roleAssignments/delete"), Can(tenant, Account, ListKeys)]);
        var never = new Condition([new("Microsoft.Authorization/roleAssignments/*", null, [], false)]);
        Assert.Equal("no", Can(With(manager, new Assignment(1, Ann, Custom, Account, Condition: never)), Account, Edges.RoleAssignmentsWrite));
        Assert.Equal("conditional", Can(With(manager, new Assignment(1, Ann, Custom, Account, Condition: new([], "what"))), Account, ListKeys));
    }

    [Theory]
    [InlineData("docs", "active")]
    [InlineData("Docs", "no")]
    public void The_name_of_a_container_decides_a_condition(string name, string state)
    {
        const string read = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read";
        var role = new Role(Custom, "blobs", true, [Entry([], data: ["Microsoft.Storage/*"])]);
        Assert.Equal(state, Can(With(role, new Assignment(1, Ann, Custom, Sub, Condition: new([new(read, null, [new(name)], true)]))), Container, read, data: true));
    }

    [Fact]
    public void Members_of_nested_groups_that_go_round_are_members()
    {
        var tenant = With(new Assignment(1, Team.ToUpperInvariant(), Contributor, Sub)) with { Members = [new(Team, Inner), new(Inner, Innermost), new(Innermost, Ann), new(Innermost, Team)] };
        Assert.Equal("active", Can(tenant, Account, ListKeys));
        Assert.Equal("no", Can(tenant, Account, ListKeys, Bob));
        Assert.Equal("active", Can(tenant, Account, ListKeys, Team));
    }

    [Fact]
    public void A_name_that_begins_alike_is_another_scope() => Assert.Equal("no", Can(With(new Assignment(1, Ann, Owner, Sub + "/resourceGroups/ab")), Elsewhere, ListKeys));

    [Fact]
    public void What_is_only_eligible_is_said_to_be()
    {
        Assert.Equal("eligible", Can(With(new Assignment(1, Ann, Owner, Sub, Eligible: true)), Account, ListKeys));
        Assert.Equal("eligible", Can(With(new Assignment(1, Team, Owner, Sub)) with { GroupEligibilities = [new(Team, Inner, false)], Members = [new(Inner, Ann)] }, Account, ListKeys));
        Assert.Equal("no", Can(With(new Assignment(1, Team, Owner, Sub)) with { GroupEligibilities = [new(Team, Ann, true)] }, Account, ListKeys));
    }

    [Fact]
    public void An_activated_membership_may_lead_out_of_a_deny_assignment_or_into_one()
    {
        var eligible = With(new Assignment(1, Ann, Owner, Sub)) with { GroupEligibilities = [new(Team, Ann, false)] };
        Assert.Equal("eligible", Can(eligible with { Denies = [new(1, Sub, [Entry(["*"])], [], [Team])] }, Account, ListKeys));
        Assert.Equal("active", Can(eligible with { Denies = [new(1, Sub, [Entry(["*"])], [Team], [])] }, Account, ListKeys));
        Assert.Equal("no", Can(eligible with { Assignments = [new(1, Team, Owner, Sub)], Denies = [new(1, Sub, [Entry(["*"])], [Team], [])] }, Account, ListKeys));
    }

    [Fact]
    public void Two_assignments_together_meet_two_needs()
    {
        var assign = new Role(Custom, "assign", true, [Entry(["Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action"])]);
        var machines = new Role("7abc0000-0000-4000-8000-000000000002", "machines", true, [Entry(["Microsoft.Compute/*"])]);
        var tenant = Empty with { Roles = [assign, machines], Assignments = [new(1, Ann, Custom, Identity)] };
        Assert.Empty(Roads(tenant, Identity));
        Assert.Equal(["eligible role"], Roads(tenant with { Assignments = [.. tenant.Assignments, new(2, Ann, machines.Guid, "/subscriptions/other", Eligible: true)] }, Identity));
    }

    [Fact]
    public void Lighthouse_gives_neither_data_nor_ownership()
    {
        Tenant Delegated(string role) => Empty with { Roles = [.. All, new(Custom, "mixed", true, [Entry([ListKeys], data: ["*"])])], Delegations = [new(1, Sub, Bob, role, false)] };
        Assert.Equal("active", Can(Delegated(Contributor), Account, ListKeys, Bob));
        Assert.Equal("no", Can(Delegated(Owner), Account, ListKeys, Bob));
        Assert.Equal("no", Can(Delegated(Custom), Account, Chat, Bob, data: true));
        Assert.Equal("conditional", Can(Delegated(UserAccessAdministrator), Account, Edges.RoleAssignmentsWrite, Bob));
        Assert.Equal("no", Can(Delegated(UserAccessAdministrator), Account, "Microsoft.CognitiveServices/accounts/read", Bob));
    }

    [Fact]
    public void Cosmos_asks_its_own_roles_for_data()
    {
        const string read = "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/read";
        var role = new Role(Custom, "all data", true, [Entry([], data: ["*"])]);
        Assert.Equal("no", Can(With(role, new Assignment(1, Ann, Custom, Sub)), Cosmos, read, data: true));
        var own = Empty with { CosmosRoles = [new(Cosmos, Custom, ["Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers/items/*"], [])], CosmosAssignments = [new(1, Cosmos, Custom, Ann, "")] };
        Assert.Equal("active", Can(own with { Denies = [new(1, Sub, [Entry([], data: ["*"])], [], [])] }, Cosmos, read, data: true));
    }

    [Fact]
    public void A_directory_role_over_an_administrative_unit_reaches_its_direct_members()
    {
        var tenant = Empty with
        {
            DirectoryRoles = [new(Edges.UserAdministrator, Edges.UserAdministrator, [])],
            DirectoryAssignments = [new(1, Ann, Edges.UserAdministrator, "/administrativeUnits/" + Custom)],
            AdministrativeUnitMembers = [new(Custom, Team)],
            Members = [new(Team, Bob)],
        };
        string bob = $"/tenants/{tenant.Id}/providers/microsoft.graph/users/{Bob}";
        Assert.Empty(Roads(tenant, bob));
        Assert.Equal(["active directoryRole"], Roads(tenant with { AdministrativeUnitMembers = [new(Custom, Bob)] }, bob));
    }

    private static Tenant With(params Assignment[] assignments) => Empty with { Assignments = assignments };

    private static Tenant With(Role role, params Assignment[] assignments) => Empty with { Roles = [.. All, role], Assignments = assignments };

    private static Tenant WithVault(Tenant tenant, bool? roles, params VaultPolicy[] policies) => tenant with { Resources = [new(Vault, Edges.Vault, roles, policies)] };

    private static string Can(Tenant tenant, string resource, string action, string who = Ann, bool data = false)
    {
        var type = tenant.Resources.Single(r => r.Id == resource).Type;
        EdgeEntry edge = data ? new("do", type) { Data = [action] } : new("do", type) { Actions = [action] };
        return AccessOracle.Of(tenant, [edge]).Tuples.SingleOrDefault(t => t.Principal == who && Scopes.Same(t.Resource, resource))?.State ?? "no";
    }

    private static string[] Roads(Tenant tenant, string resource) =>
        [.. AccessOracle.Of(tenant, Edges.All).Tuples.Where(t => t.Principal == Ann && Scopes.Same(t.Resource, resource)).Select(t => $"{t.State} {t.By}")];
}
