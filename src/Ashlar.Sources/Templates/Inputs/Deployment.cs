using System.Text.Json.Nodes;
using Ashlar.Sources.Exports.Files;

namespace Ashlar.Sources.Templates.Inputs;

/// <summary>One deployment that the inputs describe.</summary>
/// <param name="File">Names it: the parameters file, else the template.</param>
/// <param name="Template">Path of the <c>.bicep</c>, <c>.bicepparam</c> or ARM template that is deployed.</param>
/// <param name="Arm">Content of an ARM template that is not the whole of its file; else null.</param>
/// <param name="Given">Values of parameters.</param>
internal sealed record Deployment(InputFile File, string Template, JsonObject? Arm, IReadOnlyDictionary<string, JsonNode?> Given);
