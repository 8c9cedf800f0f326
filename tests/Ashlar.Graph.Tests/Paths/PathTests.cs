using System.Text.Json;

namespace Ashlar.Graph.Tests.Paths;

/// <summary>Each start, each kind of step and each goal, as a sentence.</summary>
public class PathTests
{
    private const string Accounts = "Microsoft.CognitiveServices/accounts";
    private const string Stores = "Microsoft.Storage/storageAccounts";
    private const string Vaults = "Microsoft.KeyVault/vaults";
    private const string Sites = "Microsoft.Web/sites";
    private const string Searches = "Microsoft.Search/searchServices";
    private const string NoKeys = """{"disableLocalAuth":true}""";

    private readonly Tenant _tenant = new();

    [Fact]
    public void A_guest_who_may_call_the_model_calls_it()
    {
        var chat = Chat();
        _tenant.Grant(_tenant.Person("gina", guest: true), "OpenAI User", chat);
        var path = One("guest", "useModel");
        Assert.Equal(("invoke", "active", chat), (path.Kinds, path.State, path.TargetId));
    }

    [Fact]
    public void A_member_of_the_tenant_with_the_same_role_is_no_start()
    {
        _tenant.Grant(_tenant.Person("mia"), "OpenAI User", Chat());
        Assert.Empty(Paths());
    }

    [Fact]
    public void What_a_group_of_everyone_holds_any_user_has()
    {
        var people = Enumerable.Range(0, 12).Select(i => _tenant.Person("u" + i)).ToArray();
        _tenant.Grant(_tenant.Group("everyone", people), "OpenAI User", Chat());
        Assert.Equal("invoke", One("anyUser", "useModel").Kinds);
    }

    [Theory]
    [InlineData("repo:org/*:ref:refs/heads/main", 4)]
    [InlineData("repo:org/app:pull_request", 4)]
    [InlineData("repo:org/app:environment:prod", 7)]
    public void Who_a_federation_trusts_becomes_the_identity(string subject, long effort)
    {
        _tenant.Grant(_tenant.Application("deploy"), "OpenAI User", Chat());
        _tenant.Federation("deploy", "https://token.actions.githubusercontent.com", subject);
        Assert.Equal(effort, One("federation", "useModel").Effort);
    }

