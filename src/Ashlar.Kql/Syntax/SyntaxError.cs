namespace Ashlar.Kql.Syntax;

/// <summary>Leaves the operator or statement that cannot be read; the parser goes on behind it.</summary>
internal sealed class SyntaxError(TextSpan span, string code, string message, string? hint) : Exception(message)
{
    public TextSpan Span { get; } = span;

    public string Code { get; } = code;

    public string? Hint { get; } = hint;
}
