using Ashlar.Sources.Templates;
using Ashlar.Sources.Templates.Reading;
using Ashlar.Sources.Terraform;

namespace Ashlar.Sources.Exports;

/// <param name="Today">Midnight UTC of the day of the run: the time when neither the user nor the input tells one.</param>
/// <param name="AsOf">Time of collection, UTC, when the user states it.</param>
public sealed record ExportOptions(DateTime Today, DateTime? AsOf = null)
{
    /// <summary>Largest single JSON object; more is said and skipped, so that memory stays bounded.</summary>
    public int MaxObjectBytes { get; init; } = 64 * 1024 * 1024;

    public TemplateOptions Templates { get; init; } = new(new PropertyNames([]));
    /// <summary>How Terraform plans become ARM resources.</summary>
    public TerraformOptions Terraform { get; init; } = TerraformOptions.None;
}
