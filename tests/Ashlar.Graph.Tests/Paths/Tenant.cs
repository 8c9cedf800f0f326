using System.Text.Json.Nodes;

namespace Ashlar.Graph.Tests.Paths;

/// <summary>Writes small tenants row by row, in the words of the portal.</summary>
internal sealed class Tenant
{
    public const string Subscription = "/subscriptions/11111111-1111-1111-1111-111111111111";
    public const string Id = "22222222-2222-2222-2222-222222222222";
    private static readonly Dictionary<string, string> BuiltIn = new()
    {
        ["Owner"] = """[{"actions":["*"]}]""",
        ["Contributor"] = """[{"actions":["*"],"notActions":["Microsoft.Authorization/*/Delete","Microsoft.Authorization/*/Write"]}]""",
        ["OpenAI User"] = """[{"actions":["Microsoft.CognitiveServices/*/read"],"dataActions":["Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action"]}]""",
        ["OpenAI Contributor"] = """[{"actions":["Microsoft.CognitiveServices/*/read","Microsoft.CognitiveServices/accounts/deployments/write","Microsoft.CognitiveServices/accounts/raiPolicies/write"],"dataActions":["Microsoft.CognitiveServices/accounts/OpenAI/*"]}]""",
        ["Blob Contributor"] = """[{"actions":[],"dataActions":["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*"]}]""",
        ["Blob Reader"] = """[{"actions":[],"dataActions":["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read"]}]""",
        ["Secrets User"] = """[{"actions":[],"dataActions":["Microsoft.KeyVault/vaults/secrets/getSecret/action","Microsoft.KeyVault/vaults/secrets/readMetadata/action"]}]""",
        ["Account Keys"] = """[{"actions":["Microsoft.CognitiveServices/accounts/listKeys/action"]}]""",
        ["Website Contributor"] = """[{"actions":["Microsoft.Web/sites/*"]}]""",
        ["Acr Push"] = """[{"actions":["Microsoft.ContainerRegistry/registries/pull/read","Microsoft.ContainerRegistry/registries/push/write"]}]""",
        ["Network Opener"] = """[{"actions":["Microsoft.KeyVault/vaults/write"]}]""",
        ["Access Administrator"] = """[{"actions":["Microsoft.Authorization/*"]}]""",
        ["Log Blinder"] = """[{"actions":["Microsoft.Insights/diagnosticSettings/write"]}]""",
        ["Log Reader"] = """[{"actions":["Microsoft.OperationalInsights/workspaces/read","Microsoft.OperationalInsights/workspaces/query/read","Microsoft.OperationalInsights/workspaces/query/*/read"]}]""",
        ["Gateway Contributor"] = """[{"actions":["Microsoft.ApiManagement/service/*"]}]""",
        ["Identity Operator"] = """[{"actions":["Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write"]}]""",
    };

    private readonly Rows _rows = new();
    private int _number;

    public Tenant()
    {
        _rows.Add("Organizations", new JsonObject { ["id"] = Id, ["displayName"] = "Contoso" });
        _rows.Add("resourcecontainers", $$"""{"id":"{{Subscription}}","type":"microsoft.resources/subscriptions","subscriptionId":"11111111-1111-1111-1111-111111111111","properties":{"managementGroupAncestorsChain":[]} }""");
        foreach (var (name, permissions) in BuiltIn)
            _rows.Add("authorizationresources", $$"""{"id":"{{Role(name)}}","type":"microsoft.authorization/roledefinitions","name":"{{name}}","properties":{"roleName":"{{name}}","type":"BuiltInRole","permissions":{{permissions}} } }""");
    }

    public Rows Rows => _rows;

    public static string ResourceId(string type, string name) => $"{Subscription}/resourceGroups/ai/providers/{type}/{name}";

    public static string Account(string name) => ResourceId("Microsoft.CognitiveServices/accounts", name);

    public static string Entra(string kind, string id) => $"/tenants/{Id}/providers/microsoft.graph/{kind}/{id}";

    public string Resource(string type, string name, string properties = "{}", string? identity = null, string inbound = "internet", string door = "door")
    {
        var id = ResourceId(type, name);
        _rows.Add("resources", $$"""{"id":"{{id}}","name":"{{name}}","type":"{{type.ToLowerInvariant()}}","properties":{{properties}},"identity":{{(identity is null ? "null" : $$"""{"type":"SystemAssigned","principalId":"{{identity}}"}""")}}}""");
        if (inbound.Length > 0)
            Exposure(id, inbound, door);
        return id;
    }

    public Tenant Exposure(string id, string inbound, string door = "door")
    {
        _rows.Add("Exposure", $$"""{"ResourceId":"{{id}}","ResourceType":"t","Door":"{{door}}","Inbound":"{{inbound}}","AtLeast":"{{inbound}}","Complete":true,"Missing":[]}""");
        return this;
    }

