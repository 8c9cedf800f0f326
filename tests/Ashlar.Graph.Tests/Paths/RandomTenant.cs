namespace Ashlar.Graph.Tests.Paths;

/// <summary>Small tenants drawn at random: two workloads, what they stand on, who may do what, how far doors are open and where data moves.</summary>
internal static class RandomTenant
{
    private static readonly string[] Roles = ["Owner", "Contributor", "OpenAI User", "OpenAI Contributor", "Blob Contributor", "Blob Reader", "Secrets User", "Account Keys", "Website Contributor", "Acr Push", "Network Opener", "Access Administrator", "Log Blinder", "Identity Operator"];
    private static readonly string[] Inbound = ["internet", "internet", "azure", "corporate", "network", "nowhere", "unknown", ""];

    public static Rows Of(int seed)
    {
        var draw = new Random(seed);
        var tenant = new Tenant();
        var subnet = Tenant.ResourceId("Microsoft.Network/virtualNetworks", "v") + "/subnets/s";
        T One<T>(IReadOnlyList<T> of) => of[draw.Next(of.Count)];
        bool OneIn(int n) => draw.Next(n) == 0;
        string Door() => One(Inbound);
        string Local() => OneIn(2) ? """{"disableLocalAuth":true}""" : """{"disableLocalAuth":false}""";

        var identities = Enumerable.Range(0, 4).Select(i => tenant.ManagedIdentity("mi" + i)).ToList();
        var chat = tenant.Resource("Microsoft.CognitiveServices/accounts", "chat", Local(), OneIn(2) ? identities[0] : null, Door());
        var other = tenant.Resource("Microsoft.CognitiveServices/accounts", "other", Local(), inbound: Door());
        var store = tenant.Resource("Microsoft.Storage/storageAccounts", "docs", OneIn(2) ? """{"allowSharedKeyAccess":false,"allowBlobPublicAccess":true}""" : """{"allowSharedKeyAccess":true,"allowBlobPublicAccess":false}""", inbound: Door(), door: "blob");
        var container = store + "/blobServices/default/containers/c";
        tenant.Rows.Add("armresources", $$"""{"id":"{{container}}","type":"microsoft.storage/storageaccounts/blobservices/containers","properties":{"publicAccess":"{{(OneIn(3) ? "Blob" : "None")}}"} }""");
        var index = tenant.Resource("Microsoft.Search/searchServices", "index", Local(), OneIn(2) ? identities[1] : null, Door());
        var vault = tenant.Resource("Microsoft.KeyVault/vaults", "kv", """{"enableRbacAuthorization":true}""", inbound: Door());
        var site = tenant.Resource("Microsoft.Web/sites", "web", $$"""{"virtualNetworkSubnetId":"{{subnet}}"}""", identities[2], OneIn(2) ? "internet" : "network", "sites");
        var registry = tenant.Resource("Microsoft.ContainerRegistry/registries", "images", """{"adminUserEnabled":false}""", inbound: Door());
        var app = tenant.Resource("Microsoft.App/containerApps", "app", "{}", identities[3], Door(), "endpoint");
        tenant.Workload("chat", (chat, "model"), (store, "data"), (index, "index"), (vault, "secrets"), (site, "app")).Workload("other", (other, "model"), (app, "app"), (registry, "registry"));
        string[] resources = [chat, other, store, index, vault, site, registry, app];

        var people = Enumerable.Range(0, 12).Select(i => tenant.Person("u" + i, guest: i > 9, lastSignIn: OneIn(3) ? One(["2025-01-01T00:00:00Z", "2026-06-01T00:00:00Z"]) : null)).ToList();
        var apps = Enumerable.Range(0, 3).Select(i => tenant.Application("sp" + i, OneIn(4) ? "33333333-3333-3333-3333-333333333333" : Tenant.Id, (One(["2024-01-01T00:00:00Z", "2026-05-01T00:00:00Z"]), OneIn(2) ? "2027-01-01T00:00:00Z" : null))).ToList();
        if (OneIn(2))
            tenant.Federation("sp0", "https://token.actions.githubusercontent.com", One(["repo:o/*:ref:x", "repo:o/a:pull_request", "repo:o/a:ref:refs/heads/main"]));
        var groups = Enumerable.Range(0, 4).Select(i => tenant.Group("g" + i, [.. people.Concat(apps).Concat(identities).Where(_ => OneIn(i == 0 ? 1 : 4)), .. i > 1 && OneIn(2) ? ["g" + (i - 1)] : Array.Empty<string>()])).ToList();
        if (OneIn(2))
            tenant.Rows.Add("GroupOwners", $$"""{"groupId":"{{One(groups)}}","ownerId":"{{One(people)}}","odataType":""}""");
        if (OneIn(2))
            tenant.Rows.Add("ApplicationOwners", $$"""{"applicationId":"reg-sp1","ownerId":"{{One(people)}}","odataType":""}""");
        IReadOnlyList<string> holders = [.. people, .. apps, .. identities, .. groups];
        for (var i = draw.Next(6, 14); i > 0; i--)
            tenant.Grant(One(holders), One(Roles), OneIn(5) ? Tenant.Subscription : OneIn(3) ? Tenant.Subscription + "/resourceGroups/ai" : One(resources));

        string? Auth() => OneIn(2) ? "key" : "identity";
        bool? Anyone() => One<bool?>([true, false, null]);
        tenant.Flow("index", store, index, anyoneWrites: Anyone(), writers: One<long?>([1, 40, null])).Flow("retrieve", index, chat).Flow("call", site, chat, Auth()!, site).Flow("registry", registry, app).Flow("call", app, other, Auth()!, app);
        if (OneIn(2))
            tenant.Flow("tool", chat, store);
        if (OneIn(2))
            tenant.Flow("retrieve", store, other, anyoneWrites: Anyone());
        foreach (var resource in resources.Where(_ => OneIn(2)))
            tenant.Reach(subnet, resource, OneIn(3) ? "unknown" : "open", One(["door", "blob"]));
        return tenant.Rows;
    }
}
