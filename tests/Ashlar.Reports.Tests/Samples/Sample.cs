using Ashlar.Model;

namespace Ashlar.Reports.Tests;

/// <summary>A small tenant, made by hand, with every verdict and every kind of text in it.</summary>
internal static class Sample
{
    public const string Subscription = "11111111-1111-1111-1111-111111111111";
    public const string Sandbox = "22222222-2222-2222-2222-222222222222";
    public const string Chat = $"/subscriptions/{Subscription}/resourceGroups/rg-chat/providers/Microsoft.CognitiveServices/accounts/ai-chat";
    public const string Old = $"/subscriptions/{Sandbox}/resourceGroups/rg-old/providers/Microsoft.CognitiveServices/accounts/ai-old";
    public const string Docs = $"/subscriptions/{Subscription}/resourceGroups/rg-chat/providers/Microsoft.Storage/storageAccounts/stchatdocs";
    public const string Vault = $"/subscriptions/{Subscription}/resourceGroups/rg-chat/providers/Microsoft.KeyVault/vaults/kv-chat";
    public const string Search = $"/subscriptions/{Subscription}/resourceGroups/rg-chat/providers/Microsoft.Search/searchServices/srch-chat";
    public const string Identity = $"/subscriptions/{Subscription}/resourceGroups/rg-chat/providers/Microsoft.ManagedIdentity/userAssignedIdentities/mi-chat";

    public static ReportHeader Header { get; } = new(
        "Contoso (sample)",
        new DateTime(2026, 11, 20, 8, 30, 0, DateTimeKind.Utc),
        "given with --as-of",
        ["exports/contoso"],
        "0.1.0",
        new Inventory(7,
            [new InventorySubscription(Subscription, "Production"), new InventorySubscription(Sandbox, null)],
            [
                new InventoryRow("microsoft.cognitiveservices/accounts", "swedencentral", Subscription, 1),
                new InventoryRow("microsoft.cognitiveservices/accounts", "westeurope", Sandbox, 1),
                new InventoryRow("microsoft.keyvault/vaults", "swedencentral", Subscription, 1),
                new InventoryRow("microsoft.managedidentity/userassignedidentities", "swedencentral", Subscription, 1),
                new InventoryRow("microsoft.search/searchservices", "swedencentral", Subscription, 1),
                new InventoryRow("microsoft.storage/storageaccounts", "swedencentral", Subscription, 2),
            ]),
        [
            new AiWorkload("wl-1111111111111111", "chat", "prod", Chat, [Subscription], ["swedencentral"],
                [
                    new AiWorkloadMember(Chat, "microsoft.cognitiveservices/accounts", AiRole.Model, "root", null, false, true),
                    new AiWorkloadMember(Search, "microsoft.search/searchservices", AiRole.Index, "properties.target", Chat + "/connections/search", false, true),
                    new AiWorkloadMember(Docs, "microsoft.storage/storageaccounts", AiRole.Data, "properties.userOwnedStorage", Chat, true, true),
                    new AiWorkloadMember(Vault, "microsoft.keyvault/vaults", AiRole.Secrets, "properties.encryption.keyVaultProperties.keyVaultUri", Chat, false, false),
                    new AiWorkloadMember(Identity, "microsoft.managedidentity/userassignedidentities", AiRole.Identity, "identity.userAssignedIdentities", Chat, false, true),
                ],
                [
                    new AiModel(Chat + "/deployments/gpt-4.1", "gpt-4.1", "2025-04-14", "GlobalStandard", ContentFilterState.Default, "Microsoft.DefaultV2", []),
                    new AiModel(Chat + "/deployments/agent", "gpt-5-mini", null, null, ContentFilterState.Weakened, "loose", ["jailbreak (prompt) off"]),
                ],
                [new AiRunAs(Chat, Identity, "99999999-9999-9999-9999-999999999999")]),
            new AiWorkload("wl-2222222222222222", "rg-old", null, Old, [Sandbox], ["westeurope"],
                [
                    new AiWorkloadMember(Old, "microsoft.cognitiveservices/accounts", AiRole.Model, "root", null, false, true),
                    new AiWorkloadMember(Docs, "microsoft.storage/storageaccounts", AiRole.Data, "properties.target", Old + "/connections/docs", true, true),
                ],
                [new AiModel(Old + "/deployments/gpt-35", "gpt-35-turbo", "0613", "Standard", ContentFilterState.NotSeen, null, [])],
                [new AiRunAs(Old, null, null)]),
        ])
    {
        Picture = Pictures.Sample,
        Access =
        [
            new WorkloadAccess("wl-1111111111111111", "change-filter", 3, 0, 1, 0, 0, 0, 0, 0, 0, false, true, []) { Title = "Change the content filter" },
            new WorkloadAccess("wl-1111111111111111", "invoke", 12, 1, 2, 0, 0, 0, 0, 4, 3, false, false, ["Members of groups were not read: run the export kit."]) { Title = "Call the model" },
            new WorkloadAccess("wl-2222222222222222", "invoke", 40, 2, 0, 0, 0, 0, 1, 0, 0, true, true, []) { Title = "Call the model" },
            new WorkloadAccess("wl-2222222222222222", "read-keys", 0, 0, 0, 0, 0, 0, 0, 0, 0, false, true, []) { Title = "Read or renew its keys" },
        ],
    };

