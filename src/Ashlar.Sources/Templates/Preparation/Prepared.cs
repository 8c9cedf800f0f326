using System.Text.Json.Nodes;

namespace Ashlar.Sources.Templates.Preparation;

/// <summary>A template made ready to be expanded.</summary>
/// <param name="Template">Every resource carries the number of its place.</param>
/// <param name="Places">By that number.</param>
/// <param name="Loops">Resources with a loop whose count is computed.</param>
/// <param name="Deployments">Resources that deploy a template, with their places.</param>
/// <param name="Existing">What the template refers to without declaring it.</param>
internal sealed record Prepared(
    JsonObject Template,
    IReadOnlyList<Place> Places,
    IReadOnlyList<JsonObject> Loops,
    IReadOnlyDictionary<JsonObject, Place> Deployments,
    IReadOnlyList<string> Existing);