    /// <summary>Of the resources named, the first its root.</summary>
    public Tenant Workload(string name, params (string Id, string Role)[] resources)
    {
        var id = "wl-" + name;
        _rows.Add("AiWorkloads", $$"""{"WorkloadId":"{{id}}","Name":"{{name}}","Environment":"prod","RootId":"{{resources[0].Id}}","RunAs":[]}""");
        foreach (var (resource, role) in resources)
            _rows.Add("AiWorkloadResources", $$"""{"WorkloadId":"{{id}}","ResourceId":"{{resource}}","Type":"t","Role":"{{role}}","Via":"root","ReferredBy":"","Shared":false,"Seen":true}""");
        return this;
    }

    public string Person(string id, bool guest = false, string? lastSignIn = null)
    {
        _rows.Add("Users", $$"""{"id":"{{id}}","displayName":"{{id}}","userType":"{{(guest ? "Guest" : "Member")}}","accountEnabled":true,"signInActivity":{{(lastSignIn is null ? "null" : $$"""{"lastSignInDateTime":"{{lastSignIn}}"}""")}}}""");
        return id;
    }

    public string Group(string id, params string[] members)
    {
        _rows.Add("Groups", $$"""{"id":"{{id}}","displayName":"{{id}}","securityEnabled":true,"groupTypes":[],"isAssignableToRole":false}""");
        foreach (var member in members)
            _rows.Add("GroupMembers", $$"""{"groupId":"{{id}}","memberId":"{{member}}","odataType":""}""");
        return id;
    }

    /// <param name="secrets">Start and end of each.</param>
    public string Application(string id, string owner = Id, params (string Start, string? End)[] secrets)
    {
        var list = string.Join(',', secrets.Select((s, i) => $$"""{"keyId":"{{id}}-{{i}}","startDateTime":"{{s.Start}}","endDateTime":{{(s.End is null ? "null" : $"\"{s.End}\"")}}}"""));
        _rows.Add("ServicePrincipals", $$"""{"id":"{{id}}","appId":"app-{{id}}","displayName":"{{id}}","servicePrincipalType":"Application","accountEnabled":true,"appOwnerOrganizationId":"{{owner}}","passwordCredentials":[],"keyCredentials":[]}""");
        if (owner == Id)
            _rows.Add("Applications", $$"""{"id":"reg-{{id}}","appId":"app-{{id}}","displayName":"{{id}}","passwordCredentials":[{{list}}],"keyCredentials":[]}""");
        return id;
    }

    public string ManagedIdentity(string id)
    {
        _rows.Add("ServicePrincipals", $$"""{"id":"{{id}}","appId":"app-{{id}}","displayName":"{{id}}","servicePrincipalType":"ManagedIdentity","accountEnabled":true,"passwordCredentials":[],"keyCredentials":[]}""");
        return id;
    }

    public Tenant Federation(string application, string issuer, string subject)
    {
        _rows.Add("FederatedIdentityCredentials", $$"""{"id":"f{{_number++}}","applicationId":"reg-{{application}}","name":"f","issuer":"{{issuer}}","subject":"{{subject}}"}""");
        return this;
    }

    public string Grant(string principal, string role, string scope)
    {
        var id = $"{(scope == "/" ? "" : scope)}/providers/Microsoft.Authorization/roleAssignments/a{_number++}";
        _rows.Add("authorizationresources", $$"""{"id":"{{id}}","type":"microsoft.authorization/roleassignments","properties":{"principalId":"{{principal}}","roleDefinitionId":"{{Role(role)}}","scope":"{{scope}}"} }""");
        return id;
    }

    public Tenant Flow(string kind, string from, string to, string authentication = "identity", string via = "", bool? anyoneWrites = false, long? writers = 1, string dataClass = "")
    {
        _rows.Add("DataFlows", new JsonObject
        {
            ["FlowId"] = $"fl-{_number++:d4}",
            ["Kind"] = kind,
            ["FromId"] = from,
            ["FromType"] = Model.ResourceIds.Type(from) ?? "host",
            ["ToId"] = to,
            ["ToType"] = Model.ResourceIds.Type(to) ?? "host",
            ["WorkloadIds"] = new JsonArray("wl-chat"),
            ["ViaId"] = via,
            ["ViaPath"] = "properties.x",
            ["Authentication"] = authentication,
            ["DataClass"] = dataClass,
            ["Writers"] = writers,
            ["AnyoneWrites"] = anyoneWrites,
            ["Complete"] = true,
            ["Missing"] = new JsonArray(),
        });
        return this;
    }

    public Tenant Reach(string subnet, string resource, string verdict = "open", string door = "door")
    {
        _rows.Add("NetworkReach", $$"""{"SourceId":"{{subnet}}","ResourceId":"{{resource}}","ResourceType":"t","Door":"{{door}}","Verdict":"{{verdict}}","Leg":"inside","Through":""}""");
        return this;
    }

    private static string Role(string name) => "/providers/Microsoft.Authorization/roleDefinitions/" + name.Replace(' ', '-');
}
