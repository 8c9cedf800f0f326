namespace Ashlar.Sources.Templates.Inputs;

/// <summary>What a Bicep or Bicep parameters file declares and refers to, as its text says it.</summary>
/// <param name="Declarations">Resources and modules in the order in which they end: what stands inside a resource comes before it.</param>
/// <param name="References">Other files and registry artifacts it needs, in the order of the text.</param>
/// <param name="Extensions">Names of extensions, which <c>bicepconfig.json</c> resolves.</param>
/// <param name="Sets">Parameters to which a parameters file gives a value.</param>
/// <param name="Environment">What it takes from environment variables.</param>
/// <param name="Using">The template that a parameters file deploys; null for none.</param>
/// <param name="IsOdd">A line begins as no statement does, so that it may be a declaration with a slip in it: the compiler says.</param>
internal sealed record BicepSource(
    IReadOnlyList<BicepDeclaration> Declarations,
    IReadOnlyList<BicepReference> References,
    IReadOnlyList<string> Extensions,
    IReadOnlyList<string> Sets,
    BicepEnvironment Environment,
    BicepReference? Using,
    bool IsOdd)
{
    public bool DeclaresNothing => !IsOdd && Declarations.All(d => d.IsExisting);

    public static BicepSource Parse(string text) => new BicepScan(BicepTokens.Of(text)).Source();
}
