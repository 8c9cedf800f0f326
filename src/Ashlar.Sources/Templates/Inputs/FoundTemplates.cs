using Ashlar.Sources.Exports.Files;

namespace Ashlar.Sources.Templates.Inputs;

/// <summary>What the walk over the inputs met that describes deployments.</summary>
internal sealed class FoundTemplates
{
    public List<InputFile> Bicep { get; } = [];

    public List<InputFile> BicepParameters { get; } = [];

    public List<FoundTemplate> Arm { get; } = [];

    public List<FoundTemplate> ArmParameters { get; } = [];
}
