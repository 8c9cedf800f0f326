namespace Ashlar.Model;

/// <summary>What a reader is told of a control; its query and cases stay in Ashlar.Content.</summary>
/// <param name="Id">Folder name: lower-case-dashed, states the desired state, never reused.</param>
/// <param name="Area">Folder above it, such as <c>ai-services</c>.</param>
/// <param name="Frameworks">Framework name to the ids of it that this control speaks to.</param>
/// <param name="Peers">Same question in other tools, such as <c>policy:71ef260a</c> or <c>checkov:CKV_AZURE_236</c>.</param>
public sealed record Control(
    string Id,
    string Area,
    string Title,
    string Why,
    Severity Severity,
    Discipline Discipline,
    Fix Fix,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Frameworks,
    IReadOnlyList<string> Peers,
    IReadOnlyList<string> References,
    string? Limits);
