namespace Ashlar.Sources.Templates.Inputs;

/// <summary>A resource or module as its file declares it.</summary>
/// <param name="Name">Symbolic name; inside another resource <c>outer::inner</c>, as compiled templates have it.</param>
/// <param name="Type">Resource type in full, without its version; empty for a module.</param>
/// <param name="Module">What a module refers to; null for a resource.</param>
/// <param name="Line">Of the word <c>resource</c> or <c>module</c>, from 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record BicepDeclaration(string Name, string Type, bool IsExisting, BicepReference? Module, int Line, int Column)
{
    public bool IsNested => Name.Contains("::", StringComparison.Ordinal);
}
