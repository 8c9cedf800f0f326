using Ashlar.Sources.Templates.Cli;
using Ashlar.Sources.Templates.Expansion;
using Ashlar.Sources.Templates.Inputs;

namespace Ashlar.Sources.Templates;

/// <summary>Bicep and ARM templates before deployment: which deployments the files are, and what each comes to, in the order of the plan.</summary>
internal static class TemplateSource
{
    public static IReadOnlyList<DeploymentRows> Read(FoundTemplates found, TemplateOptions options, SourceLog log, CancellationToken cancellationToken)
    {
        var files = new BicepFiles();
        var plan = DeploymentPlan.Of(found, files, log);
        if (plan.Count == 0)
        {
            return [];
        }

        // Any value lets the files compile: what depends on one is open.
        var variables = plan.SelectMany(d => files.Environment(d.Template).Variables).Distinct(StringComparer.Ordinal).ToDictionary(v => v, _ => "ashlar", StringComparer.Ordinal);
        var cli = new Lazy<BicepCli?>(() => options.WithoutCli ? null : options.Cli ?? BicepCli.Find(cancellationToken, variables));
        using var workplace = new Workplace();
        try
        {
            var reader = new DeploymentReader(files, cli, workplace, options.Names);
            return [.. plan.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Clamp(Environment.ProcessorCount, 1, 8)).WithCancellation(cancellationToken).Select(d => reader.Read(d, cancellationToken))];
        }
        finally
        {
            if (cli.IsValueCreated && cli.Value != options.Cli)
            {
                cli.Value?.Dispose();
            }
        }
    }
}
