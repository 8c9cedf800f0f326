using Ashlar.Model;

namespace Ashlar.Reports.Tests;

/// <summary>What is drawn of the small tenant: a guest who loosens a filter, and a poisoned document.</summary>
internal static class Pictures
{
    public const string Guest = "/tenants/cccccccc-0000-4000-8000-000000000003/providers/microsoft.graph/users/aaaaaaaa-0000-4000-8000-000000000001";
    public const string Assignment = $"/subscriptions/{Tests.Sample.Subscription}/providers/Microsoft.Authorization/roleAssignments/eeeeeeee-0000-4000-8000-00000000000e";
    private const string Chat = "wl-1111111111111111";
    private const string Old = "wl-2222222222222222";

    public static TenantPicture Sample { get; } = new(
        [
            Door(Tests.Sample.Chat, "account", "unknown", "corporate") with { Missing = ["Network security groups were not read: run the export kit."] },
            Door(Tests.Sample.Docs, "blob", "internet", "internet"),
            Door(Tests.Sample.Old, "account", "internet", "internet") with { Outbound = "internet" },
            Door(Tests.Sample.Vault, "vault", "network", "network"),
        ],
        [
            Flow("index", Tests.Sample.Docs, "microsoft.storage/storageaccounts", Tests.Sample.Search, "microsoft.search/searchservices", Chat) with { DataClass = "confidential", ClassSource = "tag data=confidential", Writers = 12, AnyoneWrites = true },
            Flow("call", Tests.Sample.Search, "microsoft.search/searchservices", Tests.Sample.Chat, "microsoft.cognitiveservices/accounts", Chat) with { ToRegion = "westeurope", Processing = "global", CrossesRegion = true },
            Flow("persist", Tests.Sample.Chat, "microsoft.cognitiveservices/accounts", "db.partner.example", "host", Chat) with { CrossesTenant = true },
        ],
        [
            new AttackPath(
                "ap-0000000000000001", "guest", "Ann Lee", "changeFilter", Tests.Sample.Chat, "ai-chat", [Chat],
                [
                    new AttackStep("guest", "", Guest, "", "The account of the guest Ann Lee is taken over.", "active", [new StepProof("Identities", Guest, "Kind", "guest")]),
                    new AttackStep("change-filter", Guest, Tests.Sample.Chat, "microsoft.cognitiveservices/accounts", "Ann Lee loosens the content filter of ai-chat.", "active", [new StepProof("authorizationresources", Assignment, "properties.principalId", "aaaaaaaa-0000-4000-8000-000000000001")]),
                ],
                "active", 80, Severity.Critical, 2, []),
            new AttackPath(
                "ap-0000000000000002", "poisonedDocument", "stchatdocs", "poisonData", Tests.Sample.Search, "srch-chat", [Chat, Old],
                [
                    new AttackStep("poisonedDocument", "", Tests.Sample.Docs, "", "Anyone can write to stchatdocs.", "unknown", [new StepProof("DataFlows", Tests.Sample.Docs, "AnyoneWrites", "true")]),
                    new AttackStep("spread", Tests.Sample.Docs, Tests.Sample.Search, "microsoft.search/searchservices", "What lies in stchatdocs comes into srch-chat.", "active", []),
                ],
                "unknown", 40, Severity.Medium, 0, ["Containers were not read."]),
        ],
        [
            new Fall(Chat, Severity.High, 9, 1, 3, 1, 2, false, ["The data of 3 stores can be read or written."], ["Members of groups were not read."]),
            new Fall(Old, Severity.Low, 1, 0, 0, 0, 0, false, [], []),
        ],
        [
            new ChokePoint(1, $"/subscriptions/{Tests.Sample.Subscription}", Assignment, "Take the role that Ann Lee holds away.", 1, 1, 2, [Chat], ["Ann Lee loses what it gives."]),
            new ChokePoint(2, Tests.Sample.Docs, "properties.allowBlobPublicAccess", "Let only named writers into stchatdocs.", 1, 1, 2, [Chat, Old], []),
        ],
        new Dictionary<string, string> { [Guest] = "Ann Lee" })
    {
        PathCount = 5,
        PathCounts = new Dictionary<string, int> { [Chat] = 4, [Old] = 1 },
        ChangeCount = 2,
    };

    public static Door Door(string id, string name, string inbound, string atLeast) => new(
        id, ResourceIds.Type(id)!, name, inbound, atLeast, "", [new DoorLeg("public", inbound == "internet" ? "opens" : "closes", id, "properties.publicNetworkAccess", inbound == "internet" ? "Enabled" : "Disabled", "Set it to Disabled.")], []);

    private static DataFlow Flow(string kind, string from, string fromType, string to, string toType, string workload) =>
        new(kind, from, fromType, to, toType, [workload], from, "properties.target", "identity", "swedencentral", "swedencentral", "", false, false, "", "", null, null, null, null, []);
}
