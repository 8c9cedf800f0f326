namespace Ashlar.Graph.Access.Conditions.Syntax;

internal enum TokenKind
{
    Open,
    Close,
    OpenBrace,
    CloseBrace,
    Comma,
    Colon,
    At,
    And,
    Or,
    Not,
    Word,
    Quoted,
    Bracketed,
    End,
}
