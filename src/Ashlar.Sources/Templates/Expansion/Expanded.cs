using System.Text.Json.Nodes;
using Ashlar.Sources.Templates.Preparation;

namespace Ashlar.Sources.Templates.Expansion;

/// <summary>What the CLI made of a template.</summary>
/// <param name="Resources">Null when it could not expand it.</param>
/// <param name="Skipped">Deployments that could not be expanded, with the reason.</param>
/// <param name="Failure">Why there are no resources.</param>
internal sealed record Expanded(JsonArray? Resources, IReadOnlyList<(Place Place, string Why)> Skipped, string? Failure);
