using Ashlar.Model;

namespace Ashlar.Reports.Tests;

/// <summary>A tenant whose every text tries something.</summary>
internal static class Hostile
{
    public const string Text = "\u001b[31m</script><script>alert(1)</script><img src=x onerror=alert(2)>\r\n=cmd|'/c calc'!A1\t\u202e\u0007\u009b2J\u2028{0}[x](https://evil.example)\"'`$(reboot)";
    public const string Id = $"/subscriptions/{Sample.Subscription}/resourceGroups/{Text}/providers/Microsoft.Search/searchServices/{Text}";

    public static ReportHeader Header { get; } = Sample.Header with
    {
        Title = Text,
        AsOfSource = Text,
        Sources = [Text, "/home/someone/secret-folder/x.json"],
        Inventory = new Inventory(1, [new InventorySubscription(Sample.Subscription, Text)], [new InventoryRow(Text, Text, Sample.Subscription, 1)]),
        Workloads =
        [
            new AiWorkload(Text, Text, Text, Id, [Text], [Text],
                [new AiWorkloadMember(Id, Text, AiRole.Model, Text, Text, false, true)],
                [new AiModel(Id, Text, Text, Text, ContentFilterState.Weakened, Text, [Text])],
                [new AiRunAs(Id, Id, Text)]),
        ],
        Access = [new WorkloadAccess(Text, "invoke", 1, 0, 0, 0, 0, 0, 0, 0, 0, false, false, [Text]) { Title = Text }],
        Picture = new TenantPicture(
            [new Door(Id, Text, Text, Text, Text, Text, [new DoorLeg(Text, Text, Text, Text, Text, Text)], [Text])],
            [new DataFlow(Text, Text, Text, Id, Text, [Text], Text, Text, Text, Text, Text, Text, null, null, Text, Text, null, null, null, null, [Text])],
            [new AttackPath(Text, Text, Text, Text, Id, Text, [Text], [new AttackStep(Text, "", Id, Text, Text, Text, [new StepProof(Text, Text, Text, Text)]), new AttackStep(Text, Id, Text, Text, Text, Text, [])], Text, 99, Severity.Critical, 1, [Text])],
            [new Fall(Text, Severity.Critical, 1, 1, 1, 1, 1, true, [Text], [Text])],
            [new ChokePoint(1, Id, Text, Text, 1, 1, 1, [Text], [Text])],
            new Dictionary<string, string> { [Id] = Text })
        {
            PathCount = 2,
            PathCounts = new Dictionary<string, int> { [Text] = 2 },
            ChangeCount = 5,
        },
    };

    public static IReadOnlyList<ControlResult> Results { get; } =
    [
        new ControlResult(
            Controls.LocalAuth with { Title = Text, Why = Text, Limits = Text, References = ["javascript:alert(1)", Text] },
            [
                Sample.Finding(Controls.LocalAuth, Id, Verdict.Fail, System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { [Text] = Text }), Text) with
                {
                    Reasons = [Text],
                    SeverityReasons = [Text],
                },
                Sample.Finding(Controls.LocalAuth, Id, Verdict.Unknown, "{\"broken\": </script>"),
                Sample.Finding(Controls.LocalAuth, Id, Verdict.Unknown, "{\"raw\":\"</script><!--\u009b\"}"),
            ],
            [new Diagnostic("ASH3001", DiagnosticLevel.Error, Text, Text, 1)]),
    ];

    public static ReportFooter Footer { get; } = new(
        [new Gap(Text, Id, GapReason.Forbidden, Text, Text, Text)],
        [new Diagnostic("ASH1001", DiagnosticLevel.Warning, Text, "/etc/passwd")],
        [new ReportPointer(Text, Text)]);
}
