namespace Ashlar.Kql.Syntax;

internal enum TokenKind
{
    Name,
    BracketedName,
    Long,
    Real,
    TimeSpan,
    String,
    Punctuation,
    Bad,
    End,
}

/// <param name="Text">Name, punctuation, or the unescaped string.</param>
/// <param name="Number">Value of a Long or TimeSpan (ticks) token; the bits of a Real.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text, long Number = 0)
{
    public double Real => BitConverter.Int64BitsToDouble(Number);

    public TextSpan Span => new(Start, End - Start);

    public bool Is(string text) => Kind is TokenKind.Punctuation or TokenKind.Name && string.Equals(Text, text, StringComparison.Ordinal);
}
