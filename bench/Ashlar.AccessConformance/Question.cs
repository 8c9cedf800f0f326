namespace Ashlar.AccessConformance;

/// <param name="Ask">An action, <c>D:</c> and a data action, or the name of one of the shipped edges.</param>
/// <param name="Answer">active, conditional, eligible or no.</param>
internal sealed record Question(string Principal, string Ask, string Resource, string Answer)
{
    /// <summary>Of the condition that the answer is bound to: the GUIDs it names, no others; null: not asked.</summary>
    public IReadOnlyList<string>? Guids { get; init; }
}
