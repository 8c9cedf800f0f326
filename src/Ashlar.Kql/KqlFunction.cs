namespace Ashlar.Kql;

/// <summary>A function by its first name.</summary>
/// <param name="Usages">One for each overload; none when refused.</param>
/// <param name="Aliases">Older and second names.</param>
/// <param name="Note">How it differs, or why it is refused; null when supported as it is.</param>
public sealed record KqlFunction(string Name, KqlFunctionKind Kind, IReadOnlyList<string> Usages, string Doc, IReadOnlyList<string> Aliases, KqlSupport Support, string? Note);