    [Fact]
    public void An_account_that_nobody_used_for_half_a_year_is_a_start()
    {
        var chat = Chat();
        _tenant.Grant(_tenant.Person("old", lastSignIn: "2025-06-01T00:00:00Z"), "OpenAI User", chat);
        _tenant.Grant(_tenant.Person("busy", lastSignIn: "2026-06-01T00:00:00Z"), "OpenAI User", chat);
        _tenant.Grant(_tenant.Person("untold"), "OpenAI User", chat);
        Assert.EndsWith("/old", One("staleCredential", "useModel").StartId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-01-01T00:00:00Z", "2027-12-31T00:00:00Z", "leakedCredential")]
    [InlineData("2026-01-01T00:00:00Z", null, "leakedCredential")]
    [InlineData("2025-01-01T00:00:00Z", "2026-12-31T00:00:00Z", "staleCredential")]
    [InlineData("2026-05-01T00:00:00Z", "2026-11-01T00:00:00Z", null)]
    [InlineData("2020-01-01T00:00:00Z", "2024-01-01T00:00:00Z", null)]
    public void A_secret_that_is_never_changed_has_leaked_one_that_is_old_is_stale(string start, string? end, string? kind)
    {
        _tenant.Grant(_tenant.Application("app", Tenant.Id, (start, end)), "OpenAI User", Chat());
        Assert.Equal(kind, Paths().SingleOrDefault()?.Start);
    }

    [Fact]
    public void The_application_of_another_tenant_is_a_start_of_any_tenant()
    {
        _tenant.Grant(_tenant.Application("vendor", "33333333-3333-3333-3333-333333333333"), "OpenAI User", Chat());
        Assert.Equal("invoke", One("anyTenant", "useModel").Kinds);
    }

    [Theory]
    [InlineData("internet", "internet", "active")]
    [InlineData("azure", "anyTenant", "active")]
    [InlineData("unknown", "internet", "unknown")]
    [InlineData("nowhere", null, null)]
    public void A_container_for_everybody_is_read_by_everybody_who_reaches_it(string inbound, string? start, string? state)
    {
        var store = _tenant.Resource(Stores, "docs", """{"allowBlobPublicAccess":true}""", inbound: inbound, door: "blob");
        _tenant.Rows.Add("armresources", $$"""{"id":"{{store}}/blobServices/default/containers/c","type":"microsoft.storage/storageaccounts/blobservices/containers","properties":{"publicAccess":"Blob"} }""");
        _tenant.Workload("chat", (Chat(named: false), "model"), (store, "data"));
        var path = Paths().SingleOrDefault(p => p.Goal == "readData");
        Assert.Equal((start, state), (path?.Start, path?.State));
    }

    [Fact]
    public void A_document_that_anyone_can_write_steers_the_model_that_retrieves_it()
    {
        var (store, index, chat) = Rag();
        _tenant.Flow("index", store, index, anyoneWrites: true).Flow("retrieve", index, chat);
        var path = One("poisonedDocument", "poisonData");
        Assert.Equal(("index > retrieve", chat), (path.Kinds, path.TargetId));
    }

    [Fact]
    public void A_steered_model_calls_its_tools_if_it_obeys()
    {
        var (store, index, chat) = Rag();
        var orders = _tenant.Resource("Microsoft.DocumentDB/databaseAccounts", "orders", NoKeys);
        _tenant.Flow("retrieve", index, chat, anyoneWrites: true).Flow("tool", chat, orders).Flow("persist", chat, store);
        var path = Paths().Single(p => p.TargetId == orders);
        Assert.Equal(("readData", "conditional", "retrieve > call-tool"), (path.Goal, path.State, path.Kinds));
    }

    [Fact]
    public void Who_can_write_what_is_retrieved_poisons_it()
    {
        var (store, index, chat) = Rag();
        _tenant.Flow("index", store, index).Flow("retrieve", index, chat);
        _tenant.Grant(_tenant.Person("gina", guest: true), "Blob Contributor", store);
        Assert.Contains(Paths(), p => p is { Start: "guest", Goal: "poisonData" } && p.Kinds.EndsWith("> index > retrieve", StringComparison.Ordinal) && p.TargetId == chat);
    }

    [Fact]
    public void Who_may_call_a_model_can_have_it_tell_what_it_retrieves()
    {
        var (_, index, chat) = Rag();
        _tenant.Flow("retrieve", index, chat);
        _tenant.Grant(_tenant.Person("gina", guest: true), "OpenAI User", chat);
        Assert.Equal(("invoke > ask", "conditional"), One("guest", "readData") is var path ? (path.Kinds, path.State) : default);
    }

    [Fact]
    public void Who_reads_a_key_uses_it_while_keys_are_on()
    {
        _tenant.Grant(_tenant.Person("gina", guest: true), "Account Keys", Chat(keys: true));
        Assert.Equal("read-keys > use-key", One("guest", "useModel").Kinds);
    }

    [Fact]
    public void Who_reads_a_key_gets_nowhere_when_keys_are_off()
    {
        _tenant.Grant(_tenant.Person("gina", guest: true), "Account Keys", Chat());
        Assert.Empty(Paths());
    }

    [Fact]
    public void A_key_in_the_settings_of_an_app_may_have_leaked()
    {
        var chat = Chat(keys: true);
        var site = _tenant.Resource(Sites, "web");
        _tenant.Flow("call", site, chat, "key", site);
        Assert.Equal("use-key", One("leakedCredential", "useModel").Kinds);
    }

    [Fact]
    public void Code_on_an_app_acts_as_its_identity()
    {
        var site = _tenant.Resource(Sites, "web", identity: _tenant.ManagedIdentity("mi"));
        _tenant.Grant("mi", "Contributor", Chat());
        _tenant.Grant(_tenant.Person("gina", guest: true), "Website Contributor", site);
        Assert.Equal("run-code > act-as > manage", One("guest", "controlWorkload").Kinds);
    }

    [Fact]
    public void A_vault_in_a_network_is_read_from_code_inside_the_network()
    {
        var subnet = Tenant.ResourceId("Microsoft.Network/virtualNetworks", "v") + "/subnets/s";
        var vault = _tenant.Resource(Vaults, "kv", """{"enableRbacAuthorization":true}""", inbound: "network");
        var site = _tenant.Resource(Sites, "web", $$"""{"virtualNetworkSubnetId":"{{subnet}}"}""", _tenant.ManagedIdentity("mi"));
        _tenant.Workload("chat", (Chat(named: false), "model"), (vault, "secrets"), (site, "app"));
        _tenant.Grant("mi", "Secrets User", vault);
        _tenant.Grant(_tenant.Person("gina", guest: true), "Website Contributor", site);
        Assert.DoesNotContain(Paths("readSecrets"), p => p.TargetId == vault);
        _tenant.Reach(subnet, vault);
        Assert.Equal("run-code > act-as > connect > read-secrets", Paths("readSecrets").Single(p => p.TargetId == vault).Kinds);
    }

    [Fact]
    public void Who_may_change_the_network_opens_the_door_first()
    {
        var vault = _tenant.Resource(Vaults, "kv", """{"enableRbacAuthorization":true}""", inbound: "nowhere");
        _tenant.Workload("chat", (Chat(named: false), "model"), (vault, "secrets"));
        _tenant.Grant(_tenant.Person("gina", guest: true), "Secrets User", vault);
        Assert.Empty(Paths());
        _tenant.Grant("gina", "Network Opener", vault);
        Assert.Contains(Paths("readSecrets"), p => p.Kinds == "change-network > read-secrets");
    }

    [Fact]
    public void A_door_of_which_nothing_is_known_leaves_the_path_unknown()
    {
        var chat = _tenant.Resource(Accounts, "chat", NoKeys, inbound: "");
        _tenant.Workload("chat", (chat, "model"));
        _tenant.Grant(_tenant.Person("gina", guest: true), "OpenAI User", chat);
        var path = One("guest", "useModel");
        Assert.Equal(("unknown", false), (path.State, path.Complete));
    }

    [Theory]
    [InlineData("corporate", "conditional")]
    [InlineData("azure", "active")]
    [InlineData("unknown", "unknown")]
    public void How_far_a_door_is_open_says_how_sure_a_path_is(string inbound, string state)
    {
        var chat = _tenant.Resource(Accounts, "chat", NoKeys, inbound: inbound);
        _tenant.Workload("chat", (chat, "model"));
        _tenant.Grant(_tenant.Person("gina", guest: true), "OpenAI User", chat);
        Assert.Equal(state, One("guest", "useModel").State);
    }

    [Fact]
    public void Who_gives_access_gives_it_to_himself()
    {
        var chat = Chat();
        _tenant.Grant(_tenant.Person("gina", guest: true), "Access Administrator", chat);
        Assert.Equal("grant-access > invoke", One("guest", "useModel").Kinds);
    }

    [Fact]
    public void Who_is_in_a_group_of_a_group_holds_what_it_holds()
    {
        _tenant.Group("inner", _tenant.Person("gina", guest: true));
        _tenant.Grant(_tenant.Group("outer", "inner"), "OpenAI User", Chat());
        var proofs = One("guest", "useModel").Steps[1].Proofs;
        Assert.Equal(["inner=gina", "outer=inner"], proofs.Where(p => p.Table == "GroupMembers").Select(p => $"{p.Id}={p.Value}"));
    }

    [Fact]
    public void The_owner_of_a_group_takes_what_it_holds()
    {
        _tenant.Grant(_tenant.Group("editors"), "Contributor", Chat());
        _tenant.Rows.Add("GroupOwners", $$"""{"groupId":"editors","ownerId":"{{_tenant.Person("gina", guest: true)}}","odataType":""}""");
        Assert.Equal("add-members > manage", One("guest", "controlWorkload").Kinds);
    }

    [Fact]
    public void The_owner_of_an_application_acts_as_it()
    {
        _tenant.Grant(_tenant.Application("deploy"), "Contributor", Chat());
        _tenant.Rows.Add("ApplicationOwners", $$"""{"applicationId":"reg-deploy","ownerId":"{{_tenant.Person("gina", guest: true)}}","odataType":""}""");
        Assert.Equal("take-identity > manage", One("guest", "controlWorkload").Kinds);
    }

    [Fact]
    public void Who_pushes_an_image_runs_code_where_it_is_pulled()
    {
        var registry = _tenant.Resource("Microsoft.ContainerRegistry/registries", "images", """{"adminUserEnabled":false}""");
        var app = _tenant.Resource("Microsoft.App/containerApps", "web");
        _tenant.Workload("chat", (Chat(named: false), "model"), (app, "app"), (registry, "registry"));
        _tenant.Flow("registry", registry, app);
        _tenant.Grant(_tenant.Person("gina", guest: true), "Acr Push", registry);
        Assert.Contains(Paths("runCode"), p => p.Kinds == "push-images > pull-image" && p.TargetId == app);
    }

    [Fact]
    public void Control_of_a_whole_subscription_is_an_end_of_its_own()
    {
        Chat();
        _tenant.Grant(_tenant.Person("gina", guest: true), "Owner", Tenant.Subscription);
        var path = One("guest", "controlTenant");
        Assert.Equal((Tenant.Subscription, "critical"), (path.TargetId, path.Severity));
    }

    [Theory]
    [InlineData("OpenAI Contributor", "changeFilter")]
    [InlineData("Contributor", "controlWorkload")]
    [InlineData("Log Blinder", "blindLogs")]
    [InlineData("OpenAI Contributor", "useModel")]
    public void A_role_at_the_account_leads_to(string role, string goal)
    {
        _tenant.Grant(_tenant.Person("gina", guest: true), role, Chat());
        Assert.Contains(Paths(), p => p.Goal == goal);
    }

    [Fact]
    public void The_first_change_cuts_what_the_most_paths_need()
    {
        var chat = Chat();
        var grant = _tenant.Grant(_tenant.Group("editors", _tenant.Person("gina", guest: true), _tenant.Person("old", lastSignIn: "2025-01-01T00:00:00Z")), "OpenAI User", chat);
        using var snapshot = _tenant.Rows.Derive();
        var first = Rows.Ask(snapshot, "ChokePoints | where Rank == 1 | project Kind, Setting, Cuts, Total")[0];
        Assert.Equal(("removeAssignment", grant, 2L, 2L), ((string)first[0]!, (string)first[1]!, (long)first[2]!, (long)first[3]!));
        Assert.Single(Rows.Ask(snapshot, "ChokePoints"));
    }

    [Fact]
    public void What_falls_with_a_workload_is_what_its_identity_holds()
    {
        var chat = _tenant.Resource(Accounts, "chat", NoKeys, identity: _tenant.ManagedIdentity("mi"));
        var vault = _tenant.Resource(Vaults, "kv", """{"enableRbacAuthorization":true}""");
        _tenant.Workload("chat", (chat, "model"), (vault, "secrets"));
        _tenant.Rows.Tables["AiWorkloads"][0]["RunAs"] = System.Text.Json.Nodes.JsonNode.Parse($$"""[{"holderId":"{{chat}}","identityId":null,"principalId":"mi"}]""");
        _tenant.Grant("mi", "Secrets User", vault);
        using var snapshot = _tenant.Rows.Derive();
        var row = Rows.Ask(snapshot, "BlastRadius | where SubjectId == 'wl-chat' | project Resources, Secrets, ControlsTenant, Level")[0];
        Assert.Equal((1L, 1L, false, "medium"), ((long)row[0]!, (long)row[1]!, (bool)row[2]!, (string)row[3]!));
    }

    [Fact]
    public void Without_flows_and_reach_a_workload_says_that_they_were_not_read()
    {
        Chat(exposed: false);
        using var snapshot = _tenant.Rows.Derive();
        Assert.False((bool)Rows.Ask(snapshot, "BlastRadius | where SubjectKind == 'workload' | project Complete")[0][0]!);
    }

    [Fact]
    public void Starts_that_lead_the_same_way_are_one_row()
    {
        var chat = Chat();
        foreach (var guest in new[] { "g1", "g2", "g3" })
            _tenant.Grant(_tenant.Person(guest, guest: true), "OpenAI User", chat);
        using var snapshot = _tenant.Rows.Derive();
        var row = Rows.Ask(snapshot, "AttackPaths | project Similar, tostring(SimilarIds)").Single();
        Assert.Equal(2L, row[0]);
        Assert.Equal([Tenant.Entra("users", "g2"), Tenant.Entra("users", "g3")], JsonSerializer.Deserialize<List<string>>((string)row[1]!)!);
    }

    private string Chat(bool keys = false, bool named = true, bool exposed = true)
    {
        var chat = _tenant.Resource(Accounts, "chat", keys ? """{"disableLocalAuth":false}""" : NoKeys, inbound: exposed ? "internet" : "");
        if (named)
            _tenant.Workload("chat", (chat, "model"));
        return chat;
    }

    private (string Store, string Index, string Chat) Rag()
    {
        var (store, index, chat) = (_tenant.Resource(Stores, "docs", """{"allowSharedKeyAccess":false}"""), _tenant.Resource(Searches, "index", NoKeys), Chat(named: false));
        _tenant.Workload("chat", (chat, "model"), (index, "index"), (store, "data"));
        return (store, index, chat);
    }

    private ToldPath One(string start, string goal) => Assert.Single(Paths(), p => p.Start == start && p.Goal == goal);

    private IReadOnlyList<ToldPath> Paths(string? goal = null)
    {
        using var snapshot = _tenant.Rows.Derive();
        return [.. ToldPath.Of(snapshot).Where(p => goal is null || p.Goal == goal)];
    }
}
