using Ashlar.Model;

namespace Ashlar.Content;

/// <summary>What control.yaml says, before its queries are bound.</summary>
internal sealed record ControlFile(
    Control Control,
    YamlText Scope,
    string? Attestation,
    IReadOnlyList<ControlDefault> Defaults,
    IReadOnlyList<string> Settings,
    bool FailDependsOnAbsence,
    bool PassDependsOnAbsence,
    IReadOnlyDictionary<string, int> Lines)
{
    private static readonly string[] Keys =
    [
        "title", "why", "severity", "discipline", "scope", "fix", "frameworks", "peers", "references", "defaults", "settings",
        "failDependsOnAbsence", "passDependsOnAbsence", "limits", "manual", "attestation",
    ];

    /// <summary>Null when something without which a control cannot run is missing.</summary>
    public static ControlFile? Read(ContentFile file, string area, string id, IReadOnlyDictionary<string, Framework> frameworks, ProblemList problems)
    {
        var fields = YamlFields.Of(YamlTree.Read(file.Shown, file.Text, problems), "control.yaml", file.Shown, problems, Keys);
        if (fields is null)
        {
            return null;
        }

        var title = fields.Text("title", required: true);
        var why = fields.Text("why", required: true);
        var severity = Named(fields, "severity", SeverityNames.Parse, Enum.GetValues<Severity>().Select(s => s.Name()));
        var discipline = Named(fields, "discipline", ParseDiscipline, Enum.GetValues<Discipline>().Select(d => d.ToString().ToLowerInvariant()));
        var scope = fields.Text("scope", required: true) is null ? null : fields.Find("scope")!.Value as YamlText;
        var fix = FixText.Read(fields);
        var claims = ControlReferences.Frameworks(fields, frameworks);
        var peers = ControlReferences.Peers(fields);
        var references = ControlReferences.References(fields);
        var defaults = ControlReferences.Defaults(fields);
        var settings = ControlReferences.Settings(fields);
        var attestation = ReadAttestation(fields);
        var failDepends = fields.Flag("failDependsOnAbsence", whenAbsent: false);
        var passDepends = fields.Flag("passDependsOnAbsence", whenAbsent: true);
        var limits = fields.Text("limits", required: false);
        if (scope is not null && scope.Value.TrimEnd().Contains('\n', StringComparison.Ordinal))
        {
            problems.Error(LintCodes.ScopeLine, file.Shown, scope.Line, scope.Column, "'scope' must be one line: which table, which type, project ResourceId = id. Move conditions into query.kql.");
            scope = null;
        }

        if (title is null || why is null || severity is null || discipline is null || scope is null || fix is null)
        {
            return null;
        }

        var control = new Control(id, area, title, why.ReplaceLineEndings(" ").Trim(), severity.Value, discipline.Value, fix, claims, peers, references, limits);
        var lines = fields.Map.Pairs.ToDictionary(pair => pair.Key, pair => pair.Line, StringComparer.Ordinal);
        return new ControlFile(control, scope, attestation, defaults, settings, failDepends, passDepends, lines);
    }

    private static string? ReadAttestation(YamlFields fields)
    {
        var manual = fields.Flag("manual", whenAbsent: false);
        var text = fields.Text("attestation", required: manual);
        if (!manual && text is not null)
        {
            fields.Problems.Error(LintCodes.Manual, fields.File, fields.LineOf("attestation"), 1, "'attestation' belongs to a manual control. Add 'manual: true', or remove it.");
            return null;
        }

        return text;
    }

    private static Discipline? ParseDiscipline(string text) => text switch
    {
        "identity" => Discipline.Identity,
        "data" => Discipline.Data,
        "governance" => Discipline.Governance,
        "monitoring" => Discipline.Monitoring,
        "validation" => Discipline.Validation,
        _ => null,
    };

    private static T? Named<T>(YamlFields fields, string key, Func<string, T?> parse, IEnumerable<string> names)
        where T : struct
    {
        if (fields.Text(key, required: true) is not { } text)
        {
            return null;
        }

        if (parse(text) is not { } value)
        {
            fields.Wrong(fields.Find(key)!.Value, $"'{text}' is no {key}.{Nearest.Hint(text, names)} One of: {string.Join(", ", names)}.");
            return null;
        }

        return value;
    }
}
