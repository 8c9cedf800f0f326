using System.CommandLine;
using System.Globalization;
using Ashlar.Model;

namespace Ashlar.Cli.Scan;

/// <summary><c>ashlar scan</c>: sources in, verdicts and reports out.</summary>
internal static class ScanCommand
{
    public static Command Create(CliOutput output)
    {
        var from = new Option<string[]>("--from")
        {
            Description = "Files and folders of an export or of templates, or one snapshot that an earlier scan wrote.",
            HelpName = "PATH",
            AllowMultipleArgumentsPerToken = true,
            Required = true,
        };
        var common = new ScanCommonOptions("ashlar-out");
        var asOf = new Option<DateTime?>("--as-of")
        {
            Description = "Time of collection (ISO 8601, UTC). Default: what the export says, else the newest time found in it.",
            HelpName = "TIME",
            CustomParser = result =>
            {
                if (DateTime.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time))
                {
                    return time;
                }

                result.AddError($"'{result.Tokens[0].Value}' is no time. Write ISO 8601, such as 2026-06-01T12:00:00Z.");
                return null;
            },
        };
        var title = new Option<string?>("--title") { Description = "Name at the head of the reports. Default: the name of the first input.", HelpName = "TEXT" };
        var command = new Command("scan", "Assesses an export of a tenant. Example: ashlar scan --from export --out report") { from, asOf, title };
        common.AddTo(command);
        command.SetAction((parsed, cancellationToken) => ScanRun.RunAsync(
            common.Integrated(parsed, new ScanOptions(
                parsed.GetRequiredValue(from),
                parsed.GetRequiredValue(common.Out),
                parsed.GetValue(common.Content) ?? [],
                parsed.GetValue(common.SettingsFile),
                parsed.GetValue(asOf),
                common.FailOnOf(parsed, Severity.High),
                parsed.GetValue(common.Strict),
                parsed.GetValue(common.Redact),
                parsed.GetValue(common.Format) == "json",
                parsed.GetValue(title))),
            output,
            cancellationToken));
        return command;
    }
}
