namespace Ashlar.Kql;

/// <summary>An operator that stands after a pipe.</summary>
/// <param name="Example">Over a table T with Name:string, Size:long, Tags:dynamic and At:datetime; '' when refused.</param>
/// <param name="Note">How it differs, or why it is refused; null when supported as it is.</param>
public sealed record KqlOperator(string Name, string Example, string Doc, KqlSupport Support, string? Note);
