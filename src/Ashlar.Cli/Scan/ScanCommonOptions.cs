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

    /// <param name="otherwise">When the user does not say.</param>
    public Severity? FailOnOf(ParseResult parsed, Severity? otherwise) =>
        parsed.GetValue(FailOn) is { } name ? SeverityNames.Parse(name) : otherwise;

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Out, Content, SettingsFile, FailOn, Strict, Redact, Format })
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
