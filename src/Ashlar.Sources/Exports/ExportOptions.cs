using Ashlar.Sources.Templates;
using Ashlar.Sources.Templates.Reading;

namespace Ashlar.Sources.Exports;

/// <param name="AsOf">Time of collection, UTC, when the user states it.</param>
public sealed record ExportOptions(DateTime? AsOf = null)
{
    /// <summary>Largest single JSON object; more is said and skipped, so that memory stays bounded.</summary>
    public int MaxObjectBytes { get; init; } = 64 * 1024 * 1024;

    public TemplateOptions Templates { get; init; } = new(new PropertyNames([]));
}
