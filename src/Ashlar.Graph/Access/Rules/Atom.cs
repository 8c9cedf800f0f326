namespace Ashlar.Graph.Access.Rules;

/// <param name="Text">As the content writes it.</param>
internal sealed record Atom(AtomKind Kind, string Text)
{
    /// <summary>Lower case.</summary>
    public string Key { get; } = Text.ToLowerInvariant();
}
