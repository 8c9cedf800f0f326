namespace Ashlar.Sources.Templates.Cli;

/// <summary>What the CLI makes of a file.</summary>
/// <param name="Template">ARM template JSON; null when the file has errors.</param>
/// <param name="Parameters">ARM parameters JSON of a <c>.bicepparam</c> file, else null.</param>
public sealed record BicepCompilation(string? Template, string? Parameters, IReadOnlyList<BicepDiagnostic> Diagnostics)
{
    public IEnumerable<BicepDiagnostic> Errors => Diagnostics.Where(d => d.Level == "Error");
}
