namespace Ashlar.Graph.Access.Conditions.Syntax;

/// <summary>A piece of a condition; text without quotes or brackets, position counted from 1.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position);
