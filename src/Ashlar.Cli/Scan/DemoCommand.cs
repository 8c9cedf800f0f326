using System.CommandLine;

namespace Ashlar.Cli.Scan;

/// <summary><c>ashlar demo</c>: the sample tenant, read like any other export.</summary>
internal static class DemoCommand
{
    public static Command Create(CliOutput output)
    {
        var common = new ScanCommonOptions("ashlar-demo");
        var command = new Command("demo", "Assesses the built-in sample tenant: summary here, reports in a folder. Example: ashlar demo --out /tmp/demo");
        common.AddTo(command);
        command.SetAction((parsed, cancellationToken) => ScanRun.RunAsync(
            common.Integrated(parsed, new ScanOptions(
                [ContentRoot.SampleTenant],
                parsed.GetRequiredValue(common.Out),
                parsed.GetValue(common.Content) ?? [],
                parsed.GetValue(common.SettingsFile),
                AsOf: null,
                common.FailOnOf(parsed, null),
                parsed.GetValue(common.Strict),
                parsed.GetValue(common.Redact),
                parsed.GetValue(common.Format) == "json",
                "Contoso (sample tenant)")
            { GapsAreExpected = true }),
            output,
            cancellationToken));
        return command;
    }
}
