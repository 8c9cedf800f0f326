using System.CommandLine;

namespace Ashlar.Cli.Diff;

/// <summary><c>ashlar diff</c>: what changed between two snapshots.</summary>
internal static class DiffCommand
{
    public static Command Create(CliOutput output)
    {
        var options = new DiffOptions();
        var command = new Command("diff", "Says what changed between two snapshots of a tenant: what is new, gone, worse, better, and no longer seen. Example: ashlar diff monday/tenant.ashlar tuesday/tenant.ashlar");
        options.AddTo(command);
        command.SetAction((parsed, cancellationToken) => DiffRun.RunAsync(
            new DiffRequest(
                parsed.GetRequiredValue(options.Before),
                parsed.GetRequiredValue(options.After),
                parsed.GetValue(options.Out),
                parsed.GetRequiredValue(options.Format),
                options.AreasOf(parsed),
                parsed.GetValue(options.FailOn) == "worse",
                parsed.GetValue(options.Content) ?? [],
                parsed.GetValue(options.SettingsFile)),
            output,
            cancellationToken));
        return command;
    }
}
