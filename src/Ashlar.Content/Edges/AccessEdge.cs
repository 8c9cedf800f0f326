namespace Ashlar.Content;

/// <summary>A capability: what somebody can do to a target, and which actions prove it. One file of <c>content/edges</c>.</summary>
/// <param name="Id">File name without ending, such as <c>read-keys</c>.</param>
/// <param name="Meaning">What it gives an attacker.</param>
/// <param name="Atlas">MITRE ATLAS technique ids.</param>
/// <param name="Attack">MITRE ATT&amp;CK technique ids.</param>
/// <param name="Sources">Pages that document the actions.</param>
/// <param name="On">Any entry suffices.</param>
/// <param name="File">As named in diagnostics.</param>
public sealed record AccessEdge(
    string Id,
    string Title,
    string Meaning,
    IReadOnlyList<string> Atlas,
    IReadOnlyList<string> Attack,
    IReadOnlyList<string> Sources,
    IReadOnlyList<EdgeTarget> On,
    IReadOnlyList<EdgeAssertion> Assertions,
    string File);
