namespace Ashlar.Kql.Syntax;

/// <summary>A stretch of the query text, in UTF-16 units.</summary>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public TextSpan To(TextSpan last) => new(Start, Math.Max(Length, last.End - Start));
}
