using Ashlar.Content;
using Ashlar.Kql;
using Ashlar.Model;

namespace Ashlar.Rules.Tests;

/// <summary>A control over search services that reads a property of its own and private endpoints elsewhere, judged without a database.</summary>
internal sealed record Judged
{
    public const string OwnType = "microsoft.search/searchservices";
    public const string OtherType = "microsoft.network/privateendpoints";

    private static readonly KqlOptions Options = new(KqlDialect.Arg, DateTime.UnixEpoch);

    public static readonly KqlTableRead OwnRead = new("resources", [OwnType], ["id", "type", "properties.disableLocalAuth", "properties.networkAcls.defaultAction"]);
    public static readonly KqlTableRead OtherRead = new("resources", [OtherType], ["id", "properties.connections[].status"]);

    public static readonly Completeness Everything = new("resources", "", "/", Bodies: true, List: true, "test");

    public IReadOnlyList<string> Scope { get; init; } = [Id("a")];

    /// <summary>ResourceId, sub-key or null, verdict.</summary>
    public IReadOnlyList<(string Id, string? SubKey, string? Verdict)> Rows { get; init; } = [(Id("a"), null, "pass")];

    public IReadOnlyList<KqlTableRead> Reads { get; init; } = [OwnRead];

    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    public IReadOnlyList<Completeness> Completeness { get; init; } = [Everything];

    public IReadOnlyList<string> Bodyless { get; init; } = [];

    public IReadOnlyList<string> BodylessOthers { get; init; } = [];

    public bool FailDependsOnAbsence { get; init; }

    public bool PassDependsOnAbsence { get; init; } = true;

    public IReadOnlyList<string> Needs { get; init; } = [];

    public Settings Settings { get; init; } = Settings.None;

    public string? Attestation { get; init; }

    public string? Evidence { get; init; } = """{"a":1}""";

    public static string Id(string name, string subscription = "1") => $"/subscriptions/{subscription}/resourceGroups/rg/providers/Microsoft.Search/searchServices/{name}";

    public ControlResult Run()
    {
        IReadOnlyList<KqlColumn> columns = [new("Evidence", KqlType.Dynamic), new("SubKey", KqlType.String), new("ResourceId", KqlType.String), new("Verdict", KqlType.String)];
        var scope = new KqlResult([new("ResourceId", KqlType.String)], [.. Scope.Select(id => new object?[] { id })], Truncated: false);
        var rows = new KqlResult(columns, [.. Rows.Select(row => new object?[] { Evidence, row.SubKey ?? "", row.Id, row.Verdict })], Truncated: false);
        return Run(new Answer(scope, rows, Bodyless.Select(ResourceIds.Key).ToHashSet(), BodylessOthers.Select(ResourceIds.Key).ToHashSet(), null));
    }

    public ControlResult Run(Answer answer)
    {
        var control = Control();
        var reads = new ControlReads(control.Scope.Reads, control.Query?.Reads ?? []);
        return Judgement.Of(control, answer, new BlindSpots(reads, new SnapshotGaps(Gaps, Completeness), answer.BodylessOthers), Settings);
    }

    public LoadedControl Control() => new()
    {
        Control = new Control("search-keys-off", "search", "Title", "Why", Severity.High, Discipline.Identity, new Fix("Fix", null, null, null, null), new Dictionary<string, IReadOnlyList<string>>(), [], [], null),
        Folder = "controls/search/search-keys-off",
        Scope = new KqlCompilation("", [], [new("ResourceId", KqlType.String)], [new("resources", [OwnType], ["id", "type"])], "") { Options = Options },
        Query = Attestation is null ? new KqlCompilation("", [], [], Reads, "") { Options = Options } : null,
        Attestation = Attestation,
        Defaults = [],
        Settings = Needs,
        FailDependsOnAbsence = FailDependsOnAbsence,
        PassDependsOnAbsence = PassDependsOnAbsence,
        Cases = [],
        Lines = new Dictionary<string, int>(),
    };

    public Finding The() => Assert.Single(Run().Findings);
}
