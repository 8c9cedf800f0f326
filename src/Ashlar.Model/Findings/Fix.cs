namespace Ashlar.Model;

/// <summary>How to mend a failing subject. Patches hold the placeholders of <see cref="FixPatch"/>.</summary>
/// <param name="Summary">One or two sentences a person would say.</param>
/// <param name="Breaks">What may stop working, and how to find out before; null when nothing can.</param>
/// <param name="Az">az CLI commands.</param>
/// <param name="Bicep">Declares only what changes; compiles on its own.</param>
public sealed record Fix(string Summary, string? Breaks, string? Az, string? Bicep, string? Terraform)
{
    /// <summary>Every <c>&lt;…&gt;</c> of the patches to an example of it.</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>();

    /// <summary>Nothing mends it in place: the resource is made anew.</summary>
    public bool Replace { get; init; }

    /// <summary>Why no patch can mend it, in place or anew; null when one can.</summary>
    public string? ByHand { get; init; }
}