    public static ReportFooter Footer { get; } = new(
        [
            new Gap("armresources/microsoft.insights/diagnosticsettings", $"/subscriptions/{Sandbox}", GapReason.Forbidden, "Monitoring Reader on the subscription", "403 for the diagnostic settings of 1 account."),
            new Gap("resources", Old, GapReason.Undecided, null, "The value is a template expression.", "properties.networkAcls"),
        ],
        [new Diagnostic("ASH2003", DiagnosticLevel.Warning, "The file ends in the middle of an object; 12 objects before it were read.", "/home/someone/exports/contoso/broken.json", 40)],
        [new ReportPointer("Report", "ashlar-report.html"), new ReportPointer("Findings", "findings.json")]);

    public static IReadOnlyList<ControlResult> Results { get; } =
    [
        new ControlResult(
            Controls.LocalAuth,
            [
                Finding(Controls.LocalAuth, Chat, Verdict.Pass, """{"properties.disableLocalAuth":true}"""),
                Finding(Controls.LocalAuth, Old, Verdict.Fail, """{"properties.disableLocalAuth":null}""") with
                {
                    Severity = Severity.Critical,
                    SeverityReasons = ["Reachable from the internet: raised from high to critical."],
                },
            ],
            []),
        new ControlResult(
            Controls.SoftDelete,
            [Finding(Controls.SoftDelete, Docs, Verdict.Fail, """{"properties.deleteRetentionPolicy":{"enabled":false},"days":0}""")],
            []),
        new ControlResult(
            Controls.Rules,
            [
                Finding(Controls.Rules, Search, Verdict.Fail, """{"value":"0.0.0.0/0","port":443}""", "ipRules/0"),
                Finding(Controls.Rules, Search, Verdict.Pass, """{"value":"10.0.0.0/8","port":443}""", "ipRules/1"),
                Finding(Controls.Rules, Vault, Verdict.Unknown, "{}") with { Reasons = ["The properties of kv-chat were not reported."] },
                Finding(Controls.Rules, Docs, Verdict.NotApplicable, "{}"),
            ],
            []),
        new ControlResult(Controls.Review, [Finding(Controls.Review, Chat, Verdict.Manual, "{}")], []),
        new ControlResult(Controls.Broken, [], [new Diagnostic("ASH3001", DiagnosticLevel.Error, "Two rows for one subject.", "content/controls/search/broken/query.kql", 3)]),
    ];

    public static Finding Finding(Control control, string id, Verdict verdict, string evidence, string? subKey = null) =>
        new(control.Id, id, subKey, verdict, control.Severity, control.Severity, [], Fingerprints.Of(control.Id, id, subKey), evidence, []);

    public static byte[] Run(Func<ReportFile, IReportWriter> create, ReportHeader? header = null, IReadOnlyList<ControlResult>? results = null, ReportFooter? footer = null)
    {
        using var memory = new MemoryStream();
        using (var writer = create(ReportFile.Over(memory)))
            Play(writer, header, results, footer);
        return memory.ToArray();
    }

    public static void Play(IReportWriter writer, ReportHeader? header = null, IReadOnlyList<ControlResult>? results = null, ReportFooter? footer = null)
    {
        writer.Begin(header ?? Header);
        foreach (var result in results ?? Results)
            writer.Write(result);
        writer.End(footer ?? Footer);
    }

    public static string Terminal(TerminalOptions? options = null, ReportHeader? header = null, IReadOnlyList<ControlResult>? results = null, ReportFooter? footer = null)
    {
        var text = new StringWriter();
        using (var writer = new TerminalWriter(text, options ?? new TerminalOptions(110, false)))
            Play(writer, header, results, footer);
        return text.ToString();
    }
}
