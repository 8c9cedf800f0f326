namespace Ashlar.Content;

/// <summary>A documented default: the only thing that lets a verdict stand when <paramref name="Path"/> is absent.</summary>
/// <param name="Path">As the query reads it, such as <c>properties.disableLocalAuth</c>.</param>
/// <param name="Value">JSON text.</param>
/// <param name="Source">https address of the page that states it.</param>
public sealed record ControlDefault(string Path, string Value, string Source, int Line);
