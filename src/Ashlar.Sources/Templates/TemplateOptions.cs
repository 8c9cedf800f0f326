using Ashlar.Sources.Templates.Cli;
using Ashlar.Sources.Templates.Reading;

namespace Ashlar.Sources.Templates;

/// <summary>How templates are read.</summary>
/// <param name="Names">Property names as the rules write them.</param>
public sealed record TemplateOptions(PropertyNames Names)
{
    /// <summary>A CLI of the caller's, who disposes of it; null = one is found on first need.</summary>
    public BicepCli? Cli { get; init; }

    /// <summary>Do without the CLI: ARM templates are read as far as their values are literal.</summary>
    public bool WithoutCli { get; init; }
}
