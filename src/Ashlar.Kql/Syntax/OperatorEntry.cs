namespace Ashlar.Kql.Syntax;

/// <summary>One operator that stands after a pipe.</summary>
/// <param name="Example">Runs after <c>T | </c>, where T has Name:string, Size:long, Tags:dynamic and At:datetime.</param>
/// <param name="Note">How ours differs; null when it does not.</param>
internal sealed record OperatorEntry(Func<Parser, Token, OperatorSyntax> Read, string Example, string Doc, string? Note = null);
