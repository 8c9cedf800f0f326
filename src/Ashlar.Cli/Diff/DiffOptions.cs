using System.CommandLine;
using Ashlar.Model;

namespace Ashlar.Cli.Diff;

/// <summary>What <c>ashlar diff</c> takes.</summary>
internal sealed class DiffOptions
{
    public Argument<string> Before { get; } = new("before") { Description = "The earlier snapshot; 'ashlar scan' writes one, tenant.ashlar." };

    public Argument<string> After { get; } = new("after") { Description = "The later snapshot." };

    public Option<string?> Out { get; } = new("--out") { Description = "Folder for diff.json and diff.md.", HelpName = "DIR" };

    public Option<string> Format { get; } = Of(new Option<string>("--format") { Description = "What is written to standard output.", HelpName = "table|json|markdown", DefaultValueFactory = _ => "table" }, "table", "json", "markdown");

    public Option<string[]> Only { get; } = Areas();

    public Option<string?> FailOn { get; } = Of(new Option<string?>("--fail-on") { Description = "worse: exit 1 when something got worse. Default: differences do not change the exit code.", HelpName = "worse" }, "worse", "none");

    public Option<string[]> Content { get; } = new("--content") { Description = "Further folder of controls and edges, of the shape of the built-in one; both snapshots are judged by it.", HelpName = "DIR" };

    public Option<string?> SettingsFile { get; } = new("--settings") { Description = "What only you can decide; holds for both snapshots. Default: ashlar.yaml in the working folder, when there is one.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Before);
        command.Arguments.Add(After);
        foreach (var option in new Option[] { Out, Format, Only, FailOn, Content, SettingsFile })
            command.Options.Add(option);
    }

    /// <summary>In the order in which they are told.</summary>
    public IReadOnlyList<DriftArea> AreasOf(ParseResult parsed) =>
        parsed.GetValue(Only) is { Length: > 0 } only ? [.. Enum.GetValues<DriftArea>().Where(a => only.Contains(a.Name()))] : Enum.GetValues<DriftArea>();

    private static Option<string[]> Areas()
    {
        var only = new Option<string[]>("--only") { Description = "What is compared; may be given more than once. Default: everything.", HelpName = string.Join('|', Enum.GetValues<DriftArea>().Select(a => a.Name())), AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. Enum.GetValues<DriftArea>().Select(a => a.Name())]);
        return only;
    }

    private static Option<T> Of<T>(Option<T> option, params string[] values)
    {
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
