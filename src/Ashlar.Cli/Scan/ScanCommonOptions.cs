using System.CommandLine;
using Ashlar.Model;

namespace Ashlar.Cli.Scan;

/// <summary>What <c>scan</c> and <c>demo</c> share.</summary>
internal sealed class ScanCommonOptions(string defaultOut)
{
    public Option<string> Out { get; } = new("--out") { Description = "Folder of the results.", HelpName = "DIR", DefaultValueFactory = _ => defaultOut };

    public Option<string[]> Content { get; } = new("--content") { Description = "Further folder of controls, of the shape of the built-in one.", HelpName = "DIR" };

    public Option<string?> SettingsFile { get; } = new("--settings") { Description = "What only you can decide. Default: ashlar.yaml in the working folder, when there is one.", HelpName = "FILE" };

    public Option<string?> FailOn { get; } = FailOnOption();

    public Option<bool> Strict { get; } = new("--strict") { Description = "Something unseen weighs more than findings: exit 3 before 1." };

    public Option<bool> Redact { get; } = new("--redact") { Description = "Replaces names and ids of people and applications in every output; the snapshot is not kept." };

    public Option<string> Format { get; } = FormatOption();

    public Option<string?> Baseline { get; } = new("--baseline") { Description = "findings.json of an earlier run: failures that are in it do not count.", HelpName = "FILE" };

    public Option<string?> Suppressions { get; } = new("--suppressions") { Description = "Failures that somebody answers for until a day. Default: ashlar-suppressions.yaml in the working folder, when there is one.", HelpName = "FILE" };

    public Option<string?> Markdown { get; } = new("--markdown") { Description = "Also writes the summary of a pull request.", HelpName = "FILE" };

    public Option<string?> JUnit { get; } = new("--junit") { Description = "Also writes every verdict as a test result.", HelpName = "FILE" };

    /// <param name="otherwise">When the user does not say.</param>
    public Severity? FailOnOf(ParseResult parsed, Severity? otherwise) =>
        parsed.GetValue(FailOn) is { } name ? SeverityNames.Parse(name) : otherwise;

    /// <summary>What continuous integration asks for.</summary>
    public ScanOptions Integrated(ParseResult parsed, ScanOptions options) => options with
    {
        Baseline = parsed.GetValue(Baseline),
        Suppressions = parsed.GetValue(Suppressions),
        Markdown = parsed.GetValue(Markdown),
        JUnit = parsed.GetValue(JUnit),
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Out, Content, SettingsFile, FailOn, Baseline, Suppressions, Strict, Redact, Markdown, JUnit, Format })
        {
            command.Add(option);
        }
    }

    private static Option<string> FormatOption()
    {
        var format = new Option<string>("--format") { Description = "Summary on standard output.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        return format;
    }

    private static Option<string?> FailOnOption()
    {
        var failOn = new Option<string?>("--fail-on")
        {
            Description = "Exit 1 on findings at or above this severity. Default: high for scan, none for demo.",
            HelpName = "SEVERITY",
        };
        failOn.AcceptOnlyFromAmong([.. Enum.GetValues<Severity>().Select(s => s.Name()), "none"]);
        return failOn;
    }
}
